import { cellWidth } from './cells.ts';
import { graphemes } from './graphemes.ts';

const ELLIPSIS = '…';

/** Marks removed before the `…`: pauses it would double, and marks that join or open the part cut off. */
const HANGING = /[\s…⋯‥·ㆍ・,([{“‘〈《「『【〔（［｛]/;
/** A straight quotation mark opens unless a word stands before it. */
const OPENS_BEHIND = /[\s…·,(]/;

function withoutHanging(text: string): string {
  let end = text.length;
  for (; end > 0; end--) {
    const last = text[end - 1]!;
    const isQuote = last === '"' || last === "'";
    if (!HANGING.test(last) && !(isQuote && (end === 1 || OPENS_BEHIND.test(text[end - 2]!)))) break;
  }
  return text.slice(0, end);
}

/** The text in at most `columns` cells: if it is wider, cut between graphemes and ended with `…`. */
export function fit(text: string, columns: number): string {
  if (cellWidth(text) <= columns) return text;
  if (columns < 1) return '';
  let cells = 0;
  let end = 0;
  for (const grapheme of graphemes(text)) {
    const width = cellWidth(grapheme);
    if (cells + width > columns - 1) break;
    cells += width;
    end += grapheme.length;
  }
  return `${withoutHanging(text.slice(0, end))}${ELLIPSIS}`;
}

/** A path or an address in at most `columns` cells: if it is wider, `…` stands in its middle, nearer to its beginning. */
export function fitMiddle(text: string, columns: number): string {
  if (cellWidth(text) <= columns) return text;
  if (columns < 1) return '';
  const all = [...graphemes(text)];
  const taken = (given: readonly string[], room: number): readonly string[] => {
    let cells = 0;
    const end = given.findIndex((grapheme) => {
      cells += cellWidth(grapheme);
      return cells > room;
    });
    return end < 0 ? given : given.slice(0, end);
  };
  const tail = taken(all.toReversed(), Math.ceil(((columns - 1) * 2) / 3))
    .toReversed()
    .join('');
  return `${taken(all, columns - 1 - cellWidth(tail)).join('')}${ELLIPSIS}${tail}`;
}

/** The text in exactly `columns` cells: fitted, then filled with spaces behind (or before, at `'right'`). */
export function pad(text: string, columns: number, align: 'left' | 'right' = 'left'): string {
  const fitted = fit(text, columns);
  const spaces = ' '.repeat(Math.max(0, columns - cellWidth(fitted)));
  return align === 'left' ? fitted + spaces : spaces + fitted;
}
