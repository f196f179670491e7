/**
 * A picture's file shown in so many cells from the cursor on, its proportions kept
 * (iterm2.com/documentation-images). The cursor stays in terminals that know `doNotMoveCursor`.
 * @param base64 of a JPEG, PNG or GIF file of `size` bytes.
 */
export function inlineImage(base64: string, columns: number, rows: number): string {
  const size = Buffer.byteLength(base64, 'base64');
  const keys = `inline=1;size=${size};width=${columns};height=${rows};preserveAspectRatio=1;doNotMoveCursor=1`;
  return `\x1b]1337;File=${keys}:${base64}\x07`;
}
