import { readFilter } from '../../../search/query/filters.ts';
import type { Screen } from '../../state/screens.ts';

/**
 * The part of a screen's search that can be watched or muted: its words without its filters or, without
 * words, its first tag; '' for neither.
 *
 * @param now ms since the epoch, for filters by date
 */
export function searchedWord(screen: Screen, now: number): string {
  const query = 'search' in screen ? (screen.search?.field.text ?? '') : '';
  const parts = query.split(/\s+/).filter(Boolean);
  const words = parts.filter((part) => readFilter(part, now) === null);
  const tag = parts.find((part) => part.startsWith('#'));
  return words.length > 0 ? words.join(' ') : (tag ?? '');
}
