import { type Gloss, glosses } from '../korean/hanja/hanja.ts';
import type { MatchRange } from '../model.ts';

/** A text as it is shown: with its glosses, if Hanja are to be glossed. */
export interface GlossedText {
  readonly text: string;
  readonly glosses: readonly Gloss[];
}

/**
 * The text to be shown, with its Hanja glossed if `hanja` is set.
 * @param labels further insertions, in ascending order; each stands behind a gloss at the same place.
 */
export function shownText(text: string, hanja: boolean, labels: readonly Gloss[] = []): GlossedText {
  const glossed = hanja ? glosses(text) : [];
  const added = labels.length === 0 ? glossed : [...glossed, ...labels].sort((a, b) => a.at - b.at);
  let shown = '';
  let from = 0;
  for (const { at, text: gloss } of added) {
    shown += text.slice(from, at) + gloss;
    from = at;
  }
  return { text: shown + text.slice(from), glosses: added };
}

/** A range of the text in the shown one. A gloss at either end of it stays out. */
export function shownRange({ glosses: added }: GlossedText, [start, end]: MatchRange): MatchRange {
  let from = start;
  let to = end;
  for (const { at, text } of added) {
    if (at <= start) from += text.length;
    if (at < end) to += text.length;
  }
  return [from, to];
}

/** The offset in the text of an offset of the shown text; within a gloss, the place where the gloss was put in. */
export function sourceOffset({ glosses: added }: GlossedText, offset: number): number {
  let longer = 0;
  for (const { at, text } of added) {
    if (offset <= at + longer) break;
    if (offset < at + longer + text.length) return at;
    longer += text.length;
  }
  return offset - longer;
}
