import type { Style } from '../typeset/rows.ts';

/** SGR parameters of every style. */
export type Looks = Readonly<Record<Style, string>>;

/** Whether a terminal's background is dark or light. */
export type Background = 'dark' | 'light';

/**
 * The styles without colour. Text keeps the terminal's own foreground and background, since no fixed colour
 * is readable on every palette, and no text is dim: read and unread titles differ in weight, as do times and
 * titles. There are no italics: Hangul has none.
 */
export const PLAIN_LOOKS: Looks = {
  plain: '',
  strong: '1',
  selected: '1;7',
  faint: '',
  read: '',
  meta: '',
  section: '',
  match: '1;4',
  link: '4',
  caption: '',
  notice: '',
  alert: '1',
  key: '1',
  current: '1;7',
  // Struck through and underlined, as in a proof.
  removed: '9',
  added: '4',
  // Marks.
  gutter: '1',
  unread: '',
  star: '',
  bracket: '1',
  column: '',
  warning: '1',
  'removed-mark': '',
  'added-mark': '',
  rule: '2',
};

/** The parts beside text that may have a colour: marks, rules, and a title's brackets. */
type Mark =
  | 'gutter'
  | 'unread'
  | 'star'
  | 'bracket'
  | 'column'
  | 'warning'
  | 'removed-mark'
  | 'added-mark'
  | 'rule';

/**
 * Colours of marks, by their number in xterm's palette: from 16 on they are the same in every terminal,
 * unlike the first sixteen. Each has a contrast of 4.5:1 or more (WCAG 2.2, 1.4.3) with the backgrounds of
 * the palettes in `test/terminal/theme.test.ts`.
 */
type Colours = Readonly<Record<Mark, number>>;

/** The themes: null for one without colours. */
export const THEMES = {
  sky: {
    dark: {
      gutter: 80,
      unread: 80,
      star: 221,
      bracket: 216,
      column: 117,
      warning: 221,
      'removed-mark': 216,
      'added-mark': 114,
      rule: 247,
    },
    light: {
      gutter: 24,
      unread: 24,
      star: 94,
      bracket: 124,
      column: 24,
      warning: 94,
      'removed-mark': 124,
      'added-mark': 22,
      rule: 241,
    },
  },
  pine: {
    dark: {
      gutter: 114,
      unread: 114,
      star: 222,
      bracket: 216,
      column: 151,
      warning: 222,
      'removed-mark': 216,
      'added-mark': 114,
      rule: 247,
    },
    light: {
      gutter: 22,
      unread: 22,
      star: 94,
      bracket: 88,
      column: 23,
      warning: 94,
      'removed-mark': 124,
      'added-mark': 22,
      rule: 241,
    },
  },
  dusk: {
    dark: {
      gutter: 183,
      unread: 218,
      star: 222,
      bracket: 218,
      column: 189,
      warning: 222,
      'removed-mark': 216,
      'added-mark': 114,
      rule: 247,
    },
    light: {
      gutter: 54,
      unread: 89,
      star: 94,
      bracket: 89,
      column: 60,
      warning: 94,
      'removed-mark': 124,
      'added-mark': 22,
      rule: 241,
    },
  },
  ink: null,
} as const satisfies Readonly<Record<string, Readonly<Record<Background, Colours>> | null>>;

export type ThemeName = keyof typeof THEMES;

/** Marks that are bold besides their colour. */
const BOLD: ReadonlySet<string> = new Set<Mark>(['gutter', 'warning']);

/**
 * A theme's looks on a background. On an unknown background (null) no colour is sure to be readable: none is
 * used.
 */
export function looksOf(theme: ThemeName, background: Background | null): Looks {
  const themed = THEMES[theme];
  if (themed === null || background === null) return PLAIN_LOOKS;
  const marks = Object.entries(themed[background]).map(([mark, colour]) => [
    mark,
    `${BOLD.has(mark) ? '1;' : ''}38;5;${colour}`,
  ]);
  return { ...PLAIN_LOOKS, ...Object.fromEntries(marks) };
}
