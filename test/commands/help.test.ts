import { expect, test } from 'vitest';
import { helpText } from '../../source/commands/line/help.ts';
import { BROWSE, COMMANDS } from '../../source/commands/line/registry.ts';
import { usageIn } from '../../source/messages/commands.ts';
import { FILTERS } from '../../source/search/query/filters.ts';
import { misfitIn, SETTINGS, type Setting } from '../../source/storage/config/settings-table.ts';

test('the help of commands cuts no usage, option or filter off, in either language', () => {
  for (const language of ['ko', 'en'] as const)
    for (const command of [BROWSE, ...COMMANDS]) {
      const help = helpText(language, command);
      const usages = [BROWSE, ...COMMANDS].flatMap(({ usage, uses }) => [usage, ...(uses ?? [])]);
      // An ellipsis belongs to a usage or an example; any other would be the end of a text that was cut.
      const known = [...usages.map((usage) => usageIn(language, usage)), ...command.examples];
      const rest = known.reduce((text, each) => text.replaceAll(each, ''), help);
      expect(rest, command.name).not.toContain('…');
    }
  const help = helpText('ko', COMMANDS.find(({ name }) => name === 'search')!);
  for (const { examples } of FILTERS) expect(help).toContain(examples.map((each) => `'${each}'`).join(' '));
});

test('the help in English has no Korean but the words of headlines that its examples look for', () => {
  for (const command of [BROWSE, ...COMMANDS]) {
    const help = helpText('en', command);
    expect(help.replace(/반도체|수출|금리|횡설수설|운세/g, ''), command.name).not.toMatch(/[ㄱ-ㅎ가-힣]/);
    expect(helpText('ko', command)).toMatch(/[가-힣]/);
  }
});

test('the values that a setting allows are written alike in both languages', () => {
  for (const [name, { allowed }] of Object.entries(SETTINGS)) expect(allowed, name).not.toMatch(/[가-힣]/);
});

test.each([
  ['sections', 'politics,foo', 'foo'],
  ['sections', 'foo,economy, 바', 'foo, 바'],
  ['sections', 'foo', 'foo'],
  ['keys', 'open: Q; nokey', 'nokey'],
  ['width', '9999', '9999'],
  ['width', '1,2', '1,2'],
] as const)('of the value of %s %j, %j is what cannot be used', (name, typed, misfit) => {
  const entry = SETTINGS[name] as Setting<unknown>;
  expect(entry.parse(typed)).toBeNull();
  expect(misfitIn(entry, typed)).toBe(misfit);
});
