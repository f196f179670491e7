import { stripVTControlCharacters } from 'node:util';
import { cellWidth } from '../../korean/cells.ts';

/**
 * The build gives Ink this module in place of the string-width package, so that Ink measures as the rest of the program
 * does, and for a fraction of the time.
 */
export default function stringWidth(text: string): number {
  return cellWidth(text.includes('\x1b') ? stripVTControlCharacters(text) : text);
}
