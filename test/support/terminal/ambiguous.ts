// East Asian Ambiguous characters, and a terminal that draws each in two cells.
import unicode11 from '@xterm/addon-unicode11';
import type { IUnicodeVersionProvider, Terminal } from '@xterm/headless';
import { ranges } from '../../../source/korean/cells.ts';
import { AMBIGUOUS } from '../../../source/korean/width-data.ts';

const AMBIGUOUS_RANGES = ranges(AMBIGUOUS);

/** True if the first character of a text is ambiguous (UAX #11). */
export function isAmbiguous(char: string): boolean {
  return isAmbiguousCode(char.codePointAt(0)!);
}

const isAmbiguousCode = (code: number): boolean =>
  AMBIGUOUS_RANGES.some(([first, last]) => code >= first && code <= last);

/** A width of two as xterm.js packs it: above the bit that joins a character to the one before. */
const TWO_CELLS = 2 << 1;

/** Makes a screen draw them as `xterm -cjk_width` and Windows Terminal's option do. */
export function drawAmbiguousWide(screen: Terminal): void {
  let usual!: IUnicodeVersionProvider;
  new unicode11.Unicode11Addon().activate({
    unicode: {
      register: (provider: IUnicodeVersionProvider) => {
        usual = provider;
      },
    },
  } as never);
  screen.unicode.register({
    version: 'wide',
    wcwidth: (code) => (isAmbiguousCode(code) ? 2 : usual.wcwidth(code)),
    charProperties: (code, preceding) =>
      isAmbiguousCode(code) ? TWO_CELLS : usual.charProperties(code, preceding),
  });
  screen.unicode.activeVersion = 'wide';
}
