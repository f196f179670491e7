/** Reading statistics: by week, section and reporter, with the streak of days. */
import { DAY } from '../clock.ts';
import type { Reading } from '../storage/types.ts';

/**
 * Articles read, each once in what is counted (a week, a section, a reporter), and the minutes they take to
 * read.
 */
export interface Tally {
  readonly pieces: number;
  readonly minutes: number;
}

export interface Statistics extends Tally {
  /** The first day with a reading, YYYY-MM-DD in Korea; null if there is none. */
  readonly since: string | null;
  readonly days: {
    readonly read: number;
    /** Days in a row up to today, or up to yesterday if nothing was read today yet. */
    readonly streak: number;
    readonly longest: number;
  };
  /** The weeks from the first to this one, at most so many; `from` is a Monday. */
  readonly weeks: readonly (Tally & { readonly from: string })[];
  /** Most read first; a null name for articles without one. */
  readonly sections: readonly (Tally & { readonly name: string | null })[];
  readonly reporters: readonly (Tally & { readonly name: string })[];
}

const MOST_WEEKS = 12;
const MOST_REPORTERS = 20;

/** Days since the epoch of a day YYYY-MM-DD, and the other way. */
const numberOf = (day: string): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY);
const dayOf = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10);
/** The Monday of a day's week: the first day of the epoch was a Thursday. */
const mondayOf = (number: number): number => number - ((((number + 3) % 7) + 7) % 7);

/** @param today YYYY-MM-DD in Korea */
export function statisticsOf(readings: readonly Reading[], today: string): Statistics {
  const known = readings.filter(({ day }) => Number.isFinite(numberOf(day)));
  const days = [...new Set(known.map(({ day }) => numberOf(day)))].sort((one, other) => one - other);
  const first = days[0];
  return {
    since: first === undefined ? null : dayOf(first),
    ...tally(known),
    days: { read: days.length, ...streaks(days, numberOf(today)) },
    weeks: first === undefined ? [] : weeksOf(known, mondayOf(first), mondayOf(numberOf(today))),
    sections: ranked(known, ({ section }) => [section]),
    reporters: ranked(known, ({ reporters }) => [...new Set(reporters)]).slice(0, MOST_REPORTERS),
  };
}

function tally(readings: readonly Reading[]): Tally {
  const minutes = readings.reduce((sum, each) => sum + each.minutes, 0);
  return { pieces: new Set(readings.map(({ id }) => id)).size, minutes };
}

function streaks(days: readonly number[], today: number): { streak: number; longest: number } {
  let longest = 0;
  let run = 0;
  let before = Number.NaN;
  for (const day of days) {
    run = day === before + 1 ? run + 1 : 1;
    longest = Math.max(longest, run);
    before = day;
  }
  return { streak: before >= today - 1 ? run : 0, longest };
}

function weeksOf(readings: readonly Reading[], first: number, last: number): Statistics['weeks'] {
  const from = Math.max(first, last - 7 * (MOST_WEEKS - 1));
  const weeks = Array.from({ length: Math.max(0, (last - from) / 7 + 1) }, (_, at) => from + 7 * at);
  return weeks.map((week) => ({
    from: dayOf(week),
    ...tally(readings.filter(({ day }) => mondayOf(numberOf(day)) === week)),
  }));
}

function ranked<Name extends string | null>(
  readings: readonly Reading[],
  namesOf: (reading: Reading) => readonly Name[],
): (Tally & { readonly name: Name })[] {
  const groups = new Map<Name, Reading[]>();
  for (const reading of readings)
    for (const name of namesOf(reading)) {
      const group = groups.get(name);
      if (group) group.push(reading);
      else groups.set(name, [reading]);
    }
  return [...groups]
    .map(([name, group]) => ({ name, ...tally(group) }))
    .sort((one, other) => other.pieces - one.pieces || (String(one.name) < String(other.name) ? -1 : 1));
}
