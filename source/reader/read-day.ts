import { DAY } from '../clock.ts';
import type { Headline } from '../model.ts';
import { readingLength } from '../reading-time.ts';
import type { Bookmarks, WordsStore } from '../storage/kept-types.ts';
import type { Archive } from '../storage/types.ts';
import { type Day, dayOf } from '../today/day.ts';

interface DaySources {
  readonly archive: Archive;
  readonly bookmarks: Pick<Bookmarks, 'text'>;
  readonly words: WordsStore;
  readonly now: () => number;
  withMarks(headlines: readonly Headline[]): Headline[];
}

/**
 * The headlines of a day. `null` means since the day was shown last, with those published in the day before
 * that but received only later; if it was never shown, the last 24 hours. A time in the future was noted by a
 * clock that was ahead, and does not count.
 */
export function dayFrom(
  { archive, bookmarks, words, now, withMarks }: DaySources,
  asked: number | 'last-day' | null,
): Day {
  const until = now();
  const since = asked === 'last-day' ? until - DAY : asked;
  const shown = since === null ? archive.dayShown() : null;
  const last = shown !== null && shown <= until ? shown : null;
  const from = since ?? last ?? until - DAY;
  const came = withMarks(
    archive.cameSince(
      last === null
        ? { publishedAfter: from, seenAfter: null }
        : { publishedAfter: last - DAY, seenAfter: last },
      words.all(),
    ),
  );
  const lengths = new Map(archive.readingLengths(came.map(({ id }) => id)));
  // The text of a bookmark may be kept with the bookmark alone.
  for (const { id, bookmarked } of came) {
    const text = bookmarked && !lengths.has(id) ? bookmarks.text(id) : null;
    if (text !== null && text.source !== 'feed') lengths.set(id, readingLength(text));
  }
  return dayOf({ since: from, until, headlines: came, lengths });
}
