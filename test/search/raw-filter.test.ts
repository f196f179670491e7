import { expect, test } from 'vitest';
import { rawFilter } from '../../source/search/text-search.ts';

const may = rawFilter([{ typed: '예산안', readings: [], nouns: [], otherLayouts: [] }]);

test.each([
  ['예산', true],
  ['예"산', true],
  ['예\n산', true],
  ['예\\산', true],
  ['예\t"산', true],
  ['예 가 산', false],
])('the filter on a text’s JSON finds a word across signs and line breaks: %j', (text, found) => {
  expect(may(JSON.stringify({ text }))).toBe(found);
});

test('a syllable before thousands of quotation marks or backslashes is looked at in linear time', () => {
  for (const sign of ['"', '\\', '"\\', '\n"']) {
    const start = process.cpuUsage();
    expect(may(JSON.stringify({ text: `예${sign.repeat(20_000)}` }))).toBe(false);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(1000);
  }
});
