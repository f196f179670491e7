/** Full text: searching the titles and texts of all that is kept, by the index on the disk. */
import type { CandidateSource } from '../candidates.ts';
import type { FoundBy } from '../model.ts';
import { type SearchOptions, searchHeadlines } from './headline-search.ts';
import { createFinder, EVERY_STEP, IN_TITLES, type Result, resultsOf } from './match/engine.ts';
import { createHighlighter } from './match/highlight.ts';
import { createSegment, type SegmentEntry } from './match/segment.ts';
import { parseQuery, type Word } from './query/query.ts';
import { createBodies } from './shortlist/bodies.ts';
import { inText, typed } from './shortlist/shortlist.ts';
import { forTexts } from './shortlist/tokens.ts';
import { mapped, type SearchStep, type SearchSteps } from './steps.ts';

/** A text as it is looked through. */
export interface SearchedText {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly sections: readonly string[];
  readonly tags: readonly string[];
  /** The names of the reporters; null for a headline whose article is not kept. */
  readonly reporters: readonly string[] | null;
  /** ms since the epoch; null without a date. */
  readonly time: number | null;
}

/** The source of the texts that are searched. */
export interface TextSource extends CandidateSource {
  /** Null for an article that is gone. */
  text(id: string): SearchedText | null;
}

/**
 * The least number of titles looked through; the number of texts read at a time, and in all of those that the
 * index gives.
 */
const FEWEST = 1000;
const TEXTS = 20;
const MOST_TEXTS = 2000;
/**
 * The number of unindexed texts read at a time. All of them are looked through before what is found counts as enough:
 * they come by their ids, of which the highest is not always the newest.
 */
const UNINDEXED = 500;
/** With fewer results, titles that match in looser ways are added. */
const FEW = 5;

/** Finds texts: those with the words in their titles first, newer before older among equals. */
export function* searchTexts(source: TextSource, text: string, options: SearchOptions): SearchSteps<Result> {
  const { limit, now } = options;
  const query = parseQuery(text, now);
  const { words, sections, from, to, tags, read } = query;
  const guessed = new Set<Word>();
  const finder = createFinder(query, guessed);
  const matchesIn = createHighlighter(words, guessed);
  const filters = { sections, tags, from, to, read };
  /** The texts that were searched whole, or found by their title alone. */
  const seen = new Set<string>();
  const ends = new Map<string, Ends>();
  const places = new Map<string, FoundBy>();
  const placeIn = (id: string): FoundBy => {
    const place =
      places.get(id) ??
      placeOf(ends.get(id) ?? { tags, reporters: null }, words, () =>
        // The tags and the reporters are the last two paragraphs.
        (source.text(id)?.paragraphs ?? []).slice(0, -2),
      );
    places.set(id, place);
    return place;
  };
  const best = (): Result[] =>
    resultsOf(finder.best(limit), matchesIn).map((result) =>
      result.found === 'lead' ? { ...result, found: placeIn(result.id) } : result,
    );
  const step: SearchStep<Result> = { results: best, guesses: false };

  const add = (entries: readonly SegmentEntry[]): void => {
    if (entries.length > 0) finder.add(createSegment(entries, createBodies));
  };
  /**
   * @param known the time by which the archive orders it, if it has one: a text's own may be a mistake
   * (2099).
   */
  const entryOf = (id: string, filtered: boolean, known: number | null): SegmentEntry[] => {
    if (seen.has(id)) return [];
    seen.add(id);
    const found = source.text(id);
    if (found === null) return [];
    const { title, paragraphs } = found;
    ends.set(id, { tags: found.tags, reporters: found.reporters });
    const time = known ?? found.time;
    const within = filtered ? { sections, tags } : { sections: found.sections, tags: found.tags };
    return [{ id, title, lead: paragraphs.join('\n'), beside: [], time, ...within }];
  };
  const isDone = (): boolean => finder.look(EVERY_STEP) >= limit;

  function inTitles(): boolean {
    const match = typed(words);
    if (match === null) return false;
    const rows = source.candidates({
      in: 'titles',
      match,
      ...filters,
      below: null,
      limit: Math.max(FEWEST, limit),
    });
    // Unindexed texts were looked through before, with the title of their page, which may be another one.
    const before = new Set(finder.best(Number.POSITIVE_INFINITY).map(({ entry }) => entry.id));
    const fresh = rows.filter(({ id }) => !before.has(id));
    add(fresh.map(({ id, title, time }) => ({ id, title, time, lead: '', beside: [], sections, tags })));
    finder.look(IN_TITLES);
    const found = finder.best(Number.POSITIVE_INFINITY);
    for (const { entry } of found) seen.add(entry.id);
    return found.length >= limit;
  }

  function* inTexts(): Generator<SearchStep<Result>, void> {
    const match = inText(words);
    if (match === null) return;
    let below: number | null = null;
    for (let read = 0; read < Math.max(MOST_TEXTS, limit); read += TEXTS) {
      const rows = source.candidates({
        in: 'texts',
        match: forTexts(match),
        ...filters,
        below,
        limit: TEXTS,
      });
      add(rows.flatMap(({ id, time }) => entryOf(id, true, time)));
      if (isDone() || rows.length < TEXTS) return;
      yield step;
      below = rows.at(-1)!.number;
    }
  }

  function* amongUnindexed(): Generator<SearchStep<Result>, void> {
    const mayHave = rawFilter(words);
    let below: string | null = null;
    for (;;) {
      const page = source.unindexed('texts', below, UNINDEXED);
      for (let at = 0; at < page.length; at += TEXTS) {
        const likely = page.slice(at, at + TEXTS).filter(({ raw }) => mayHave(raw ?? ''));
        if (likely.length === 0) continue;
        add(likely.flatMap(({ id, headline }) => entryOf(id, false, headline?.time ?? null)));
        finder.look(EVERY_STEP);
        yield step;
      }
      if (page.length < UNINDEXED || isDone()) return;
      yield step;
      below = page.at(-1)!.id;
    }
  }

  yield* amongUnindexed();
  if (!inTitles()) {
    yield step;
    yield* inTexts();
  }
  const found = best();
  if (found.length >= FEW || tags.length > 0) return found;
  // Titles that match in ways not tried on texts: by initial consonants, with a space missing or a slip.
  const known = new Set(found.map(({ id }) => id));
  return yield* mapped(searchHeadlines(source, text, options), (looser) =>
    [...found, ...looser.filter(({ id }) => !known.has(id))].slice(0, limit),
  );
}

/** The short parts of a text, which its paragraphs end with. */
type Ends = Pick<SearchedText, 'tags' | 'reporters'>;

/** The part of a text that has all words; `body` reads its paragraphs, which is seldom needed. */
function placeOf({ tags, reporters }: Ends, words: readonly Word[], body: () => readonly string[]): FoundBy {
  if (reporters === null) return 'lead';
  const hasAll = (parts: readonly string[]): boolean => {
    const bodies = createBodies([parts.join('\n')]);
    return words.every((word) => {
      let has = false;
      bodies.eachWith(word, () => {
        has = true;
      });
      return has;
    });
  };
  const where = hasAll(tags) ? 'tag' : hasAll(reporters) ? 'reporter' : 'text';
  return where === 'text' || hasAll(body()) ? 'text' : where;
}

/**
 * Between two units of a word in a text as it is kept, as JSON. Only the letter of a line break or tab needs its
 * backslash; an escaped quotation mark is two signs anyway, and a second way to read it would double the time of each.
 */
const GAP = '(?:\\\\[nrt]|[^\\p{L}\\p{N}])*';
/**
 * Characters that are compared only when a text is read whole: Hanja, for their readings, and compatibility
 * characters.
 */
const WHOLE = /[\u2100-\u214f\u2460-\u24ff\u3200-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/** Whether a kept text as it stands in the file may have the words: a quick look that leaves none out. */
export function rawFilter(
  words: readonly Pick<Word, 'typed' | 'readings' | 'nouns' | 'otherLayouts'>[],
): (raw: string) => boolean {
  const patterns = words.map(({ typed, readings, nouns, otherLayouts }) => {
    const meant = [typed, ...readings, ...nouns, ...otherLayouts.map((other) => other.typed)];
    // The last syllable may be unfinished.
    const heads = meant.map((each) => each.slice(0, -1)).filter((head) => head !== '');
    if (heads.length < meant.length || !heads.every((head) => /^[\p{L}\p{N}]+$/u.test(head))) return null;
    return new RegExp(heads.map((head) => [...head].join(GAP)).join('|'), 'iu');
  });
  return (raw) => WHOLE.test(raw) || patterns.every((pattern) => pattern?.test(raw) ?? true);
}
