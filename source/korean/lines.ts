import { Break, type BreakClass, classifyBreaks } from './breaks.ts';
import { cellWidth } from './cells.ts';
import { graphemes } from './graphemes.ts';

/** The visible text of a line: `[start, end)` in UTF-16 units; the spaces at its ends are left out. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** Below this many cells words are not kept whole: keep-all would leave ragged holes (11 % more lines at 24). */
const KEEP_ALL_FROM = 30;

/** A number is kept with its unit where that costs less than this part of the line. */
const UNIT_COST = 1 / 4;

interface Cluster {
  readonly start: number;
  readonly end: number;
  readonly cells: number;
  readonly space: boolean;
  /** What the place before it is worth. */
  readonly before: BreakClass;
}

/**
 * Breaks a sanitised text into lines of at most `columns` cells (at least 1), ragged right: words are kept whole
 * (below 30 cells, syllables), 금칙 is kept where the width allows it, a word longer than a line is broken at its
 * joints, then at syllables, and never inside a grapheme. `\n` ends a paragraph; an empty one is one empty line. A
 * single grapheme wider than the line stands alone on its own.
 */
export function setLines(text: string, columns: number): LineRange[] {
  const lines: LineRange[] = [];
  let offset = 0;
  for (const paragraph of text.split('\n')) {
    setParagraph(paragraph, offset, Math.max(1, columns), lines);
    offset += paragraph.length + 1;
  }
  return lines;
}

/** The lines' texts, for who needs no offsets. */
export function wrap(text: string, columns: number): string[] {
  return setLines(text, columns).map(({ start, end }) => text.slice(start, end));
}

function setParagraph(paragraph: string, offset: number, columns: number, lines: LineRange[]): void {
  const clusters = clustersOf(paragraph, offset);
  const starts: number[] = [];
  let at = skipSpaces(clusters, 0);
  if (at === clusters.length) {
    lines.push({ start: offset, end: offset });
    return;
  }
  while (at < clusters.length) {
    starts.push(at);
    at = skipSpaces(clusters, lineEnd(clusters, at, columns));
  }
  avoidLoneSyllable(clusters, starts, columns);
  starts.forEach((start, index) => {
    const end = lastVisible(clusters, start, starts[index + 1] ?? clusters.length);
    lines.push({ start: clusters[start]!.start, end: clusters[end - 1]!.end });
  });
}

function clustersOf(paragraph: string, offset: number): Cluster[] {
  const texts = graphemes(paragraph);
  const classes = classifyBreaks(paragraph, texts);
  let start = offset;
  return texts.map((text, index) => {
    const cluster = {
      start,
      end: start + text.length,
      cells: cellWidth(text),
      space: text === ' ',
      before: classes[index]!,
    };
    start = cluster.end;
    return cluster;
  });
}

/** The index behind the last cluster of the line that begins at `from`. */
function lineEnd(clusters: readonly Cluster[], from: number, columns: number): number {
  let cells = 0;
  let over = from;
  while (over < clusters.length) {
    const cluster = clusters[over]!;
    // A space that hangs over the edge is not seen.
    if (!cluster.space && cells + cluster.cells > columns) break;
    cells += cluster.cells;
    over += 1;
  }
  if (over === clusters.length) return over;

  const wanted = columns < KEEP_ALL_FROM ? Break.syllable : Break.unit;
  let best = lastBreak(clusters, from, over, wanted);
  if (best !== null && clusters[best]!.before === Break.unit) {
    const before = lastBreak(clusters, from, best - 1, Break.word);
    if (before !== null && cellsBetween(clusters, before, best) < columns * UNIT_COST) best = before;
  }
  // The word is longer than a line: at a joint, then at a syllable, then wherever a grapheme ends.
  best ??= lastBreak(clusters, from, over, Break.joint) ?? lastBreak(clusters, from, over, Break.syllable);
  return best ?? Math.max(over, from + 1);
}

/** The last place in (from, to] that is at least so good, or null. */
function lastBreak(
  clusters: readonly Cluster[],
  from: number,
  to: number,
  least: BreakClass,
): number | null {
  for (let at = Math.min(to, clusters.length - 1); at > from; at -= 1) {
    if (clusters[at]!.before >= least) return at;
  }
  return null;
}

/** A last line of one syllable costs a reader's eye: the line before gives it its last word. */
function avoidLoneSyllable(clusters: readonly Cluster[], starts: number[], columns: number): void {
  const last = starts.at(-1)!;
  const previous = starts.at(-2);
  if (previous === undefined || syllables(clusters, last) > 1) return;
  const least = columns < KEEP_ALL_FROM ? Break.syllable : Break.word;
  const earlier = lastBreak(clusters, previous, last - 1, least);
  if (earlier === null) return;
  const end = lastVisible(clusters, earlier, clusters.length);
  if (cellsBetween(clusters, earlier, end) <= columns) starts[starts.length - 1] = earlier;
}

/** Visible graphemes from here on that are wide enough to be a syllable. */
function syllables(clusters: readonly Cluster[], from: number): number {
  let count = 0;
  for (let at = from; at < clusters.length && count < 2; at += 1) {
    if (clusters[at]!.cells === 2) count += 1;
    else if (!clusters[at]!.space && clusters[at]!.before === Break.never && at > from) continue;
    else if (!clusters[at]!.space) count += 2;
  }
  return count;
}

function cellsBetween(clusters: readonly Cluster[], from: number, to: number): number {
  let cells = 0;
  for (let at = from; at < to; at += 1) cells += clusters[at]!.cells;
  return cells;
}

function skipSpaces(clusters: readonly Cluster[], from: number): number {
  let at = from;
  while (at < clusters.length && clusters[at]!.space) at += 1;
  return at;
}

function lastVisible(clusters: readonly Cluster[], from: number, to: number): number {
  let end = to;
  while (end > from + 1 && clusters[end - 1]!.space) end -= 1;
  return end;
}
