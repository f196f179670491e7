import type { Article, Headline } from '../model.ts';
import type { WordsStore } from '../storage/kept-types.ts';
import type { Archive } from '../storage/types.ts';
import { type Day, dayOf } from '../today/day.ts';

interface DaySources {
  readonly archive: Archive;
  readonly words: WordsStore;
  readonly now: () => number;
  whole(id: string): Article | null;
  withMarks(headlines: readonly Headline[]): Headline[];
}

const DAY = 24 * 60 * 60_000;

/**
 * What came since a time; for null since the day was shown last, what was published in the day before that and came only
 * then too, else in the last 24 hours. A time that the clock has not reached was noted by one that was ahead.
 */
export function dayFrom(
  { archive, words, now, whole, withMarks }: DaySources,
  asked: number | 'last-day' | null,
): Day {
  const until = now();
  const since = asked === 'last-day' ? until - DAY : asked;
  const shown = since === null ? archive.dayShown() : null;
  const last = shown !== null && shown <= until ? shown : null;
  const from = since ?? last ?? until - DAY;
  const came = archive.cameSince(
    last === null
      ? { publishedAfter: from, seenAfter: null }
      : { publishedAfter: last - DAY, seenAfter: last },
    words.all(),
  );
  return dayOf({ since: from, until, headlines: withMarks(came), article: whole });
}
