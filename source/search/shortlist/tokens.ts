/**
 * The tokens of a text in the index on the disk: they begin and end with syllables, so that the index finds
 * nothing that is not aligned. FTS5's `ascii` tokenizer takes every token whole, and none can be typed as
 * another: jamo are the code points from U+00A1 up, initial consonants those from U+0080 up, and the marks
 * are capitals, none of which a normalised text has.
 */
import { choseong, jamo } from '../../korean/jamo.ts';
import { listItem } from '../../list-item.ts';
import type { Article, Block, Headline } from '../../model.ts';
import { hanjaForms, hanjaReadingsOf } from '../match/forms.ts';
import { BEGINS, createUnits, ENDS, normalise, normaliseInto, type Units } from '../query/normalise.ts';
import { createTokenList } from './token-list.ts';

/** Before a whole word, from one edge to the next. */
const WORD = '\u00d8';
/** Before the initial consonant that a word begins with. */
const FIRST = '\u00d9';
/** Before a title's unit alone, with its final consonant or without. */
const UNIT = '\u00da';

const JAMO_FROM = 0x3131;
const JAMO_TO = 0x3163;
const LETTERS_FROM = 0xa1;
const INITIALS_FROM = 0x80;
/** The number of letters of a unit's tokens. */
const SHORTEST_UNIT = 2;
const LONGEST_UNIT = 3;
const UNIT_TOKEN = new RegExp(`"${UNIT}([^"]+)"`, 'g');
const LATIN = [...'abcdefghijklmnopqrstuvwxyz0123456789'];
/** The consonants that a syllable may begin with, in Unicode's order. */
const INITIALS = [...'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'];

/** By UTF-16 unit, learnt when first met. */
const letters = new Array<string | undefined>(0x10000);
const initials = new Array<string | undefined>(0x10000);

/** The letters of a unit of a normalised text: its jamo, or itself. */
export const lettersOf = (unit: string): string => lettersAt(unit.charCodeAt(0));

function lettersAt(code: number): string {
  let known = letters[code];
  if (known === undefined) {
    known = encoded(jamo(String.fromCharCode(code)));
    letters[code] = known;
  }
  return known;
}

/** Typed jamo in the index's letters. */
export function encoded(apart: string): string {
  let text = '';
  for (let at = 0; at < apart.length; at += 1) {
    const code = apart.charCodeAt(at);
    text +=
      code >= JAMO_FROM && code <= JAMO_TO
        ? String.fromCharCode(code - JAMO_FROM + LETTERS_FROM)
        : apart[at]!;
  }
  return text;
}

const initialOf = (unit: string): string => (unit === '' ? '' : initialAt(unit.charCodeAt(0)));

function initialAt(code: number): string {
  let known = initials[code];
  if (known === undefined) {
    const unit = String.fromCharCode(code);
    const place = INITIALS.indexOf(choseong(unit));
    known = place < 0 ? unit : String.fromCharCode(INITIALS_FROM + place);
    initials[code] = known;
  }
  return known;
}

const isInitial = (letter: string): boolean => letter < '\u00a1' && letter >= '\u0080';

/** The token of two neighbours, or of a text's last unit alone. */
export const pairToken = (first: string, second: string): string =>
  lettersOf(first) + (second === '' ? '' : lettersOf(second));

export const wordToken = (word: string): string => WORD + allLetters(word);

export const firstToken = (initial: string): string => FIRST + initialOf(initial);

/** A title's token that says that a unit stands in it, which may be unfinished; null for one with more letters. */
export function unitToken(unit: string): string | null {
  const letters = lettersOf(unit);
  return letters.length > LONGEST_UNIT ? null : UNIT + letters;
}

/** The tokens that three initial consonants may have, of which two are known. */
export const threeInitials = (two: string): string[] =>
  ['', ...INITIALS, ...LATIN].map((third) => two + initialOf(third));

/** The expression for titles as one for texts, which have no tokens for a unit alone. */
export const forTexts = (expression: string): string => expression.replaceAll(UNIT_TOKEN, '"$1"*');

/** The initial consonants of up to three neighbours; null if none of them is Hangul. */
export function initialsToken(units: string): string | null {
  let token = '';
  for (let at = 0; at < units.length; at += 1) token += initialOf(units[at]!);
  return someInitial(token) ? token : null;
}

const someInitial = (letters: string): boolean =>
  isInitial(letters[0] ?? '') || isInitial(letters[1] ?? '') || isInitial(letters[2] ?? '');

function allLetters(text: string): string {
  let all = '';
  for (let at = 0; at < text.length; at += 1) all += lettersOf(text[at]!);
  return all;
}

/** Filled and emptied for one text after the other. */
const list = createTokenList();
const units = createUnits(1024);

/** A title's tokens, parted by spaces: units, pairs, initials and words, of its Hanja's readings too. */
export function titleTokens(title: string): string {
  addTitle(normalised(title));
  for (const { text, edges } of hanjaForms(title)) {
    const codes = Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
    addTitle({ codes, edges, length: text.length });
  }
  return list.take();
}

/**
 * The tokens of a headline's or article's title and text: pairs, with those of Hanja readings, and words of
 * two letters, whose pairs are in too many others.
 */
export function textTokens(headline: Pick<Headline, 'title' | 'summary'>, article: Article | null): string {
  for (const original of [article?.title ?? headline.title, ...paragraphsOf(headline, article)]) {
    addText(normalised(original));
    for (const reading of hanjaReadingsOf(original)) addText(normalised(reading));
  }
  return list.take();
}

/** Normalised texts: each as it stands, and its runs of Hanja as they may be read. */
export function readable(originals: readonly string[]): { text: string; edges: Uint8Array }[] {
  return originals.flatMap((original) => [
    normalise(original),
    ...hanjaReadingsOf(original).map((reading) => normalise(reading)),
  ]);
}

/** A text's units, until the next text's. */
function normalised(original: string): Units {
  units.length = 0;
  normaliseInto(units, original);
  return units;
}

function addTitle(title: Units): void {
  const { codes, edges, length } = title;
  addPairs(title);
  let begun = 0;
  for (let at = 0; at < length; at += 1) {
    const edge = edges[at]!;
    addUnit(lettersAt(codes[at]!), at + 1 < length ? lettersAt(codes[at + 1]!) : '');
    if ((edge & BEGINS) !== 0) {
      begun = at;
      const first = initialAt(codes[at]!);
      if (isInitial(first)) add(FIRST, first);
    }
    if ((edge & ENDS) !== 0) addWord(title, begun, at + 1);
    addInitials(title, at);
  }
}

function addText(text: Units): void {
  const { codes, edges, length } = text;
  addPairs(text);
  for (let at = 0; at + 1 < length; at += 1) {
    const isWord = (edges[at]! & BEGINS) !== 0 && (edges[at + 1]! & ENDS) !== 0;
    if (isWord && codes[at]! < 0x80) addWord(text, at, at + 2);
  }
}

function add(first: string, second: string, third = ''): void {
  list.write(first);
  list.write(second);
  list.write(third);
  list.end();
}

function addPairs({ codes, length }: Units): void {
  for (let at = 0; at < length; at += 1) {
    list.write(lettersAt(codes[at]!));
    if (at + 1 < length) list.write(lettersAt(codes[at + 1]!));
    list.end();
  }
}

/** Adds the tokens of a unit: without its final consonant, and with it, or with the next unit's first letter in its place. */
function addUnit(letters: string, next: string): void {
  add(UNIT, letters.slice(0, SHORTEST_UNIT));
  if (letters.length === 1) return;
  add(UNIT, letters.slice(0, LONGEST_UNIT), letters.length < LONGEST_UNIT ? next.slice(0, 1) : '');
}

function addWord({ codes }: Units, from: number, to: number): void {
  list.write(WORD);
  for (let at = from; at < to; at += 1) list.write(lettersAt(codes[at]!));
  list.end();
}

/** Adds the initial consonants of three neighbours, or of fewer at the end, if one of them is Hangul. */
function addInitials({ codes, length }: Units, at: number): void {
  const first = initialAt(codes[at]!);
  const second = at + 1 < length ? initialAt(codes[at + 1]!) : '';
  const third = at + 2 < length ? initialAt(codes[at + 2]!) : '';
  if (isInitial(first) || isInitial(second) || isInitial(third)) add(first, second, third);
}

/** The paragraphs that are looked through beside the title: an article's, else the feed's lead. */
export function paragraphsOf({ summary }: Pick<Headline, 'summary'>, article: Article | null): string[] {
  if (article === null) return [summary];
  const { deck, blocks, tags, reporters } = article;
  return [...deck, ...blocks.flatMap(textsOf), tags.join(' '), reporters.map(({ name }) => name).join(' ')];
}

function textsOf(block: Block): string[] {
  switch (block.type) {
    case 'photo':
      return [block.caption ?? ''];
    case 'list':
      return block.items.map((item) => listItem(item).text);
    case 'table':
      return block.rows.map((row) => row.join(' '));
    case 'embed':
      return [block.title ?? ''];
    default:
      return [block.text];
  }
}
