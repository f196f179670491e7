/** Grouping the archive's headlines into stories: done by the process that kept them, or by an idle one. */

import { createStoriesFile, type Grouped, isNewGrouped } from '../storage/stories/stories-file.ts';
import type { Archive, Arrival, Arrived } from '../storage/types.ts';
import { type StoryText, storyText } from '../stories/documents.ts';
import { createGrouper } from '../stories/grouper.ts';
import { ENOUGH, WINDOW } from '../stories/grouping.ts';
import type { Frequencies } from '../stories/similarity.ts';

/** Finds headlines that are the same news again. */
export interface Stories {
  /** Groups the new headlines, which takes a moment after a first start. */
  catchUp(): void;
}

/** The number of headlines grouped at a time: some 20 ms. */
const AT_ONCE = 50;
/** An archive from before there were stories is grouped from this many headlines back; older ones follow. */
const FIRST = 1_000;
/** The most headlines of the 48 hours around that are compared. */
const MOST_AROUND = 3_000;
/**
 * While few texts are known, this many of the waiting ones are counted in advance: a stem in many titles says
 * little about an event.
 */
const MOST_AHEAD = 1_000;
/** The number of headlines whose stems are remembered. */
const REMEMBERED = 6_000;
/** The number of stems whose counts are remembered: those of some 10,000 headlines. */
const MOST_KNOWN = 200_000;

/** Headlines to be grouped, and which are once they have been. */
interface Next {
  readonly arrivals: Arrival[];
  readonly grouped: Grouped;
}

interface Known {
  readonly grouped: Grouped | null;
  readonly counts: Map<string, number>;
  /** The texts whose stems are all among the counts. */
  readonly texts: WeakSet<StoryText>;
}

/**
 * The grouping of an archive's headlines. `file` keeps how far it has come, and in how many texts each stem
 * stands.
 */
export function createStories(archive: Archive, file: string) {
  const stored = createStoriesFile(file, archive);
  const texts = new Map<string, StoryText>();
  /** The number of texts that each known stem stands in: valid until another process groups. */
  let known: Known | null = null;

  function frequencies(before: Grouped | null, asked: Iterable<StoryText>): Map<string, number> {
    if (known?.grouped?.from !== before?.from || known?.grouped?.until !== before?.until) known = null;
    known ??= { grouped: before, counts: new Map(), texts: new WeakSet() };
    const { counts, texts: counted } = known;
    const unknown = new Set<string>();
    for (const text of asked) {
      if (counted.has(text)) continue;
      counted.add(text);
      for (const stem of text.all.keys()) if (!counts.has(stem)) unknown.add(stem);
    }
    const read = stored.frequencies(unknown);
    for (const stem of unknown) counts.set(stem, read.get(stem) ?? 0);
    return counts;
  }

  /** Counts the texts that were just grouped. */
  function learn(grouped: Grouped, stems: ReadonlyMap<string, number>): void {
    if (known === null || known.counts.size > MOST_KNOWN) {
      known = null;
      return;
    }
    const { counts } = known;
    for (const [stem, many] of stems) counts.set(stem, (counts.get(stem) ?? 0) + many);
    known = { ...known, grouped };
  }

  function textOf({ id, title, lead, publishedAt }: Arrival): StoryText {
    const known = texts.get(id);
    if (known?.publishedAt === publishedAt) return known;
    const text = storyText({ id, title, lead, publishedAt });
    texts.set(id, text);
    return text;
  }

  /** The texts of headlines, each read from the archive once. */
  function textsOf(arrived: readonly Arrived[]): StoryText[] {
    if (texts.size > REMEMBERED) texts.clear();
    const unread = arrived.filter(({ id, publishedAt }) => texts.get(id)?.publishedAt !== publishedAt);
    for (const arrival of archive.arrivalsOf(unread.map(({ id }) => id))) textOf(arrival);
    return arrived.flatMap(({ id }) => texts.get(id) ?? []);
  }

  /** The next headlines to be grouped, the newly come before the old ones. */
  function next(before: Grouped | null): Next | null {
    const newest = archive.newestRow();
    const start = Math.max(0, newest - FIRST);
    // A row's number is reused if the newest headline was removed.
    const { from, until } = before ?? { from: start, until: start };
    const come = archive.arrivals(Math.min(until, newest), newest, AT_ONCE);
    if (come.length > 0) return { arrivals: come, grouped: { from, until: come.at(-1)!.row } };
    if (from <= 0) return null;
    const first = Math.max(0, from - AT_ONCE);
    return { arrivals: archive.arrivals(first, from, AT_ONCE), grouped: { from: first, until } };
  }

  /** Headlines to be grouped next: those that came after the last ones, and older ones behind them. */
  function waiting({ arrivals, grouped }: Next): Arrival[] {
    const newest = archive.newestRow();
    const come = archive.arrivals(grouped.until, newest, MOST_AHEAD);
    const older = archive.arrivals(
      Math.max(0, grouped.from - MOST_AHEAD + come.length),
      grouped.from,
      MOST_AHEAD,
    );
    const now = new Set(arrivals.map(({ row }) => row));
    return [...come, ...older].filter(({ row }) => !now.has(row));
  }

  /** Groups some headlines, at most 50. False when all are grouped. */
  function groupSome(): boolean {
    if (archive.mode !== 'read-write') return false;
    const before = stored.grouped();
    const some = next(before);
    if (some === null) return false;
    const documents = stored.documents();
    const ahead = documents < ENOUGH ? waiting(some).map(textOf) : [];
    const stems = new Map<string, number>();
    const joined: { id: string; story: string }[] = [];
    for (const arrivals of together(some.arrivals)) {
      const rows = new Set(arrivals.map(({ row }) => row));
      const isGrouped = ({ row }: Arrived): boolean =>
        before !== null && row > before.from && row <= before.until && !rows.has(row);
      const around = archive
        .arrivedBetween(arrivals[0]!.publishedAt - WINDOW, arrivals.at(-1)!.publishedAt + WINDOW, MOST_AROUND)
        .filter(isGrouped);
      const stories = archive.storiesOf(around.map(({ id }) => id));
      // A headline taken out of its story stands alone for good.
      const near = textsOf(around.filter(({ id }) => stories.get(id) !== null));
      const recent = near.map((text) => ({ text, story: stories.get(text.id) ?? text.id }));
      const fresh = arrivals.map(textOf);
      const grouper = createGrouper({
        recent,
        documents,
        frequencies: frequencies(before, [...near, ...fresh, ...ahead]),
        ahead: [...fresh, ...ahead],
      });
      for (const text of fresh) {
        const story = grouper.add(text);
        if (story !== text.id) joined.push({ id: text.id, story });
        for (const stem of text.all.keys()) stems.set(stem, (stems.get(stem) ?? 0) + 1);
      }
    }
    const placed = { joined, stems, documents: some.arrivals.length, grouped: some.grouped };
    if (stored.keep(before, placed)) learn(some.grouped, stems);
    else known = null;
    return true;
  }

  const stories: Stories = {
    catchUp() {
      quietly(() => {
        // One slice more than there are, for a slice that another process or a damaged file undid.
        for (let left = archive.newestRow() + 3 * AT_ONCE; left > 0 && groupSome(); left -= AT_ONCE);
      });
    },
  };

  /** Groups the headlines that are new since the last time, and leaves older ones for later. */
  function catchUpNew(): void {
    quietly(() => {
      const most = archive.newestRow() + 3 * AT_ONCE;
      for (let left = most; left > 0 && !isNewGrouped(archive, stored) && groupSome(); left -= AT_ONCE);
    });
  }

  /** The number of grouped texts that each stem stands in; 0 if that is not known. */
  function frequenciesOf(stems: Iterable<string>): Frequencies {
    let counts: ReadonlyMap<string, number> = new Map();
    let documents = 0;
    quietly(() => {
      counts = stored.frequencies(new Set(stems));
      documents = stored.documents();
    });
    return { documents, of: (stem) => counts.get(stem) ?? 0 };
  }

  return { ...stories, catchUpNew, groupSome, frequenciesOf, close: stored.close };
}

/** Stories can be made again, so their failures must not stop anything else. */
function quietly(act: () => void): void {
  try {
    act();
  } catch {
    // Headlines that cannot be grouped now are tried again when others come.
  }
}

/** Headlines in the order of their publication, in groups with more than 48 hours between them. */
function together(arrivals: readonly Arrival[]): Arrival[][] {
  const sorted = arrivals.toSorted(
    (one, other) => one.publishedAt - other.publishedAt || one.row - other.row,
  );
  const parts: Arrival[][] = [];
  for (const arrival of sorted) {
    const last = parts.at(-1);
    if (last !== undefined && arrival.publishedAt - last.at(-1)!.publishedAt <= WINDOW) last.push(arrival);
    else parts.push([arrival]);
  }
  return parts;
}
