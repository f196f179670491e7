import type { Article, Headline, Place } from '../model.ts';
import { type SetLine, setBlock, setRows, type TypesetOptions } from './blocks.ts';
import { above, below, ending, type HeadNotes, related, storyEnd, trending } from './head-and-foot.ts';
import type { Row } from './rows.ts';
import { createTargets, type Target } from './targets.ts';

/** The widest column, in cells: 38 syllables, as far as a reader's eye goes without losing the line. */
export const MEASURE = 76;

/** Of the column's cells, `measure` at most are used: MEASURE unless it is given. */
export interface SetOptions extends Omit<TypesetOptions, 'targets'>, HeadNotes {
  /** Whether links and related headlines have a number before them. */
  readonly labelled?: boolean;
  readonly measure?: number;
  /** Kept headlines related to the article. */
  readonly related?: readonly Headline[];
}

/** A target, and the row it begins on. */
export type SetTarget = Target & { readonly row: number };

/** How the text of a row goes with that of the row before it. */
export type Flow = Pick<SetLine, 'margin' | 'continued'>;

/** An article as rows; `places` and `flow` have one for each of them. */
export interface SetArticle {
  readonly rows: readonly Row[];
  /** The place of each row, each after the one before it. */
  readonly places: readonly Place[];
  readonly flow: readonly Flow[];
  /** The targets of the article's links, tags and reporters, in the order of its rows. */
  readonly targets: readonly SetTarget[];
}

/** The parts around the body are in no block: they are distinguished by multiples of this in a place's offset. */
const PART = 2 ** 20;

/** The numbers of the first parts of the related headlines and of the parts behind them. */
const RELATED = 16;
const AFTER_RELATED = 32;

/** Sets an article: head, body, and the parts below it. Pure; the same rows serve the screen and a pipe. */
export function setArticle(article: Article, options: SetOptions): SetArticle {
  const targets = createTargets(options.labelled ?? false);
  const setting = {
    ...options,
    targets,
    columns: Math.max(1, Math.min(options.columns, options.measure ?? MEASURE)),
  };
  const rows: Row[] = [];
  const places: Place[] = [];
  const flow: Flow[] = [];

  const put = (block: number, lines: readonly SetLine[], from = 0): void => {
    for (const { row, offset, margin, continued } of lines) {
      const last = places.at(-1);
      // Two lines within one gloss are at one offset of the text.
      const least = last?.block === block ? last.offset + 1 : 0;
      rows.push(row);
      places.push({ block, offset: Math.max(from + offset, least) });
      flow.push({ margin, continued });
    }
  };
  const putParts = (block: number, parts: readonly (readonly SetLine[])[], from: number): number => {
    for (const [index, part] of parts.entries()) put(block, part, (from + index) * PART);
    return from + parts.length;
  };

  putParts(-1, above(article, setting, options), 0);
  article.blocks.forEach((block, index) => {
    put(index, setBlock(block, setting));
    // Behind all of the text: a place in its last line is that line's, not the empty one's.
    put(index, setRows([[]]), 'text' in block ? block.text.length + 1 : 0);
  });
  const under = article.blocks.length;
  putParts(under, [storyEnd(setting), ...below(article, setting)], 0);
  // These come when the text is read already: the parts below them keep their places.
  putParts(under, related(options.related ?? [], setting), RELATED);
  const { heading, entries } = trending(article, setting);
  const part = putParts(under, [...heading, ...entries], AFTER_RELATED);
  putParts(under, ending(article, setting), part);
  return { rows, places, flow, targets: withRows(targets.all, rows) };
}

function withRows(targets: readonly Target[], rows: readonly Row[]): SetTarget[] {
  const first = new Map<number, number>();
  rows.forEach((row, at) => {
    for (const { target } of row) if (target !== undefined && !first.has(target)) first.set(target, at);
  });
  return targets.map((target, number) => ({ ...target, row: first.get(number) ?? 0 }));
}

/** The row that shows a place: the last one that does not come after it. */
export function rowOf(places: readonly Place[], place: Place): number {
  let row = 0;
  for (let at = 0; at < places.length; at += 1) {
    const { block, offset } = places[at]!;
    if (block > place.block || (block === place.block && offset > place.offset)) break;
    row = at;
  }
  return row;
}
