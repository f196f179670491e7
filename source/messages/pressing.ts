import { particle } from '../korean/josa.ts';
import type { Params } from './types.ts';

/** Signs whose names end in a consonant: 콜론, 세미콜론, 점, 별. */
const CONSONANT = /^[:;.*]$/;

/** A key's name with its particle, as it is pressed: `r을`, `b를`, `:을`. */
export function pressing(key: Params[string] | undefined): string {
  const name = String(key);
  return CONSONANT.test(name) ? `${name}을` : particle(name, '을/를');
}

/** The key that takes back what a notice is about; '' where no key does, in the shell. */
export const undoKo = (p: Params): string => (p['key.undo'] ? ` (${p['key.undo']}: 되돌리기)` : '');
export const undoEn = (p: Params): string => (p['key.undo'] ? ` (${p['key.undo']}: undo)` : '');
