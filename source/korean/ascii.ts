import { swapAmbiguous } from './ambiguous.ts';
import { cellWidth } from './cells.ts';

/**
 * Replacements of rules, marks, bullets, arrows and quotation marks for fonts that have little more than
 * letters.
 */
const PAIRS =
  '─- ━- ═- │| ┃| ║| ▌> ▐< █# ▓# ▒: ░. ▀  ▄_ •* ∙* ★# ☆# ●* ○o ◎@ ◉@ ■* □o ▪* ▫o ▲^ △^ ▼v ▽v ◆* ◇o ▶> ▷> ◀< ◁< ❖* ↑^ ↓v ←< →> ‹< ›> ' +
  '«< »> “" ”" „" ‘\' ’\' ‚, ′\' ″" ·- ‧- ・- ㆍ- ⋅- …~ ⋯~ –- —- ―- ‐- ‑- −- ※* ✓v ✔v ✗x ×x ÷/ └` ├+ ┌+ ┐+ ┘+ ┤+ ┬+ ┴+ ┼+ ▯? ©c';

const SWAPS: ReadonlyMap<string, string> = new Map(
  PAIRS.split(' ')
    .filter(Boolean)
    .map((pair) => {
      const [char = '', ...rest] = [...pair];
      return [char, rest.join('') || ' '];
    }),
);

/** Letters of the scripts that every Korean font has. */
const LETTER = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{M}]/u;
/** No ASCII; a full-width sign is as wide as a syllable and no font with Hangul lacks it. */
const OTHER = /[^\x00-\x7e\uff01-\uff5e\u3000-\u3011]/gu;

/**
 * A text for a terminal with a poor font: every sign of one cell is ASCII, letters of Korean stay. The text is as wide as
 * before. Neither an ellipsis nor a dot in the middle becomes a point, which would end a sentence.
 */
export function asciiText(text: string): string {
  return text.replace(OTHER, (char) => {
    if (LETTER.test(char)) return char;
    const known = SWAPS.get(char);
    if (known !== undefined) return known;
    const width = cellWidth(char);
    if (width === 0) return '';
    const plain = swapAmbiguous(char)
      .normalize('NFKD')
      .replace(/[^\x20-\x7e]/g, '');
    if (plain.length > 0) return plain.slice(0, width).padEnd(width);
    return '?'.repeat(width);
  });
}
