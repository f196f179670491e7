import { misreadFilter, readFilter, textQuery } from '../../../search/query/filters.ts';
import { readWord } from '../../../watch-words.ts';
import type { Screen } from '../../state/screens.ts';

/**
 * The part of a screen's search that can be watched or muted: its words without its filters or, without
 * words, its first tag; '' for neither, and for a query that is not understood.
 *
 * @param now ms since the epoch, for filters by date
 */
export function searchedWord(screen: Screen, now: number): string {
  const query = 'search' in screen ? (screen.search?.field.text ?? '') : '';
  if (misreadFilter(query, now, false) !== null) return '';
  // `"금리` is the word 금리, looked for in full texts.
  const parts = (textQuery(query) ?? query).split(/\s+/).filter(Boolean);
  const words = parts.filter((part) => readFilter(part, now) === null);
  const tag = parts.find((part) => part.startsWith('#'));
  return words.length > 0 ? words.join(' ') : (tag ?? '');
}

/** Choseong can mean many words, and no title has them. */
export const hasChoseong = (word: string): boolean => /[ㄱ-ㅣ]/.test(word);

/** The searched word as it would be watched or muted; null if it cannot be. */
export function wordToWatch(screen: Screen, now: number): string | null {
  const read = readWord(searchedWord(screen, now));
  return 'fault' in read || hasChoseong(read.word) ? null : read.word;
}

/**
 * The search that may find in full texts what is in no title; null if there is something, if more may still come, or if
 * a filter or the mode of the list may be why there is nothing.
 */
export function inTexts(screen: Screen, now: number): string | null {
  if (screen.kind !== 'headlines' || screen.search === null || screen.unreadOnly) return null;
  const { field, results } = screen.search;
  const query = field.text.trim();
  if (query === '' || results !== 'all' || screen.list.items.length > 0) return null;
  const parts = query.split(/\s+/);
  const isPlain = textQuery(query) === null && parts.every((part) => readFilter(part, now) === null);
  return isPlain && misreadFilter(query, now, false) === null ? `"${query}` : null;
}
