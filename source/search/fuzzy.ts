import Fuse from 'fuse.js';
import type { MatchRange } from '../model.ts';
import type { Hit } from './matcher.ts';
import type { Prepared } from './prepared.ts';
import type { Word } from './query.ts';

/** Shorter words, in jamo, have too many neighbours to be slips of something. */
const SHORTEST = 6;
const SHORTEST_LATIN = 3;
/** One slip in this many jamo. */
const SLIP_EVERY = 10;
/** How many candidates fuse is given. */
const MOST_CANDIDATES = 300;
/** What a guess is worth at best; the worse the fit, the less. */
const WORTH = 0.5;

/** Finds a word that was typed with a slip of a jamo, or with two neighbours swapped, in titles. */
export function findFuzzy(
  word: Word,
  fields: readonly Prepared[],
  candidates: readonly number[],
): Map<number, Hit> {
  const found = new Map<number, Hit>();
  for (const wanted of new Set([word.jamo, word.otherLayout?.jamo ?? word.jamo])) {
    const latin = /^[a-z0-9]+$/.test(wanted);
    if (wanted.length < (latin ? SHORTEST_LATIN : SHORTEST)) continue;
    swapped(wanted, fields, candidates, found);
    if (!latin || wanted.length >= SHORTEST) slipped(wanted, fields, candidates, found);
    if (found.size > 0) break;
  }
  return found;
}

/** Two neighbours swapped: hmb for hbm. Every swap is looked for as it is. */
function swapped(
  wanted: string,
  fields: readonly Prepared[],
  candidates: readonly number[],
  found: Map<number, Hit>,
): void {
  const variants = new Set<string>();
  for (let at = 0; at + 1 < wanted.length; at += 1) {
    variants.add(wanted.slice(0, at) + wanted[at + 1] + wanted[at] + wanted.slice(at + 2));
  }
  variants.delete(wanted);
  for (const index of candidates) {
    for (const form of fields[index]!.forms) {
      for (const variant of variants) {
        const at = form.jamo.indexOf(variant);
        if (at < 0 || (at > 0 && form.jamoUnits[at - 1] === form.jamoUnits[at])) continue;
        const range: MatchRange = [
          form.offsets[form.jamoUnits[at]!]!,
          form.ends[form.jamoUnits[at + variant.length - 1]!]!,
        ];
        if (!found.has(index)) found.set(index, { score: WORTH, range });
      }
    }
  }
}

/**
 * One jamo in ten wrong, missing or too much. With k slips one of k + 1 pieces is whole: only titles that have
 * one of them go to fuse.
 */
function slipped(
  wanted: string,
  fields: readonly Prepared[],
  candidates: readonly number[],
  found: Map<number, Hit>,
): void {
  // Bitap reads 32 units at most.
  const pattern = wanted.slice(0, 32);
  const slips = Math.max(1, Math.floor(pattern.length / SLIP_EVERY));
  const pieces = Array.from({ length: slips + 1 }, (_, piece) =>
    pattern.slice(
      Math.floor((piece * pattern.length) / (slips + 1)),
      Math.floor(((piece + 1) * pattern.length) / (slips + 1)),
    ),
  );
  const shortlist: { index: number; form: Prepared['forms'][number]; jamo: string }[] = [];
  for (const index of candidates) {
    if (shortlist.length >= MOST_CANDIDATES) break;
    for (const form of fields[index]!.forms) {
      if (pieces.some((piece) => form.jamo.includes(piece))) shortlist.push({ index, form, jamo: form.jamo });
    }
  }
  const fuse = new Fuse(shortlist, {
    keys: ['jamo'],
    ignoreLocation: true,
    ignoreFieldNorm: true,
    includeScore: true,
    includeMatches: true,
    minMatchCharLength: Math.max(2, Math.floor(pattern.length / 3)),
    threshold: slips / pattern.length + 0.001,
  });
  for (const { item, score = 1, matches = [] } of fuse.search(pattern)) {
    const indices = matches.flatMap((match) => match.indices);
    const from = Math.min(...indices.map(([first]) => first));
    const to = Math.max(...indices.map(([, last]) => last));
    if (!Number.isFinite(from) || to - from > pattern.length + slips) continue;
    const { form, index } = item;
    const hit = {
      score: WORTH * (1 - score),
      range: [form.offsets[form.jamoUnits[from]!]!, form.ends[form.jamoUnits[to]!]!] as const,
    };
    if ((found.get(index)?.score ?? 0) < hit.score) found.set(index, hit);
  }
}
