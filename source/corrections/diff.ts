/** The difference between two wordings: their blocks aligned, and the words of the changed ones. */
import type { Block } from '../model.ts';
import { bare, type Wording, wordsOf } from './texts.ts';
import { hunks, type TextWord, wordsIn } from './words.ts';

/** A piece of a text, from both or from one of the two, as it stands there with its spaces. */
export type WordChange = readonly ['same' | 'added' | 'removed', text: string];

/**
 * A text that changed. Its words without the added ones are the text before, without the removed ones the
 * text now.
 */
export interface TextChange {
  readonly before: string;
  readonly after: string;
  readonly words: readonly WordChange[];
}

/** A block of one or both wordings. `before` is null if it was added, `after` if it was removed. */
export interface BlockChange {
  readonly kind: 'same' | 'added' | 'removed' | 'changed';
  readonly type: Block['type'];
  readonly before: string | null;
  readonly after: string | null;
  readonly words: readonly WordChange[];
}

export interface Difference {
  readonly title: TextChange | null;
  readonly deck: TextChange | null;
  readonly blocks: readonly BlockChange[];
}

/** The changes from one wording to the next; `blocks` are all blocks with words, those of both in their order. */
export function differenceOf(before: Wording, after: Wording): Difference {
  return {
    title: changeOf(before.title, after.title),
    deck: changeOf(before.deck.join('\n'), after.deck.join('\n')),
    blocks: alignBlocks(unitsOf(before), unitsOf(after)),
  };
}

/** Null if the two are alike by their letters. */
function changeOf(before: string, after: string): TextChange | null {
  return bare(before) === bare(after) ? null : { before, after, words: diffWords(before, after) };
}

/** A text that is aligned as a whole. */
interface Unit {
  readonly type: Block['type'];
  readonly text: string;
  /** The unit's letters: units with the same letters are alike. */
  readonly key: string;
}

const unitOf = (type: Block['type'], text: string): Unit => ({ type, text, key: bare(text) });

const unitsOf = ({ blocks }: Wording): Unit[] =>
  blocks.map((block) => unitOf(block.type, wordsOf(block))).filter(({ key }) => key !== '');

/** From this share of words in common on, a block is the other one, changed. */
const SAME_BLOCK = 0.4;
/** Runs with more pairs than this are halved, and the halves aligned each for itself. */
const MOST_PAIRS = 1_000;

function alignBlocks(before: readonly Unit[], after: readonly Unit[]): BlockChange[] {
  return hunks(
    before.map(({ key }) => key),
    after.map(({ key }) => key),
    MOST_EDITS,
  ).flatMap(({ same, from, to }) =>
    same
      ? after.slice(to[0], to[1]).map((unit, at) => alike(before[from[0] + at]!, unit))
      : alignRun(before.slice(from[0], from[1]), after.slice(to[0], to[1])),
  );
}

const alike = (before: Pick<Unit, 'text'>, { type, text }: Unit): BlockChange => ({
  kind: 'same',
  type,
  before: before.text,
  after: text,
  words: [['same', text]],
});

const removed = ({ type, text }: Unit): BlockChange => ({
  kind: 'removed',
  type,
  before: text,
  after: null,
  words: [['removed', text]],
});

const added = ({ type, text }: Unit): BlockChange => ({
  kind: 'added',
  type,
  before: null,
  after: text,
  words: [['added', text]],
});

const changed = (before: Unit, after: Unit): BlockChange => ({
  kind: 'changed',
  type: after.type,
  before: before.text,
  after: after.text,
  words: diffWords(before.text, after.text),
});

/**
 * A way to align the first blocks of both sides: the likeness of its pairs, and its treatment of the last
 * ones.
 */
interface Alignment {
  readonly score: number;
  readonly from: readonly [before: number, after: number];
}

/**
 * Blocks that all differ: the most alike ones are pairs, in their order; a block that was only split or
 * joined is alike.
 */
function alignRun(before: readonly Unit[], after: readonly Unit[]): BlockChange[] {
  if (before.length * after.length > MOST_PAIRS) {
    const [i, j] = [before.length >> 1, after.length >> 1];
    return [...alignRun(before.slice(0, i), after.slice(0, j)), ...alignRun(before.slice(i), after.slice(j))];
  }
  const bags = [before, after].map((units) => units.map(({ text }) => bagOf(text)));
  const ways: Alignment[][] = [];
  for (let i = 0; i <= before.length; i += 1) {
    ways.push([]);
    for (let j = 0; j <= after.length; j += 1) {
      let best: Alignment = { score: i + j === 0 ? 0 : -1, from: [0, 0] };
      const take = (score: number, from: Alignment['from']): void => {
        const all = ways[from[0]]![from[1]]!.score + score;
        if (all > best.score) best = { score: all, from };
      };
      // Of two equally good ways, removed blocks come first.
      if (j > 0) take(0, [i, j - 1]);
      if (i > 0) take(0, [i - 1, j]);
      if (i > 0 && j > 0) {
        const share = shareOf(bags[0]![i - 1]!, bags[1]![j - 1]!);
        if (share >= SAME_BLOCK) take(share, [i - 1, j - 1]);
        const parted = joined(before[i - 1]!, after, j);
        if (parted !== null) take(j - parted, [i - 1, parted]);
        const merged = joined(after[j - 1]!, before, i);
        if (merged !== null) take(i - merged, [merged, j - 1]);
      }
      ways[i]!.push(best);
    }
  }
  const made: BlockChange[] = [];
  for (let at: Alignment['from'] = [before.length, after.length]; at[0] + at[1] > 0; ) {
    const [i, j] = at;
    at = ways[i]![j]!.from;
    const [some, others] = [before.slice(at[0], i), after.slice(at[1], j)];
    if (others.length === 0) made.unshift(...some.map(removed));
    else if (some.length === 0) made.unshift(...others.map(added));
    else if (some.length === 1 && others.length === 1) made.unshift(changed(some[0]!, others[0]!));
    else {
      const text = some.map((unit) => unit.text).join('\n');
      // Only the place where a paragraph ends has changed.
      if (others.length === 1) made.unshift(alike({ text }, others[0]!));
      else made.unshift(alike({ text }, { ...others[0]!, text: others.map((unit) => unit.text).join('\n') }));
    }
  }
  return made;
}

/**
 * The start of the units before `end`, two or more, that together have one unit's letters; null if there are
 * none.
 */
function joined({ key }: Unit, units: readonly Unit[], end: number): number | null {
  let text = '';
  for (let from = end - 1; from >= 0; from -= 1) {
    text = units[from]!.key + text;
    if (text.length >= key.length || !key.endsWith(text)) return text === key && from < end - 1 ? from : null;
  }
  return null;
}

type Bag = ReadonlyMap<string, number>;

function bagOf(text: string): Bag {
  const bag = new Map<string, number>();
  for (const { word } of wordsIn(text)) bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}

/** The share of words that two texts have in common (Dice's coefficient). */
function shareOf(one: Bag, other: Bag): number {
  let common = 0;
  let all = 0;
  for (const [word, count] of one) {
    common += Math.min(count, other.get(word) ?? 0);
    all += count;
  }
  for (const count of other.values()) all += count;
  return (2 * common) / all;
}

/** A text of more words than this is first aligned by its sentences. */
const LONG = 120;
/** The number of differing words, and of blocks, from which two texts count as wholly different. */
const MOST_EDITS = 250;

/**
 * The words of two texts, those of both and those of one. Words are separated by spaces, and keep their
 * particles.
 */
export function diffWords(before: string, after: string): WordChange[] {
  const words = [wordsIn(before), wordsIn(after)] as const;
  if (Math.max(words[0].length, words[1].length) > LONG) {
    const sentences = [sentencesOf(before), sentencesOf(after)] as const;
    if (sentences[0].length > 1 && sentences[1].length > 1) return diffSentences(...sentences);
  }
  const made: WordChange[] = [];
  const put = (kind: WordChange[0], text: string): void => {
    if (text !== '') made.push([kind, text]);
  };
  const textOf = (some: readonly TextWord[]): string => some.map(({ text, space }) => text + space).join('');
  for (const { same, from, to } of hunks(
    words[0].map(({ word }) => word),
    words[1].map(({ word }) => word),
    MOST_EDITS,
  )) {
    const [were, are] = [words[0].slice(from[0], from[1]), words[1].slice(to[0], to[1])];
    if (!same) {
      put('removed', textOf(were));
      put('added', textOf(are));
      continue;
    }
    // A space behind the last word that only one of the two has, since the other ends there, goes with that one.
    const spaces = [were.at(-1)?.space ?? '', are.at(-1)?.space ?? ''] as const;
    const both = spaces[0] !== '' && spaces[1] !== '';
    put('same', textOf(are).trimEnd() + (both ? spaces[1] : ''));
    if (!both) {
      put('removed', spaces[0]);
      put('added', spaces[1]);
    }
  }
  return tidy(made);
}

const sentencesOf = (text: string): Unit[] =>
  (text.match(/[^\n]*?(?:[.?!…]["'”’)]*(?:\s+|$)|\n\s*|$)/g) ?? [])
    .filter((sentence) => sentence !== '')
    .map((sentence) => unitOf('paragraph', sentence));

function diffSentences(before: readonly Unit[], after: readonly Unit[]): WordChange[] {
  return tidy(alignBlocks(before, after).flatMap(({ words }) => words));
}

/**
 * Joins neighbours of one kind into one piece; removed words stand before those added in their place, and the
 * space behind both counts as unchanged.
 */
function tidy(words: readonly WordChange[]): WordChange[] {
  const made: [WordChange[0], string][] = [];
  let texts = { removed: '', added: '' };
  const flush = (): void => {
    const { removed: was, added: is } = texts;
    const space = is.slice(is.trimEnd().length);
    const shared = was !== '' && is !== '' && space !== '' && /\s$/.test(was);
    if (was !== '') made.push(['removed', shared ? was.trimEnd() : was]);
    if (is !== '') made.push(['added', shared ? is.trimEnd() : is]);
    if (shared) made.push(['same', space]);
    texts = { removed: '', added: '' };
  };
  for (const [kind, text] of words) {
    if (kind !== 'same') {
      texts = { ...texts, [kind]: texts[kind] + text };
      continue;
    }
    flush();
    const last = made.at(-1);
    if (last?.[0] === 'same') last[1] += text;
    else made.push(['same', text]);
  }
  flush();
  return made;
}
