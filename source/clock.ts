/**
 * Comparing times with a clock that may be wrong: a dead battery, another system's idea of the local time, a machine
 * that slept. A time that the clock has not reached was noted while the clock was ahead and says nothing about how
 * long ago it was. All times are in ms since the epoch.
 */

/** Lengths of time, in ms. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Whether a time lies less than `within` ms back. One in the future does not: it is not known how old it is. */
export function isRecent(time: number | null, now: number, within: number): boolean {
  return time !== null && time <= now && now - time < within;
}

/** Whether a time is still to come, and at most `longest` ms away: further off it was noted by another clock. */
export function isAhead(time: number | null, now: number, longest: number): boolean {
  return time !== null && time > now && time - now <= longest;
}

/**
 * The longest time, in ms, by which the newest of many dates may lie after the middle one and still be
 * believed.
 */
export const BELIEVED = 30 * DAY;

/**
 * The newest of many times that is plausible: at most 30 days after the median (the lower one of two), so that a few
 * dated wrongly do not count. Null for none.
 */
export function newestPlausible(times: readonly number[]): number | null {
  const sorted = times.toSorted((one, other) => one - other);
  const median = sorted[Math.floor((sorted.length - 1) / 2)];
  if (median === undefined) return null;
  return sorted.findLast((time) => time - median <= BELIEVED)!;
}
