import { parseKoreanTime } from '../korean/times.ts';
import type { Headline } from '../model.ts';
import { findEntries, type Memo, type Result } from './engine.ts';
import { isEmpty, parseQuery } from './query.ts';
import { createShelf, type Entry, FULL, prepareShelf, type Shelf, sectionsOf } from './segment.ts';

export interface SearchOptions {
  readonly limit: number;
  /** ms since the epoch, for `<어제`. */
  readonly now: number;
}

/** Headlines prepared for searching as it is typed. */
export interface HeadlineIndex {
  /** Takes headlines in; one that is known takes the place of what was. */
  add(headlines: readonly Headline[]): void;
  /** Does ahead, for some 2,000 headlines, what a search would else do when it comes to them. False when all is done. */
  prepare(): boolean;
  /** Best first. An empty query finds nothing. */
  search(query: string, options: SearchOptions): Result[];
}

export function createHeadlineIndex(): HeadlineIndex {
  let shelves: Shelf[] = [];
  let memo: Memo = new Map();
  const known = new Set<string>();
  const ready = new WeakSet<Shelf>();

  return {
    add(headlines) {
      if (headlines.length === 0) return;
      const fresh = new Map(headlines.map((headline) => [headline.id, entryOf(headline)]));
      const full = shelves.filter(({ entries }) => entries.length >= FULL);
      if (headlines.some(({ id }) => known.has(id))) for (const shelf of full) retire(shelf, fresh);
      for (const { id } of headlines) known.add(id);
      for (const { entries } of shelves.filter((shelf) => !full.includes(shelf))) {
        for (const entry of entries) if (!fresh.has(entry.id)) fresh.set(entry.id, entry);
      }
      const entries = [...fresh.values()];
      // Those that come first are the newest: the rest is what later ones may join.
      const rest = entries.length % FULL;
      const parts = rest === 0 ? [] : [entries.slice(0, rest)];
      for (let at = rest; at < entries.length; at += FULL) parts.push(entries.slice(at, at + FULL));
      memo = new Map();
      shelves = [...parts.map(createShelf), ...full];
    },

    prepare() {
      const next = shelves.find((shelf) => !ready.has(shelf));
      if (next === undefined) return false;
      prepareShelf(next);
      ready.add(next);
      return true;
    },

    search(text, { limit, now }) {
      const query = parseQuery(text, now);
      return isEmpty(query) ? [] : findEntries(shelves, query, limit, memo);
    },
  };
}

/** Marks the entries that others take the place of. */
function retire(shelf: Shelf, fresh: ReadonlyMap<string, Entry>): void {
  shelf.entries.forEach(({ id }, index) => {
    if (!fresh.has(id)) return;
    shelf.stale ??= new Uint8Array(shelf.entries.length);
    shelf.stale[index] = 1;
  });
}

function entryOf(headline: Headline): Entry {
  const { id, title, summary, publishedAt } = headline;
  return {
    id,
    title,
    beside: [],
    lead: summary,
    sections: sectionsOf(headline),
    tags: [],
    time: publishedAt === null ? null : parseKoreanTime(publishedAt),
  };
}
