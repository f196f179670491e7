import { swapAmbiguous } from '../korean/ambiguous.ts';
import { asciiText } from '../korean/ascii.ts';
import { reduce } from '../korean/reduce.ts';
import type { Row } from '../typeset/rows.ts';
import { type Looks, PLAIN_LOOKS } from './theme.ts';

export interface PaintOptions {
  /** The theme's; without it the looks that have no colour. */
  readonly looks?: Looks;
  /** OSC 8 around spans that have an href. */
  readonly hyperlinks: boolean;
  /** Whether the terminal draws East Asian Ambiguous characters in two cells; they are then replaced. */
  readonly wide: boolean;
  /** Signs are ASCII. */
  readonly ascii?: boolean;
}

/** Underline, inverse and strikethrough, which are visible on a space too. */
const SEEN_ON_SPACES = /\b[479]\b/;

/** A row as it is sent to the terminal. Neighbouring spans of one style share its sequence, and so do spaces. */
export function paintRow(
  row: Row,
  { looks = PLAIN_LOOKS, hyperlinks, wide, ascii = false }: PaintOptions,
): string {
  let painted = '';
  let look = '';
  for (const { text, style, href, sgr } of row) {
    if (text === '') continue;
    const wanted = sgr ?? looks[style];
    const same = wanted === look || (isBlank(text) && !SEEN_ON_SPACES.test(`${wanted} ${look}`));
    if (!same) {
      if (look !== '') painted += '\x1b[0m';
      if (wanted !== '') painted += `\x1b[${wanted}m`;
      look = wanted;
    }
    const drawn = drawnText(text, wide, ascii);
    painted += hyperlinks && href !== undefined ? hyperlink(drawn, href) : drawn;
  }
  return look === '' ? painted : `${painted}\x1b[0m`;
}

const isBlank = (text: string): boolean => text.trim() === '';

/** The text with every character replaced that terminals draw in a different number of cells, or that a poor font lacks. */
export function drawnText(text: string, wide: boolean, ascii = false): string {
  const reduced = reduce(text);
  if (ascii) return asciiText(reduced);
  return wide ? swapAmbiguous(reduced) : reduced;
}

/** The text as a hyperlink (OSC 8) to an http(s) URL; the bare text for any other. */
function hyperlink(text: string, href: string): string {
  if (!URL.canParse(href)) return text;
  const { protocol, href: parsed } = new URL(href);
  return protocol === 'http:' || protocol === 'https:'
    ? `\x1b]8;;${parsed}\x1b\\${text}\x1b]8;;\x1b\\`
    : text;
}
