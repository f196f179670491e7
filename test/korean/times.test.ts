import { describe, expect, test } from 'vitest';
import { cellWidth } from '../../source/korean/cells.ts';
import {
  age,
  clockOf,
  dayHeading,
  fullTime,
  koreanTime,
  listAge,
  parseKoreanTime,
} from '../../source/korean/times.ts';
import fc from '../support/fast-check.ts';

const at = (time: string): number => Date.parse(`${time}+09:00`);
const NOW = at('2026-11-20T14:30:00');

describe('the age of a headline at half past two on 20 November 2026', () => {
  test.each([
    ['2026-11-20T14:29:30', '방금', 'now'],
    ['2026-11-20T14:29:00', '1분 전', '1 min ago'],
    ['2026-11-20T14:27:00', '3분 전', '3 min ago'],
    ['2026-11-20T13:30:01', '59분 전', '59 min ago'],
    ['2026-11-20T13:30:00', '1시간 전', '1 h ago'],
    ['2026-11-20T12:10:00', '2시간 전', '2 h ago'],
    ['2026-11-20T08:30:01', '5시간 전', '5 h ago'],
    ['2026-11-20T08:30:00', '오늘 08:30', 'today 08:30'],
    ['2026-11-20T03:00:00', '오늘 03:00', 'today 03:00'],
    ['2026-11-20T00:00:00', '오늘 00:00', 'today 00:00'],
    ['2026-11-19T23:59:59', '어제 23:59', 'yesterday 23:59'],
    ['2026-11-19T18:20:00', '어제 18:20', 'yesterday 18:20'],
    ['2026-11-18T23:59:59', '11월 18일', '18 Nov'],
    ['2026-01-01T00:00:00', '1월 1일', '1 Jan'],
    ['2025-12-31T23:59:59', '2025년 12월 31일', '2025-12-31'],
    ['2025-03-02T03:00:00', '2025년 3월 2일', '2025-03-02'],
    ['2026-11-20T20:00:00', '오늘 20:00', 'today 20:00'],
    ['2026-11-21T03:00:00', '내일 03:00', 'tomorrow 03:00'],
  ])('of %s is %s', (time, korean, english) => {
    expect(age(`${time}+09:00`, NOW, 'ko')).toBe(korean);
    expect(age(`${time}+09:00`, NOW, 'en')).toBe(english);
  });
});

describe('the age in a list', () => {
  test.each([
    ['2026-11-20T14:27:00', '3분 전', '3 min ago'],
    ['2026-11-20T03:00:00', '오늘 03:00', 'today 03:00'],
    ['2026-11-19T18:20:00', '어제 18:20', 'Thu 18:20'],
    ['2026-11-21T03:00:00', '내일 03:00', 'Sat 03:00'],
    ['2026-11-18T23:59:59', '11월 18일', 'Wed 18 Nov'],
    ['2026-01-01T00:00:00', '1월 1일', 'Thu 1 Jan'],
    ['2025-12-31T23:59:59', '2025.12.31', '2025-12-31'],
  ])('of %s is %s', (time, korean, english) => {
    expect(listAge(`${time}+09:00`, NOW, 'ko')).toBe(korean);
    expect(listAge(`${time}+09:00`, NOW, 'en')).toBe(english);
  });

  test('is never wider than its column, and empty for an invalid time', () => {
    fc.assert(
      fc.property(fc.integer({ min: -86_400 * 800, max: 86_400 * 40 }), (seconds) => {
        const time = koreanTime(NOW + seconds * 1000);
        expect(cellWidth(listAge(time, NOW, 'ko'))).toBeLessThanOrEqual(10);
        expect(cellWidth(listAge(time, NOW, 'en'))).toBeLessThanOrEqual(11);
      }),
    );
    expect(listAge('soon', NOW, 'ko')).toBe('');
    expect(listAge('soon', NOW, 'en')).toBe('');
  });
});

test('just after midnight, the age of a headline some hours old is in hours and not yesterday', () => {
  expect(age('2026-11-19T23:10:00+09:00', at('2026-11-20T00:40:00'), 'ko')).toBe('1시간 전');
});

test('a day is a day in Seoul, in any time zone of the machine', () => {
  expect(process.env.TZ).toBe('America/New_York');
  expect(fullTime('2026-11-20T03:00:00+09:00', 'ko')).toBe('2026년 11월 20일 03:00');
  expect(fullTime('2026-11-20T03:00:00+09:00', 'en')).toBe('2026-11-20 03:00 KST');
  expect(koreanTime(Date.UTC(2026, 10, 19, 18))).toBe('2026-11-20T03:00:00+09:00');
});

test('an instant survives being written in Korean time, to the second', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (seconds) => {
      expect(parseKoreanTime(koreanTime(seconds * 1000))).toBe(seconds * 1000);
    }),
  );
});

test('an invalid time is shown as nothing', () => {
  expect(age('soon', NOW, 'ko')).toBe('');
  expect(fullTime('soon', 'ko')).toBe('');
  expect(parseKoreanTime('soon')).toBeNaN();
});

describe('the heading of a day, on Friday, 20 November 2026', () => {
  test.each([
    ['2026-11-20T00:00:00', '오늘', 'Today'],
    ['2026-11-19T23:59:59', '어제', 'Yesterday'],
    ['2026-11-21T03:00:00', '내일', 'Tomorrow'],
    ['2026-11-18T12:00:00', '11월 18일 수', 'Wed 18 Nov'],
    ['2026-01-01T12:00:00', '1월 1일 목', 'Thu 1 Jan'],
    ['2024-02-29T12:00:00', '2024년 2월 29일 목', 'Thu 29 Feb 2024'],
    ['1969-12-31T12:00:00', '1969년 12월 31일 수', 'Wed 31 Dec 1969'],
  ])('%s', (time, korean, english) => {
    expect(dayHeading(`${time}+09:00`, NOW, 'ko')).toBe(korean);
    expect(dayHeading(`${time}+09:00`, NOW, 'en')).toBe(english);
  });

  test('is empty for an invalid time, as its clock is', () => {
    expect(dayHeading('soon', NOW, 'ko')).toBe('');
    expect(clockOf('soon')).toBe('');
    expect(clockOf('2026-11-20T00:05:00+09:00')).toBe('00:05');
  });
});
