import { describe, expect, it, test } from 'vitest';
import { parseDate, readStamps } from '../../source/donga/dates.ts';

describe('a date is read as Korean time', () => {
  test.each([
    ['Fri, 20 Nov 2026 03:00:00 +0900', '2026-11-20T03:00:00+09:00'],
    ['20 Nov 2026 03:00 +0900', '2026-11-20T03:00:00+09:00'],
    ['Thu, 19 Nov 2026 18:00:00 GMT', '2026-11-20T03:00:00+09:00'],
    ['Fri, 20 Nov 2026 03:00:00', '2026-11-20T03:00:00+09:00'],
    ['2026-11-20 03:00', '2026-11-20T03:00:00+09:00'],
    ['2026.11.20. 03:00', '2026-11-20T03:00:00+09:00'],
    ['2026/11/20 3:00', '2026-11-20T03:00:00+09:00'],
    ['2026-11-20T03:00:07.123+09:00', '2026-11-20T03:00:07+09:00'],
    ['2026-11-19T18:00:00Z', '2026-11-20T03:00:00+09:00'],
    ['2023년 6월 10일 03시 00분', '2023-06-10T03:00:00+09:00'],
    ['2023년 6월 10일 (토) 오후 3시 05분', '2023-06-10T15:05:00+09:00'],
    ['2023-06-10 오전 12:05', '2023-06-10T00:05:00+09:00'],
    ['2026-12-31 24:00', '2027-01-01T00:00:00+09:00'],
  ])('%s', (text, time) => {
    expect(parseDate(text)).toBe(time);
  });

  test.each([
    '',
    '어제',
    '2026-11-20',
    '2026-13-01 03:00',
    '2026-02-30 03:00',
    '2026-11-20 25:00',
    '0000-00-00 00:00',
  ])('but not “%s”', (text) => {
    expect(parseDate(text)).toBeNull();
  });
});

describe('a page’s stamps', () => {
  const published = '2026-01-06T14:18:00+09:00';
  const updated = '2026-01-06T14:37:00+09:00';
  test.each([
    ['labels', ['입력 2026-01-06 14:18', '수정 2026-01-06 14:37'], { published, updated }],
    ['both in a line', ['입력 2026-01-06 14:18 | 수정 2026-01-06 14:37'], { published, updated }],
    ['colons', ['입력: 2026.01.06 14:18', '업데이트: 2026.01.06 14:37'], { published, updated }],
    ['a later time without a label', ['2026-01-06 14:37', '입력 2026-01-06 14:18'], { published, updated }],
    [
      'the same time without a label',
      ['2026-01-06 14:18', '입력 2026-01-06 14:18'],
      { published, updated: null },
    ],
    ['one time without a label', ['2026-01-06 14:18'], { published, updated: null }],
    ['two times without a label', ['2026-01-06 14:37', '2026-01-06 14:18'], { published, updated }],
    ['no time', ['입력', '홍길동 기자'], { published: null, updated: null }],
  ])('are read from %s', (_, lines, stamps) => {
    expect(readStamps(lines)).toEqual(stamps);
  });

  it('never have an updated time invented', () => {
    expect(readStamps(['입력 2026-01-06 14:18', '2026-01-06 13:00'])).toEqual({ published, updated: null });
  });
});
