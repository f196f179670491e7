import { parseKoreanTime } from '../korean/times.ts';
import type { Headline } from '../model.ts';
import { type Entry, findEntries, type Result, resultOf, within } from './engine.ts';
import { normalise } from './normalise.ts';
import { prepare } from './prepared.ts';
import { isEmpty, parseQuery } from './query.ts';

export interface SearchOptions {
  readonly limit: number;
  /** ms since the epoch, for `<어제`. */
  readonly now: number;
}

/** Headlines prepared for searching as it is typed. */
export interface HeadlineIndex {
  /** Takes headlines in; one that is known is prepared anew. */
  add(headlines: readonly Headline[]): void;
  /** Best first. An empty query finds nothing. */
  search(query: string, options: SearchOptions): Result[];
}

export function createHeadlineIndex(): HeadlineIndex {
  const entries: Entry[] = [];
  const positions = new Map<string, number>();
  /** What the last query left: the next one, if it only goes on, looks no further. */
  let last: { readonly query: string; readonly left: readonly number[] } | null = null;

  return {
    add(headlines) {
      for (const headline of headlines) {
        const position = positions.get(headline.id) ?? entries.length;
        positions.set(headline.id, position);
        entries[position] = entryOf(headline);
      }
      last = null;
    },

    search(text, { limit, now }) {
      const query = parseQuery(text, now);
      if (isEmpty(query)) return [];
      const goesOn = last !== null && text.startsWith(last.query) && last.left.length > 0;
      // A sign or a space may turn a word into a filter or a second word: then all is looked through again.
      const narrowing = goesOn && /^[\p{L}\p{N}]*$/u.test(text.slice(last!.query.length));
      const candidates = narrowing ? last!.left : within(entries, query);
      const found = findEntries(entries, query, candidates);
      const { results } =
        narrowing && found.exact.length === 0 ? findEntries(entries, query, within(entries, query)) : found;
      last = query.words.length > 0 && found.exact.length > 0 ? { query: text, left: found.exact } : null;
      return results.slice(0, limit).map((result) => resultOf(entries[result.index]!, result));
    },
  };
}

function entryOf({ id, title, summary, sections, section, publishedAt }: Headline): Entry {
  return {
    id,
    title: prepare(title),
    beside: [],
    lead: normalise(summary).text,
    sections: section === null || sections.includes(section) ? sections : [...sections, section],
    tags: [],
    time: publishedAt === null ? 0 : parseKoreanTime(publishedAt),
  };
}
