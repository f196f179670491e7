import { cellWidth } from '../../../korean/cells.ts';
import { graphemes } from '../../../korean/graphemes.ts';
import { type MessageKey, say } from '../../../messages/index.ts';
import { isBegunFilter, readFilter } from '../../../search/query/filters.ts';
import { type Row, type Span, type Style, span } from '../../../typeset/rows.ts';
import type { TextField } from '../../input/text-field.ts';
import type { State } from '../../state/state.ts';
import { leftAndRight } from './rows.ts';

export interface Box {
  readonly row: Row;
  /** The caret's cell in the row. */
  readonly caret: number;
}

/** A line of text being entered, behind its name, with a note at the right; filters stand out. */
export function searchBox(
  state: State,
  field: TextField,
  told: string,
  columns: number,
  {
    filters = false,
    name: key = 'screen.search',
    style = 'strong',
  }: { readonly filters?: boolean; readonly name?: MessageKey; readonly style?: Style } = {},
): Box {
  const name = columns >= 30 ? `${say(state.language, key)}: ` : key === 'screen.search' ? '/' : '';
  const right = columns >= 40 && told !== '' ? told : '';
  const room = Math.max(1, columns - cellWidth(name) - (right === '' ? 0 : cellWidth(right) + 2));
  const { text, cell } = visiblePart(field, room);
  return {
    row: leftAndRight(
      [span(name, 'key'), ...(filters ? withFilters(text, state.now) : [span(text, style)])],
      right === '' ? [] : [span(right)],
      columns,
    ),
    caret: Math.min(cellWidth(name) + cell, Math.max(0, columns - 1)),
  };
}

/** A query's words, and its filters in another style; an unfinished filter has neither style. */
function withFilters(text: string, now: number): Span[] {
  const parts = text.split(/( +)/).filter((part) => part !== '');
  const last = parts.findLastIndex((part) => part.trim() !== '');
  const styleOf = (part: string, at: number): Style => {
    if (readFilter(part, now) !== null) return 'current';
    return at === last && isBegunFilter(part) ? 'plain' : 'strong';
  };
  return parts.map((part, at) => span(part, styleOf(part, at)));
}

/** The part of a text that a box of so many cells shows: the caret always in it, with room for a syllable at it. */
function visiblePart({ text, caret }: TextField, columns: number): { text: string; cell: number } {
  const clusters = graphemes(text);
  const cells = (from: number, to: number): number => cellWidth(clusters.slice(from, to).join(''));
  let first = 0;
  while (first < caret && cells(first, caret) > columns - 2) first += 1;
  let end = first;
  while (end < clusters.length && cells(first, end + 1) <= columns) end += 1;
  return { text: clusters.slice(first, end).join(''), cell: Math.max(0, cells(first, caret)) };
}
