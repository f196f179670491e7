import { expect, test } from 'vitest';
import { HOURLY, isWatchedFor, mayAskAgain } from '../../source/corrections/asking-again.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.parse('2026-11-20T12:00:00+09:00');
const ago = (minutes: number): number => NOW - minutes * MINUTE;
const times = (count: number, minutes: number): number[] => Array.from({ length: count }, () => ago(minutes));

test.each<[string, number[], number[], boolean]>([
  ['never asked for', [], [], true],
  ['asked for a minute ago', [ago(1)], [], false],
  ['asked for 59 minutes ago, after an older time', [ago(600), ago(59)], [], false],
  ['asked for an hour ago', [ago(60)], [], true],
  ['asked for at a time that is still to come', [ago(-30)], [], true],
  ['asked for lately, and at a time to come', [ago(-30), ago(10)], [], false],
  ['one of 19 others in the hour', [], times(HOURLY - 1, 30), true],
  ['one of 20 others in the hour', [], times(HOURLY, 30), false],
  ['one of 20 others an hour ago', [], times(HOURLY, 60), true],
  ['one of 20 others in the future', [], times(HOURLY, -5), true],
])('a page %s', (_, own, again, allowed) => {
  expect(mayAskAgain({ own, again }, NOW)).toBe(allowed);
});

test('a bookmark is asked for again for 48 hours from its publication, and never before it', () => {
  expect(isWatchedFor(ago(47 * 60), NOW)).toBe(true);
  expect(isWatchedFor(NOW - 48 * HOUR, NOW)).toBe(false);
  expect(isWatchedFor(ago(-1), NOW)).toBe(false);
  expect(isWatchedFor(null, NOW)).toBe(false);
});
