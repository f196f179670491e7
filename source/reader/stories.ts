/** Grouping what the archive holds into stories, as it comes. Whoever has kept headlines does so, or has a moment to. */

import { createStoriesFile, type Grouped } from '../storage/stories/stories-file.ts';
import type { Archive, Arrival } from '../storage/types.ts';
import { type StoryText, storyText } from '../stories/documents.ts';
import { createGrouper } from '../stories/grouper.ts';
import { ENOUGH, WINDOW } from '../stories/grouping.ts';

/** Finds headlines that are the same news again. */
export interface Stories {
  /** Groups what has come and is not grouped yet, which takes a moment after a first start. */
  catchUp(): void;
}

/** How many headlines are grouped at a time: some 20 ms. */
const AT_ONCE = 50;
/** An archive from before there were stories is grouped from this many headlines back; what is older follows. */
const FIRST = 1_000;
/** The most headlines of the 48 hours around that are compared. */
const MOST_AROUND = 3_000;
/** While few texts are known, so many of those that wait count already: what many titles share tells no event. */
const MOST_AHEAD = 1_000;
/** How many headlines' stems are remembered. */
const REMEMBERED = 6_000;

/** Headlines to be grouped, and which are once they have been. */
interface Next {
  readonly arrivals: Arrival[];
  readonly grouped: Grouped;
}

/** What groups an archive's headlines. `file` is where is kept how far it has come, and how often words stand in them. */
export function createStories(archive: Archive, file: string) {
  const stored = createStoriesFile(file, archive);
  const texts = new Map<string, StoryText>();

  function textOf({ id, title, lead, publishedAt }: Arrival): StoryText {
    let text = texts.get(id);
    if (text?.publishedAt !== publishedAt) {
      text = storyText({ id, title, lead, publishedAt });
      if (texts.size >= REMEMBERED) texts.clear();
      texts.set(id, text);
    }
    return text;
  }

  /** The next headlines to be grouped, the newly come before the old ones. */
  function next(before: Grouped | null): Next | null {
    const newest = archive.newestRow();
    const start = Math.max(0, newest - FIRST);
    // A row's number is given again where the newest headline was removed.
    const { from, until } = before ?? { from: start, until: start };
    const come = archive.arrivals(Math.min(until, newest), newest, AT_ONCE);
    if (come.length > 0) return { arrivals: come, grouped: { from, until: come.at(-1)!.row } };
    if (from <= 0) return null;
    const first = Math.max(0, from - AT_ONCE);
    return { arrivals: archive.arrivals(first, from, AT_ONCE), grouped: { from: first, until } };
  }

  /** What came after some headlines and is to be grouped next, or is older and comes after them. */
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
      const isGrouped = ({ row }: Arrival): boolean =>
        before !== null && row > before.from && row <= before.until && !rows.has(row);
      const around = archive
        .arrivalsBetween(
          arrivals[0]!.publishedAt - WINDOW,
          arrivals.at(-1)!.publishedAt + WINDOW,
          MOST_AROUND,
        )
        .filter(isGrouped);
      const stories = archive.storiesOf(around.map(({ id }) => id));
      // A headline taken out of its story stands alone for good.
      const recent = around
        .filter(({ id }) => stories.get(id) !== null)
        .map((each) => ({ text: textOf(each), story: stories.get(each.id) ?? each.id }));
      const fresh = arrivals.map(textOf);
      const all = new Set(
        [...recent.map(({ text }) => text), ...fresh, ...ahead].flatMap((text) => [...text.all.keys()]),
      );
      const grouper = createGrouper({
        recent,
        documents,
        frequencies: stored.frequencies(all),
        ahead: [...fresh, ...ahead],
      });
      for (const text of fresh) {
        const story = grouper.add(text);
        if (story !== text.id) joined.push({ id: text.id, story });
        for (const stem of text.all.keys()) stems.set(stem, (stems.get(stem) ?? 0) + 1);
      }
    }
    stored.keep(before, { joined, stems, documents: some.arrivals.length, grouped: some.grouped });
    return true;
  }

  const stories: Stories = {
    catchUp() {
      quietly(() => {
        // A slice more than there are, for one that another process or a damaged file brought to nothing.
        for (let left = archive.newestRow() + 3 * AT_ONCE; left > 0 && groupSome(); left -= AT_ONCE);
      });
    },
  };
  return { ...stories, groupSome, close: stored.close };
}

/** Stories can be made again and are no reason for anything else to fail. */
function quietly(act: () => void): void {
  try {
    act();
  } catch {
    // Headlines that cannot be grouped now are tried again when others come.
  }
}

/** Headlines in the order of their publication, parted where 48 hours lie between two. */
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
