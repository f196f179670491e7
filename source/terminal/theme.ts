import type { Style } from '../typeset/rows.ts';

/** A style's SGR parameters, with colour and without. */
export interface Look {
  readonly colour: string;
  readonly mono: string;
}

/**
 * Text keeps the terminal's own foreground and background, since no fixed colour is readable on every palette; only marks
 * beside the text are coloured, from the terminal's own sixteen. There are no italics: Hangul has none.
 */
export const THEME: Readonly<Record<Style, Look>> = {
  plain: { colour: '', mono: '' },
  strong: { colour: '1', mono: '1' },
  faint: { colour: '2', mono: '2' },
  read: { colour: '2', mono: '2' },
  // Quieter than the body by where it stands: dim text cannot be read on every terminal.
  meta: { colour: '', mono: '' },
  section: { colour: '', mono: '' },
  match: { colour: '1;4', mono: '1;4' },
  link: { colour: '4', mono: '4' },
  caption: { colour: '', mono: '' },
  notice: { colour: '', mono: '' },
  alert: { colour: '1', mono: '1' },
  key: { colour: '1', mono: '1' },
  removed: { colour: '2;9', mono: '2;9' },
  added: { colour: '4', mono: '4' },
  current: { colour: '1;7', mono: '1;7' },
  // Marks.
  gutter: { colour: '1;36', mono: '1' },
  unread: { colour: '36', mono: '' },
  star: { colour: '33', mono: '' },
  bracket: { colour: '31', mono: '' },
  column: { colour: '36', mono: '' },
  warning: { colour: '1;33', mono: '1' },
  rule: { colour: '2', mono: '2' },
  'removed-mark': { colour: '31', mono: '' },
  'added-mark': { colour: '32', mono: '' },
};
