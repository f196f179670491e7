import { describe, expect, test } from 'vitest';
import { cellWidth } from '../../source/korean/cells.ts';
import { rowText } from '../../source/typeset/rows.ts';
import { setTable } from '../../source/typeset/table.ts';
import fc from '../support/fast-check.ts';
import { growth, MOST_GROWTH } from '../support/growth.ts';

const lines = (cells: readonly (readonly string[])[], columns: number) =>
  setTable(cells, columns).map(rowText);

describe('a table', () => {
  test('has its columns under one another, its first row above a rule', () => {
    expect(
      lines(
        [
          ['회의', '기준금리', '소수의견'],
          ['7월', '2.50%', '0명'],
          ['10월', '2.50%', '1명(인하)'],
        ],
        40,
      ),
    ).toEqual([
      '회의  기준금리  소수의견',
      '────  ────────  ─────────',
      '7월   2.50%     0명',
      '10월  2.50%     1명(인하)',
    ]);
  });

  test('wraps a long cell in its column and leaves the short columns as wide as they are', () => {
    expect(
      lines(
        [
          ['역', '사정'],
          ['가나', '눈이 많이 내려 오전 운행을 모두 멈추었다'],
        ],
        24,
      ),
    ).toEqual([
      '역    사정',
      '────  ──────────────────',
      '가나  눈이 많이 내려 오',
      '      전 운행을 모두 멈',
      '      추었다',
    ]);
  });

  test('has each record under its column names if the columns would hold no words', () => {
    expect(
      lines(
        [
          ['이름', '나이', '사는 곳'],
          ['김하나', '스물다섯', '서울 마포구'],
          ['이두리', '서른', '부산 해운대구'],
        ],
        20,
      ),
    ).toEqual([
      '이름: 김하나',
      '나이: 스물다섯',
      '사는 곳: 서울 마포구',
      '',
      '이름: 이두리',
      '나이: 서른',
      '사는 곳: 부산 해운',
      '대구',
    ]);
  });

  const cell = fc.string({ unit: fc.constantFrom('가', '나', ' ', 'a', '1', '%', '\n'), maxLength: 30 });
  const table = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 });

  test('is never wider than its column and loses no character, with any contents', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 4, max: 90 }), (cells, columns) => {
        const shown = lines(cells, columns);
        for (const line of shown) expect(cellWidth(line)).toBeLessThanOrEqual(columns);
        const records = cells.length > 1 && !shown.some((line) => line.includes('─'));
        const count = (text: string, character: string) => text.split(character).length - 1;
        for (const character of ['가', 'a', '1']) {
          const given = count(cells.flat().join(''), character);
          const there = count(shown.join(''), character);
          // Records repeat the names of the first row.
          if (records) expect(there).toBeGreaterThanOrEqual(count(cells.slice(1).flat().join(''), character));
          else expect(there).toBe(given);
        }
      }),
    );
  });

  test('of many rows is set in time that grows no faster than their number', async () => {
    const long = (rows: number) => Array.from({ length: rows }, () => ['가']);
    expect(setTable(long(300_000), 76).length).toBe(300_001);
    expect(await growth((rows) => setTable(long(rows), 76), 4000)).toBeLessThan(MOST_GROWTH);
  });

  test('of many columns is set in time that grows no faster than their number', async () => {
    const wide = (columns: number) => [Array.from({ length: columns }, () => '가'), ['나']];
    expect(setTable(wide(100_000), 76).length).toBeGreaterThan(0);
    expect(await growth((columns) => setTable(wide(columns), 76), 12_500)).toBeLessThan(MOST_GROWTH);
  });
});
