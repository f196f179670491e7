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
    ['2026-11-20T03:00:07+09', '2026-11-20T03:00:07+09:00'],
    ['Nov 20, 2026이 아니라 20 Nov 2026, 3:05 PM', '2026-11-20T15:05:00+09:00'],
    ['  20\u00a0Nov\t2026   03:00 ', '2026-11-20T03:00:00+09:00'],
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
  ])('unless it is “%s”', (text) => {
    expect(parseDate(text)).toBeNull();
  });
});

test('a date in the form that feeds use is read as in any other', () => {
  const minute = 60_000;
  for (let ms = Date.UTC(2019, 11, 25); ms < Date.UTC(2033, 0, 1); ms += 2221 * minute + 7000) {
    for (const zone of ['+0900', '+0000', '-0330', '+1400']) {
      const written = new Date(ms).toUTCString().replace('GMT', zone);
      // The blank at its end makes it another form.
      expect(parseDate(written), written).toBe(parseDate(`${written} `));
    }
  }
  expect(parseDate('Wed, 20 Nov 2026 03:00:00 +0900')).toBe('2026-11-20T03:00:00+09:00');
  expect(parseDate('Mon, 31 Feb 2026 03:00:00 +0900')).toBeNull();
});

describe('a zone by name means what RFC 5322 §4.3 says', () => {
  test.each([
    ['Thu, 19 Nov 2026 13:00:00 EST', '2026-11-20T03:00:00+09:00'],
    ['Thu, 19 Nov 2026 13:00:00 est', '2026-11-20T03:00:00+09:00'],
    ['Sun, 19 Jul 2026 14:00:00 EDT', '2026-07-20T03:00:00+09:00'],
    ['Thu, 19 Nov 2026 12:00:00 CST', '2026-11-20T03:00:00+09:00'],
    ['Sun, 19 Jul 2026 13:00 CDT', '2026-07-20T03:00:00+09:00'],
    ['Thu, 19 Nov 2026 11:00:00 MST', '2026-11-20T03:00:00+09:00'],
    ['Sun, 19 Jul 2026 12:00:00 MDT', '2026-07-20T03:00:00+09:00'],
    ['Thu, 19 Nov 2026 10:00:00 PST', '2026-11-20T03:00:00+09:00'],
    ['Sun, 19 Jul 2026 11:00:00 PDT', '2026-07-20T03:00:00+09:00'],
    ['Fri, 20 Nov 2026 03:00:00 KST', '2026-11-20T03:00:00+09:00'],
    ['Thu, 19 Nov 2026 18:00:00 UT', '2026-11-20T03:00:00+09:00'],
    ['Thu, 19 Nov 2026 18:00:00 Z', '2026-11-20T03:00:00+09:00'],
    ['Thu, 19 Nov 2026 18:00:00 A', '2026-11-20T03:00:00+09:00'],
    ['Thu, 19 Nov 2026 18:00:00 m', '2026-11-20T03:00:00+09:00'],
    ['Thu, 19 Nov 2026 18:00:00 CET', '2026-11-20T03:00:00+09:00'],
    ['Thu, 19 Nov 2026 18:00:00 -0000', '2026-11-20T03:00:00+09:00'],
    ['Thu, 19 Nov 2026 13:00:00 -0500 (EST)', '2026-11-20T03:00:00+09:00'],
    ['Thu, 19 Nov 2026 13:00 (noon and one) EST', '2026-11-20T03:00:00+09:00'],
    ['Fri, 20 Nov 2026 03:00:00 GMT+0900', '2026-11-20T03:00:00+09:00'],
    ['Fri, 20 Nov 2026 03:00:00 UTC+9', '2026-11-20T03:00:00+09:00'],
    ['2026-11-19 13:00 EST', '2026-11-20T03:00:00+09:00'],
    ['2026-11-20 03:00 KST', '2026-11-20T03:00:00+09:00'],
    ['20 Nov 2026 03:00 by Hong', '2026-11-20T03:00:00+09:00'],
    ['20 Nov 2026 03:00 업데이트', '2026-11-20T03:00:00+09:00'],
  ])('%s', (text, time) => {
    expect(parseDate(text)).toBe(time);
  });
});

describe('a year of two or three digits is the one RFC 5322 §4.3 says', () => {
  test.each([
    ['20 Nov 26 03:00 +0900', '2026-11-20T03:00:00+09:00'],
    ['Friday, 20-Nov-26 03:00:00 KST', '2026-11-20T03:00:00+09:00'],
    ['20 Nov 00 03:00 +0900', '2000-11-20T03:00:00+09:00'],
    ['20 Nov 49 03:00 +0900', '2049-11-20T03:00:00+09:00'],
    ['20 Nov 50 03:00 +0900', '1950-11-20T03:00:00+09:00'],
    ['20 Nov 99 03:00 +0900', '1999-11-20T03:00:00+09:00'],
    ['20 Nov 103 03:00 +0900', '2003-11-20T03:00:00+09:00'],
  ])('%s', (text, time) => {
    expect(parseDate(text)).toBe(time);
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
