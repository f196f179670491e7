import type { Corrections } from '../corrections/history.ts';
import { clockOf, dayHeading, koreanTime } from '../korean/times.ts';
import { type Language, say } from '../messages/index.ts';

/** `2번 고침 · 09:12`; of another day than today's with its date. */
export function correctedText({ count, at }: Corrections, now: number, language: Language): string {
  return say(language, 'corrections.count', { count, time: timeText(at, now, language) });
}

/** The clock of a time in ms since the epoch; of another day than today with its date. */
export function timeText(at: number, now: number, language: Language): string {
  const time = koreanTime(at);
  const isToday = time.slice(0, 10) === koreanTime(now).slice(0, 10);
  return isToday ? clockOf(time) : `${dayHeading(time, now, language)} ${clockOf(time)}`;
}
