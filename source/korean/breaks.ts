import { introduces, mayBegin, mayEnd } from './prohibited.ts';

/**
 * How good a place between two graphemes is to end a line: the line break opportunities of UAX #14, tailored as
 * Korean is set on screens. Hangul and Hanja count as letters, so that words are kept whole (keep-all).
 */
export const Break = {
  /** Inside a grapheme's neighbours that belong together: only where nothing else fits. */
  never: 0,
  /** Inside a word, between two syllables or letters. */
  syllable: 1,
  /** Inside a long word after `· / …` or in an address after `/ ? & . - _ @`. */
  joint: 2,
  /** At the space of a number and its unit (100만 명): only where keeping them costs too much. */
  unit: 3,
  /** Between words. */
  word: 4,
} as const;

export type BreakClass = (typeof Break)[keyof typeof Break];

const SPACE = /^\s$/;
const DIGIT = /^[0-9０-９]$/;
const LATIN = /^[A-Za-z0-9À-ɏ０-９Ａ-ｚ]/;
const HANGUL = /^[가-힣ㄱ-ㅣᄀ-ᇿ]/;
const IDEOGRAPH = /^[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff]/;
const OPENING = new Set('([{“‘〈《「『【〔（［｛');
const CLOSING = new Set(')]}”’〉》」』】〕）］｝');
const ADDRESS = /(?:https?:\/\/|www\.)[\x21-\x7e]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const ADDRESS_JOINTS = new Set('/?&.-_@');
const NUMBER_WORD = /[0-9][0-9,.]*[조억만천백십여]*$/;
const UNIT_WORD = /^[가-힣㎜-㏊]{1,2}/;

/** Runs of Hanja up to this long are one word: 韓美日 stays, a classical sentence does not. */
const SHORT_HANJA = 4;

/**
 * The class of the place before each grapheme of a paragraph (index 0 is `never`). A place after a space is the
 * place of that space; the place before a space is `never`, since lines do not begin with one.
 */
export function classifyBreaks(paragraph: string, clusters: readonly string[]): BreakClass[] {
  const classes: BreakClass[] = new Array(clusters.length).fill(Break.never);
  const inAddress = addressGraphemes(paragraph, clusters);
  for (let at = 1; at < clusters.length; at += 1) {
    const after = clusters[at]!;
    if (SPACE.test(after)) continue;
    let last = at - 1;
    while (last >= 0 && SPACE.test(clusters[last]!)) last -= 1;
    if (last < 0) continue;
    const spaced = last < at - 1;
    const before = clusters[last]!;
    if (!mayBegin(after) || !mayEnd(before)) continue;
    if (spaced) classes[at] = spaceClass(clusters, last, at);
    else if (inAddress[at] && inAddress[last]) classes[at] = ADDRESS_JOINTS.has(before) ? Break.joint : Break.never;
    else classes[at] = insideClass(clusters, at);
  }
  return classes;
}

function spaceClass(clusters: readonly string[], last: number, at: number): BreakClass {
  const start = wordStart(clusters, last);
  if (start === last && introduces(clusters[last]!)) return Break.never;
  const word = clusters.slice(start, last + 1).join('');
  const next = clusters.slice(at, at + 3).join('');
  return NUMBER_WORD.test(word) && UNIT_WORD.test(next) ? Break.unit : Break.word;
}

function wordStart(clusters: readonly string[], at: number): number {
  let start = at;
  while (start > 0 && !SPACE.test(clusters[start - 1]!)) start -= 1;
  return start;
}

/** Between two graphemes with no space between them. */
function insideClass(clusters: readonly string[], at: number): BreakClass {
  const before = clusters[at - 1]!;
  const after = clusters[at]!;
  // Headlines join phrases by … without a space, and close one quotation to open the next.
  if (before === '…') return Break.word;
  if (CLOSING.has(before) && OPENING.has(after)) return Break.word;
  if (before === '·' || before === '/' || before === '∼' || before === '~' || before === '-') {
    return DIGIT.test(after) && DIGIT.test(clusters[at - 2] ?? '') ? Break.never : Break.joint;
  }
  if (introduces(before)) return Break.never;
  if (LATIN.test(before) && LATIN.test(after)) return Break.never;
  // Signs stay with their number, and a number with its counter: +3.5, 3.5%p, 10일.
  if (DIGIT.test(after) && !HANGUL.test(before) && !IDEOGRAPH.test(before)) return Break.never;
  if (DIGIT.test(before)) return Break.never;
  if (IDEOGRAPH.test(before) && IDEOGRAPH.test(after) && hanjaRun(clusters, at) > SHORT_HANJA) return Break.word;
  return Break.syllable;
}

function hanjaRun(clusters: readonly string[], at: number): number {
  let start = at;
  let end = at;
  while (start > 0 && IDEOGRAPH.test(clusters[start - 1]!)) start -= 1;
  while (end < clusters.length && IDEOGRAPH.test(clusters[end]!)) end += 1;
  return end - start;
}

function addressGraphemes(paragraph: string, clusters: readonly string[]): boolean[] {
  const marks: boolean[] = new Array(clusters.length).fill(false);
  if (!/[@/]|www\./.test(paragraph)) return marks;
  const ranges = Array.from(paragraph.matchAll(ADDRESS), (match) => [match.index, match.index + match[0].length] as const);
  let offset = 0;
  clusters.forEach((cluster, at) => {
    marks[at] = ranges.some(([start, end]) => offset >= start && offset < end);
    offset += cluster.length;
  });
  return marks;
}
