import type { Style } from '../typeset/rows.ts';

/** How a style looks: SGR parameters. `mono` is what is left where there is to be no colour. */
export interface Look {
  readonly colour: string;
  readonly mono: string;
}

/**
 * Text is in the terminal's own foreground on its own background; colour only stands beside it, from the
 * terminal's own sixteen, since no fixed hue can be read on every palette. No italics: Hangul has none.
 */
export const THEME: Readonly<Record<Style, Look>> = {
  plain: { colour: '', mono: '' },
  strong: { colour: '1', mono: '1' },
  faint: { colour: '2', mono: '2' },
  gutter: { colour: '1;36', mono: '1' },
  unread: { colour: '36', mono: '' },
  prefix: { colour: '1;31', mono: '1' },
  section: { colour: '36', mono: '' },
  star: { colour: '33', mono: '' },
  match: { colour: '1;4;33', mono: '1;4' },
  link: { colour: '4', mono: '4' },
  caption: { colour: '', mono: '' },
  rule: { colour: '2', mono: '2' },
  notice: { colour: '36', mono: '' },
  alert: { colour: '1;33', mono: '1' },
  key: { colour: '1', mono: '1' },
  current: { colour: '1;7', mono: '1;7' },
};
