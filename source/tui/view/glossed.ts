import { gloss } from '../../korean/hanja.ts';

/** The text with its Hanja glossed, where that was asked for. */
export function glossed(text: string, hanja: boolean): string {
  return hanja ? gloss(text) : text;
}
