/**
 * A screen or a page as rows of styled text: the result of every pure view, drawn by Ink or written to a
 * pipe. A row is already fitted: its cells never exceed the width it was made for.
 */

/** The role of a piece of text, not its look: `terminal/theme.ts` gives that. */
export type Style =
  | 'plain'
  | 'strong' // titles, subheads, the title of an unread headline
  | 'selected' // the selected headline's title
  | 'faint' // beside the text, never what must be read
  | 'gutter' // the selected line's mark
  | 'unread' // the unread headline's mark
  | 'read' // the title of a headline that was read
  | 'bracket' // 단독, 속보 before a title
  | 'column' // a column's name before a title
  | 'meta' // beside the story: section, time, reporters, tags, copyright
  | 'section'
  | 'star' // the bookmark's mark
  | 'match' // what a search found
  | 'link'
  | 'caption'
  | 'rule'
  | 'notice'
  | 'alert'
  | 'warning' // the mark before an alert
  | 'key' // a key's name in the footer and the help
  | 'current' // the current section in the bar
  | 'removed' // words that an article no longer has
  | 'added' // words that it did not have
  | 'removed-mark'
  | 'added-mark';

/** The effect of a click on a span: a section's tab, a key's action, a choice. */
export interface Press {
  readonly on: 'tab' | 'key' | 'choice';
  /** The section's name, the action's, or the choice's index. */
  readonly at: string | number;
}

export interface Span {
  readonly text: string;
  readonly style: Style;
  /** An http(s) URL, for OSC 8 in terminals that know it. */
  readonly href?: string;
  /** SGR parameters in place of the style's: they make cells placeholders of a picture. */
  readonly sgr?: string;
  /** The number of the article's target that this leads to. */
  readonly target?: number;
  readonly press?: Press;
}

export type Row = readonly Span[];

export const span = (text: string, style: Style = 'plain'): Span => ({ text, style });

/** The text of a row without its styles. */
export function rowText(row: Row): string {
  return row.map(({ text }) => text).join('');
}

/** The row with the `[start, end)` ranges of its text (UTF-16 units) shown as found. */
export function highlight(row: Row, ranges: readonly (readonly [number, number])[]): Row {
  return ranges.length === 0 ? row : restyle(row, ranges, (found) => ({ ...found, style: 'match' }));
}

/** The row with the pieces in some ranges of its spans replaced. */
export function restyle(
  row: Row,
  ranges: readonly (readonly [number, number])[],
  change: (piece: Span) => Span,
): Row {
  const spans: Span[] = [];
  let offset = 0;
  for (const each of row) {
    let at = 0;
    for (const [start, end] of ranges) {
      const from = Math.max(start - offset, at);
      const to = Math.min(end - offset, each.text.length);
      if (from >= to) continue;
      if (from > at) spans.push({ ...each, text: each.text.slice(at, from) });
      spans.push(change({ ...each, text: each.text.slice(from, to) }));
      at = to;
    }
    if (at < each.text.length || each.text === '') spans.push({ ...each, text: each.text.slice(at) });
    offset += each.text.length;
  }
  return spans;
}
