import type { MatchRange } from '../model.ts';
import { findFuzzy } from './fuzzy.ts';
import { findWord, type Hit } from './matcher.ts';
import type { Prepared } from './prepared.ts';
import type { Query, Word } from './query.ts';

/** Something that can be found. */
export interface Entry {
  readonly id: string;
  readonly title: Prepared;
  /** Short fields beside the title, looked through in every way: reporters, tags, a section's label. */
  readonly beside: readonly Prepared[];
  /** A long field, normalised; only what was typed is looked for in it. */
  readonly lead: string;
  readonly sections: readonly string[];
  /** Normalised. */
  readonly tags: readonly string[];
  /** ms since the epoch; newer comes first among equals. */
  readonly time: number;
}

export interface Result {
  readonly id: string;
  /** From 1, the best, to 0. */
  readonly score: number;
  /** Ranges of the title, ascending and apart. */
  readonly matches: readonly MatchRange[];
}

/** What a hit in a lead is worth: below every title that has what was typed, above every guess. */
const LEAD = 0.86;
/** A field beside the title counts a little less than the title. */
const BESIDE = 0.95;
/** A word that was found only in two parts (한국은행금리 in 한국은행, 금리). */
const PARTS = 0.58;
const SHORTEST_PART = 2;

interface Scored {
  readonly index: number;
  readonly score: number;
  readonly ranges: readonly MatchRange[];
}

/** The entries (by index) within a query's filters. */
export function within(entries: readonly Entry[], query: Query): number[] {
  const { sections, tags, from, to } = query;
  const indices: number[] = [];
  entries.forEach((entry, index) => {
    if (sections.length > 0 && !sections.some((name) => name === 'total' || entry.sections.includes(name)))
      return;
    if (
      !tags.every(
        (tag) => entry.tags.includes(tag) || entry.title.forms.some((form) => form.text.includes(tag)),
      )
    )
      return;
    if ((from !== null && !(entry.time >= from)) || (to !== null && !(entry.time < to))) return;
    indices.push(index);
  });
  return indices;
}

/** Finds the entries that have all words, best first; `exact` tells which were found without guessing at slips. */
export function findEntries(
  entries: readonly Entry[],
  query: Query,
  candidates: readonly number[],
): { results: Scored[]; exact: number[] } {
  const exact: Scored[] = [];
  for (const index of candidates) {
    const hits = query.words.map((word) => hitIn(entries[index]!, word));
    if (hits.every((hit) => hit !== null)) exact.push(scored(index, hits));
  }
  const results =
    exact.length > 0 || query.words.length === 0 ? exact : withSlips(entries, query, candidates);
  results.sort(
    (one, other) => other.score - one.score || entries[other.index]!.time - entries[one.index]!.time,
  );
  return { results, exact: exact.map(({ index }) => index) };
}

function hitIn(entry: Entry, word: Word): Hit | null {
  const inTitle = findWord(word, entry.title);
  if (inTitle !== null && inTitle.score >= LEAD) return inTitle;
  let best = inTitle;
  for (const field of entry.beside) {
    const hit = findWord(word, field);
    if (hit !== null && hit.score * BESIDE > (best?.score ?? 0))
      best = { score: hit.score * BESIDE, range: [0, 0] };
  }
  if ((best?.score ?? 0) < LEAD && entry.lead.includes(word.typed))
    best = { score: LEAD, range: best?.range ?? [0, 0] };
  return best ?? inParts(word, entry.title);
}

/** A missing space: the word's two parts stand apart in the title. */
function inParts(word: Word, title: Prepared): Hit | null {
  const { typed } = word;
  if (typed.length < 2 * SHORTEST_PART || !/^[가-힣a-z0-9]+$/.test(typed)) return null;
  for (const { text, offsets, ends } of title.forms) {
    for (let cut = typed.length - SHORTEST_PART; cut >= SHORTEST_PART; cut -= 1) {
      const first = text.indexOf(typed.slice(0, cut));
      if (first < 0) continue;
      const second = text.indexOf(typed.slice(cut));
      if (second < 0) continue;
      return { score: PARTS, range: [offsets[first]!, ends[first + cut - 1]!] };
    }
  }
  return null;
}

/** Where some word is found nowhere, it is taken for a slip, in what has the other words. */
function withSlips(entries: readonly Entry[], query: Query, candidates: readonly number[]): Scored[] {
  const titles = entries.map((entry) => entry.title);
  let left = [...candidates];
  const hits = new Map<number, Hit[]>(left.map((index) => [index, []]));
  const unknown: Word[] = [];
  for (const word of query.words) {
    const found = left.flatMap((index) => {
      const hit = hitIn(entries[index]!, word);
      return hit === null ? [] : [{ index, hit }];
    });
    if (found.length === 0) {
      unknown.push(word);
      continue;
    }
    left = found.map(({ index, hit }) => {
      hits.get(index)!.push(hit);
      return index;
    });
  }
  for (const word of unknown) {
    const found = findFuzzy(word, titles, left);
    left = left.filter((index) => found.has(index));
    for (const index of left) hits.get(index)!.push(found.get(index)!);
  }
  return left.map((index) => scored(index, hits.get(index)!));
}

function scored(index: number, hits: readonly Hit[]): Scored {
  // The weakest word tells how good the whole is; the others break ties.
  const least = Math.min(...hits.map((hit) => hit.score), 1);
  const mean = hits.length === 0 ? 1 : hits.reduce((sum, hit) => sum + hit.score, 0) / hits.length;
  return { index, score: least * 0.9 + mean * 0.1, ranges: hits.map((hit) => hit.range) };
}

/** A scored entry as a result: ranges in order, those that touch made one. */
export function resultOf({ id }: Entry, { score, ranges }: Scored): Result {
  const matches: [number, number][] = [];
  for (const [start, end] of [...ranges].sort(([one], [other]) => one - other)) {
    const last = matches.at(-1);
    if (start === end) continue;
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else matches.push([start, end]);
  }
  return { id, score: Math.round(score * 1000) / 1000, matches };
}
