import { cellWidth } from '../cells.ts';
import { graphemes, isSimple } from '../graphemes.ts';
import { Break, gradeBreaks } from './breaks.ts';

/** The visible text of a line: `[start, end)` in UTF-16 units, the spaces at its ends left out. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** Below this many cells words are not kept whole: keep-all would leave ragged holes (11 % more lines at 24). */
const KEEP_ALL_FROM = 30;

/** A paragraph to be set, with the grade of each place and the cells before it, by UTF-16 offset. */
interface Paragraph {
  readonly text: string;
  readonly grades: Uint8Array;
  /** The cells of the text before each offset. */
  readonly cells: Uint32Array;
}

/**
 * Breaks a sanitised text into lines of at most `columns` cells (at least 1), ragged right: words are kept whole
 * (below 30 cells, syllables), 금칙 is kept where the width allows it, a word longer than a line is broken at its
 * joints, then at syllables, and never inside a grapheme. `\n` ends a paragraph; an empty one is one empty line. A
 * single grapheme wider than the line stands alone on its own.
 */
export function setLines(text: string, columns: number): LineRange[] {
  const width = Number.isFinite(columns) ? Math.max(1, Math.floor(columns)) : Number.MAX_SAFE_INTEGER;
  const lines: LineRange[] = [];
  let offset = 0;
  for (const paragraph of text.split('\n')) {
    for (const { start, end } of setAnyParagraph(paragraph, width)) {
      lines.push({ start: offset + start, end: offset + end });
    }
    offset += paragraph.length + 1;
  }
  return lines;
}

/** The lines of `setLines` as texts. */
export function wrap(text: string, columns: number): string[] {
  return setLines(text, columns).map(({ start, end }) => text.slice(start, end));
}

/** Text that is not NFC is set as if it were, grapheme for grapheme. */
function setAnyParagraph(text: string, columns: number): LineRange[] {
  const composed = isSimple(text) ? text : text.normalize();
  if (composed === text) return setParagraph(text, columns);
  const offsets = [0];
  let whole = '';
  let offset = 0;
  for (const grapheme of graphemes(text)) {
    whole += grapheme.normalize();
    offset += grapheme.length;
    offsets[whole.length] = offset;
  }
  return setParagraph(whole, columns).map(({ start, end }) => ({
    start: offsets[start]!,
    end: offsets[end]!,
  }));
}

function setParagraph(text: string, columns: number): LineRange[] {
  const first = skipSpaces(text, 0);
  if (first === text.length) return [{ start: 0, end: 0 }];
  const paragraph: Paragraph = { text, grades: gradeBreaks(text), cells: cellsBefore(text) };
  const starts: number[] = [];
  for (let at = first; at < text.length; at = skipSpaces(text, lineEnd(paragraph, at, columns)))
    starts.push(at);
  avoidLoneSyllable(paragraph, starts, columns);
  return starts.map((start, index) => ({ start, end: visibleEnd(text, starts[index + 1] ?? text.length) }));
}

function cellsBefore(text: string): Uint32Array {
  const cells = new Uint32Array(text.length + 1);
  let total = 0;
  let offset = 0;
  for (const grapheme of isSimple(text) ? text : graphemes(text)) {
    total += cellWidth(grapheme);
    // No line ends inside a grapheme: offsets in it count as its end.
    for (const end = offset + grapheme.length; offset < end; ) cells[++offset] = total;
  }
  return cells;
}

/** The end of the line that begins at `from`: the next line begins there, behind any spaces. */
function lineEnd(paragraph: Paragraph, from: number, columns: number): number {
  const over = overflow(paragraph, from, columns);
  if (over === paragraph.text.length) return over;

  const wanted = columns < KEEP_ALL_FROM ? Break.syllable : Break.unit;
  const best = lastPlace(paragraph, from, over, wanted);
  if (best !== null) return unitKept(paragraph, from, best, wanted, columns);
  return (
    lastPlace(paragraph, from, over, Break.joint) ??
    edgeOfWord(paragraph, from, over, columns) ??
    lastPlace(paragraph, from, over, Break.syllable) ??
    lastPlace(paragraph, from, over, Break.address) ??
    lastPlace(paragraph, from, over, Break.letter) ??
    lastPlace(paragraph, from, over, Break.figure) ??
    lastPlace(paragraph, from, over, Break.forbidden) ??
    nextPlace(paragraph, from)
  );
}

/** The first offset whose character is beyond the line; a space that hangs over its edge is not. */
function overflow({ text, cells }: Paragraph, from: number, columns: number): number {
  const limit = cells[from]! + columns;
  let over = from;
  while (over < text.length && (cells[over + 1]! <= limit || text[over] === ' ')) over += 1;
  return over;
}

/** The last place in (from, to] with at least this grade, or null. */
function lastPlace({ grades }: Paragraph, from: number, to: number, least: number): number | null {
  for (let at = to; at > from; at -= 1) if (grades[at]! >= least) return at;
  return null;
}

/** The next place behind `from` with at least this grade, or the text's end. */
function nextPlace({ text, grades }: Paragraph, from: number, least: number = Break.forbidden): number {
  let at = from + 1;
  while (at < text.length && grades[at]! < least) at += 1;
  return at;
}

/**
 * A number goes to the next line with its unit if both fit there; of a longer range (12억5000만∼13억8000만 원) only
 * the second number does.
 */
function unitKept(paragraph: Paragraph, from: number, best: number, wanted: number, columns: number): number {
  const { text, grades, cells } = paragraph;
  if (grades[best] !== Break.unit) return best;
  let range = best;
  const end = cells[nextPlace(paragraph, best, Break.syllable)]!;
  for (let at = best - 1; at > from && end - cells[at]! <= columns; at -= 1) {
    if (grades[at]! >= wanted && grades[at] !== Break.unit) return at;
    if (range === best && grades[at] === Break.joint && RANGE_SIGNS.has(text[at - 1]!)) range = at;
  }
  return range;
}

const RANGE_SIGNS = new Set('∼~〜～→');

/** In a word longer than the line, the edge of a Hangul word in it that fits on the next. */
function edgeOfWord(paragraph: Paragraph, from: number, over: number, columns: number): number | null {
  const edge = lastPlace(paragraph, from, over, Break.edge);
  if (edge === null) return null;
  const { text, grades, cells } = paragraph;
  const limit = cells[edge]! + columns;
  let next = edge + 1;
  while (next < text.length && grades[next]! < Break.edge && cells[next]! <= limit) next += 1;
  return cells[next]! <= limit ? edge : null;
}

/**
 * Avoids a last line of one syllable: moves down the last word of the line before, or, if that line is one long word,
 * the part behind its last joint, or a few syllables of a word that was broken anyhow.
 */
function avoidLoneSyllable(paragraph: Paragraph, starts: number[], columns: number): void {
  const last = starts.at(-1)!;
  const previous = starts.at(-2);
  const { text, cells } = paragraph;
  if (previous === undefined || !LONE_SYLLABLE.test(text.slice(last))) return;
  let earlier: number | null = last;
  do earlier = givenPlace(paragraph, previous, earlier, columns);
  while (earlier !== null && LONE_SYLLABLE.test(text.slice(earlier)));
  if (earlier !== null && cells[text.length]! - cells[earlier]! <= columns)
    starts[starts.length - 1] = earlier;
}

/**
 * The last place before `last` at which the line that begins at `previous` may end too; null if there is
 * none.
 */
function givenPlace(paragraph: Paragraph, previous: number, last: number, columns: number): number | null {
  const { text, grades } = paragraph;
  if (columns < KEEP_ALL_FROM || breaksWord(paragraph, last)) {
    return lastPlace(paragraph, previous, last - 1, Break.syllable);
  }
  const place =
    lastPlace(paragraph, previous, last - 1, Break.word) ??
    lastPlace(paragraph, previous, last - 1, Break.joint);
  if (place !== null || !breaksWord(paragraph, previous)) return place;
  const space = text.indexOf(' ', previous);
  const end = space < 0 ? last : Math.min(space, last);
  return lastPlace(paragraph, previous, end - 1, Math.max(grades[previous]!, Break.syllable));
}

/** Whether a line beginning at an offset begins inside a word too long for a line. */
function breaksWord({ text, grades }: Paragraph, start: number): boolean {
  return start > 0 && text[start - 1] !== ' ' && grades[start]! < Break.unit;
}

/** A single syllable and the marks around it. */
const LONE_SYLLABLE = /^[^가-힣一-鿿A-Za-z0-9]*[가-힣一-鿿][^가-힣一-鿿A-Za-z0-9]*$/;

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] === ' ') at += 1;
  return at;
}

function visibleEnd(text: string, to: number): number {
  let end = to;
  while (end > 0 && text[end - 1] === ' ') end -= 1;
  return end;
}
