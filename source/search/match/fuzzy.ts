import Fuse from 'fuse.js';
import { BEGINS } from '../query/normalise.ts';
import type { Word } from '../query/query.ts';
import {
  type Column,
  eachPlace,
  GO_ON,
  jamoAt,
  NEXT_ROW,
  narrow,
  type OnHit,
  STOP,
  unitAt,
} from './column.ts';

/** Shorter words, in jamo, have too many neighbours to be slips of something. */
export const SHORTEST_SLIP = 6;
export const SHORTEST_LATIN_SLIP = 3;
/** The number of jamo for which one slip is allowed. */
const SLIP_EVERY = 10;
/** Bitap reads 32 units at most. */
const LONGEST = 32;
/** The number of candidates that fuse gets for a word, in all columns together: 2 ms of work. */
const MOST_CANDIDATES = 300;
/** The highest worth of a guess; the worse the fit, the less. */
const WORTH = 0.5;

/** The number of further candidates that a word may have. */
interface Room {
  left: number;
}

export const candidates = (): Room => ({ left: MOST_CANDIDATES });

/** Finds a word that was typed with a slip of a jamo, or with two neighbours swapped, in the rows that are wanted. */
export function findFuzzy(
  word: Word,
  column: Column,
  isWanted: (row: number) => boolean,
  tell: OnHit,
  room = candidates(),
): void {
  let found = false;
  const told: OnHit = (...hit) => {
    found = true;
    tell(...hit);
  };
  // A word with a wrong jamo may be another's with a syllable too few: neither hides the other.
  misplaced(word.typed, column, isWanted, tell);
  for (const apart of meantBy(word)) {
    const wanted = narrow(apart);
    const latin = /^[a-z0-9]+$/.test(wanted);
    if (wanted.length < (latin ? SHORTEST_LATIN_SLIP : SHORTEST_SLIP)) continue;
    swapped(wanted, column, isWanted, told);
    if (wanted.length >= SHORTEST_SLIP) slipped(wanted.slice(0, LONGEST), column, isWanted, told, room);
    if (found) return;
  }
}

/** Words of fewer syllables have too many neighbours that differ by one. */
export const SHORTEST_MISPLACED = 4;
/** Three syllables may be the rest of four, or those of a word in another order: 반체도. */
export const SHORTEST_LEFT = 3;
/** The worth of a word typed with two syllables swapped, or with one too much or too few. */
const MISPLACED = { swapped: 0.49, doubled: 0.48, missing: 0.47 };

/** The forms of a word with two neighbouring syllables swapped. */
export const withSyllablesSwapped = (typed: string): string[] =>
  Array.from({ length: typed.length - 1 }, (_, at) => withSwap(typed, at)).filter((other) => other !== typed);

/** The forms of a word without one of its syllables, its first and last left in place. */
export const withoutOneSyllable = (typed: string): string[] => [
  ...new Set(Array.from({ length: typed.length }, (_, at) => typed.slice(0, at) + typed.slice(at + 1))),
];

/** Syllables swapped (비트인코), left out (인사청회) or typed twice. */
function misplaced(typed: string, column: Column, isWanted: (row: number) => boolean, onHit: OnHit): void {
  if (typed.length < SHORTEST_LEFT || !/^[가-힣]+$/.test(typed)) return;
  const isShort = typed.length < SHORTEST_MISPLACED;
  const { text, starts, edges } = column;
  const inOneWord = (at: number, units: number): boolean =>
    !edges.subarray(at + 1, at + units).some((edge) => (edge & BEGINS) !== 0);
  const every = (wanted: string, worth: number, asWord = false): void =>
    eachPlace(text, starts, wanted, (row, at) => {
      if (asWord && ((edges[at]! & BEGINS) === 0 || !inOneWord(at, wanted.length))) return GO_ON;
      if (isWanted(row)) onHit(row, worth, at, at + wanted.length - 1);
      return GO_ON;
    });
  if (isShort) {
    // So few syllables stand in longer words by chance.
    for (const other of withSyllablesSwapped(typed)) every(other, MISPLACED.swapped, true);
  } else {
    for (const other of withSyllablesSwapped(typed)) every(other, MISPLACED.swapped);
    for (const other of withoutOneSyllable(typed)) every(other, MISPLACED.doubled);
  }
  for (let cut = 1; cut < typed.length; cut += 1) {
    const [left, right] = [typed.slice(0, cut), typed.slice(cut)];
    eachPlace(text, starts, left, (row, at) => {
      const next = at + left.length + 1;
      // So few syllables stand in two neighbouring words by chance.
      if (isShort && !inOneWord(at, left.length + 1 + right.length)) return GO_ON;
      // The row's end parts it from the next.
      if (next + right.length < starts[row + 1]! && text.startsWith(right, next) && isWanted(row))
        onHit(row, MISPLACED.missing, at, next + right.length - 1);
      return GO_ON;
    });
  }
}

/**
 * The word as typed and, if it makes syllables, in the other layout: any letters are some jamo, but few are
 * words.
 */
function meantBy({ jamo, otherLayouts }: Word): Set<string> {
  const words = otherLayouts.filter(({ typed }) => !/[ㄱ-ㅣ]/.test(typed.slice(0, -1)));
  return new Set([jamo, ...words.map((other) => other.jamo)]);
}

/** Two neighbours swapped: hmb for hbm. A half of the word is whole, or the swap is across its middle. */
function swapped(wanted: string, column: Column, isWanted: (row: number) => boolean, tell: OnHit): void {
  const variants = new Set<string>();
  for (let at = 0; at + 1 < wanted.length; at += 1) variants.add(withSwap(wanted, at));
  variants.delete(wanted);
  const middle = Math.floor(wanted.length / 2);
  const hit = (row: number, at: number): void => {
    const first = unitAt(column, row, at);
    if (jamoAt(column, row, first) !== at || !isWanted(row)) return;
    tell(row, WORTH, first, unitAt(column, row, at + wanted.length - 1));
  };
  const { text, starts } = column.jamo;
  const across = withSwap(wanted, middle - 1);
  if (across !== wanted) {
    eachPlace(text, starts, across, (row, at) => {
      hit(row, at);
      return GO_ON;
    });
  }
  for (const [half, offset] of [
    [wanted.slice(0, middle), 0],
    [wanted.slice(middle), middle],
  ] as const) {
    eachPlace(text, starts, half, (row, at) => {
      const from = at - offset;
      if (from >= 0 && variants.has(text.slice(from, from + wanted.length))) hit(row, from);
      return GO_ON;
    });
  }
}

function withSwap(text: string, at: number): string {
  return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
}

/**
 * Finds words with one jamo in ten wrong, missing or too much. With k slips one of k + 1 pieces is whole, and
 * around it all but 2k of the pairs of neighbours (Ukkonen's q-gram lemma): only such places go to fuse.
 */
function slipped(
  wanted: string,
  column: Column,
  isWanted: (row: number) => boolean,
  tell: OnHit,
  room: Room,
): void {
  const slips = Math.max(1, Math.floor(wanted.length / SLIP_EVERY));
  const pairs = new Set(Array.from({ length: wanted.length - 1 }, (_, at) => wanted.slice(at, at + 2)));
  const { text, starts } = column.jamo;
  const shortlist: { row: number; from: number; jamo: string }[] = [];
  for (let piece = 0; piece <= slips; piece += 1) {
    const offset = Math.floor((piece * wanted.length) / (slips + 1));
    const end = Math.floor(((piece + 1) * wanted.length) / (slips + 1));
    if (room.left === 0) break;
    eachPlace(text, starts, wanted.slice(offset, end), (row, at) => {
      if (!isWanted(row)) return NEXT_ROW;
      const from = Math.max(starts[row]!, at - offset - slips);
      const jamo = text.slice(from, Math.min(starts[row + 1]! - 1, at - offset + wanted.length + slips));
      let there = 0;
      for (const pair of pairs) if (jamo.includes(pair)) there += 1;
      if (there < pairs.size - 2 * slips) return GO_ON;
      shortlist.push({ row, from, jamo });
      room.left -= 1;
      return room.left > 0 ? GO_ON : STOP;
    });
  }
  const fuse = new Fuse(shortlist, {
    keys: ['jamo'],
    ignoreLocation: true,
    ignoreFieldNorm: true,
    includeScore: true,
    threshold: slips / wanted.length + 0.001,
  });
  for (const { item, score = 1 } of fuse.search(wanted)) {
    const [from, to] = fit(wanted, item.jamo);
    const first = unitAt(column, item.row, item.from + from);
    tell(item.row, WORTH * (1 - score), first, unitAt(column, item.row, item.from + to));
  }
}

/**
 * The first and last unit of the place in a text where a word fits with the fewest slips (Sellers'
 * algorithm). Fuse gives runs of equal units only. Of several ends the one that is as the word's is taken,
 * else the first.
 */
function fit(wanted: string, text: string): [first: number, last: number] {
  // For each beginning of the word: its slips against the text that ends here, and where that began.
  let slips = Array.from({ length: wanted.length + 1 }, (_, length) => length);
  let begins = slips.map(() => 0);
  let best = { slips: Number.POSITIVE_INFINITY, alike: false, range: [0, 0] as [number, number] };
  for (let at = 0; at < text.length; at += 1) {
    const nextSlips = [0];
    const nextBegins = [at + 1];
    for (let length = 1; length <= wanted.length; length += 1) {
      const other = slips[length - 1]! + (wanted[length - 1] === text[at] ? 0 : 1);
      const left = nextSlips[length - 1]! + 1;
      const added = slips[length]! + 1;
      const least = Math.min(other, left, added);
      nextSlips.push(least);
      nextBegins.push(
        least === other ? begins[length - 1]! : least === left ? nextBegins[length - 1]! : begins[length]!,
      );
    }
    slips = nextSlips;
    begins = nextBegins;
    const now = slips[wanted.length]!;
    const alike = text[at] === wanted.at(-1);
    if (now < best.slips || (now === best.slips && alike && !best.alike))
      best = { slips: now, alike, range: [begins[wanted.length]!, at] };
  }
  return best.range;
}
