/**
 * A screen or a page as rows of styled text: what every pure view returns, what Ink draws and what a pipe is
 * given. A row is already fitted: its cells never exceed the width it was made for.
 */

/** What a piece of text is, not how it looks: `tui/theme.ts` says that. */
export type Style =
  | 'plain'
  | 'strong' // titles, subheads
  | 'faint' // beside the text, never what must be read
  | 'selected' // the line the keys act on
  | 'unread'
  | 'read'
  | 'prefix' // [단독], [속보]
  | 'section'
  | 'age'
  | 'mark' // the bookmark's and the unread's mark
  | 'match' // what a search found
  | 'link'
  | 'quote'
  | 'caption'
  | 'rule'
  | 'notice'
  | 'alert'
  | 'key' // a key's name in the footer and the help
  | 'tab'
  | 'tab-current';

export interface Span {
  readonly text: string;
  readonly style: Style;
  /** An http(s) URL from a parsed `URL`, for OSC 8 where the terminal takes it. */
  readonly href?: string;
  /** Laid over `style`: the row is the selected one, or the words a search found. */
  readonly over?: 'selected' | 'match';
}

export type Row = readonly Span[];

/** The text of a row without its styles. */
export function rowText(row: Row): string {
  return row.map((span) => span.text).join('');
}
