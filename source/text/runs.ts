/**
 * Runs at the ends of a text. A regular expression that is anchored at the end (`x+$`) scans the text from
 * every place, which is quadratic; these scan it once.
 */

/** The place in UTF-16 units where the run of `signs` (a pattern of one character) at the end of a text begins. */
export function endRun(text: string, signs: RegExp): number {
  let at = text.length;
  while (at > 0 && signs.test(text[at - 1]!)) at--;
  return at;
}

/** A text without the run of `signs` (a pattern of one character) at its end. */
export const withoutEnd = (text: string, signs: RegExp): string => text.slice(0, endRun(text, signs));

/** A mail address in a text, `[start, end)` in UTF-16 units. */
export interface Mail {
  readonly start: number;
  readonly end: number;
}

/** The first mail address at or behind a place; null for none. Its name is ASCII, and its domain has a dot. */
export function findMail(text: string, from = 0): Mail | null {
  let least = from;
  for (let sign = text.indexOf('@', from); sign >= 0; sign = text.indexOf('@', sign + 1)) {
    let start = sign;
    while (start > least && /[\w.+-]/.test(text[start - 1]!)) start--;
    while (start < sign && /[_.+-]/.test(text[start]!)) start++;
    let end = sign + 1;
    while (end < text.length && /[A-Za-z0-9.-]/.test(text[end]!)) end++;
    const domain = /^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/.exec(text.slice(sign + 1, end));
    if (start < sign && domain !== null) return { start, end: sign + 1 + domain[0].length };
    least = sign + 1;
  }
  return null;
}

/** The end, in UTF-16 units, of the pieces in a row at the beginning of a text; a `piece` is sticky. */
export function startRun(text: string, piece: RegExp): number {
  piece.lastIndex = 0;
  let end = 0;
  while (piece.test(text) && piece.lastIndex > end) end = piece.lastIndex;
  piece.lastIndex = 0;
  return end;
}
