/** Watching a word from a search. */
import { readFilter } from '../../../search/query/filters.ts';
import { FOLLOWING } from '../../../sections.ts';
import { LONGEST_WORD, readWord } from '../../../watch-words.ts';
import type { Step } from '../../state/effects.ts';
import type { Event } from '../../state/events.ts';
import type { Screen } from '../../state/screens.ts';
import type { State } from '../../state/state.ts';
import { notify, stay, withEffects } from '../steps.ts';
import { intoBar } from './headlines.ts';
import { reloads } from './list-answers.ts';

/** `w`: watches the query, or stops watching it; without a search shows how it is done. */
export function watchSearch(state: State, screen: Screen): Step {
  const query = 'search' in screen ? (screen.search?.field.text ?? '') : '';
  const read = readWord(watchable(query, state.now));
  if ('fault' in read) {
    return stay(
      read.fault === 'too-long'
        ? notify(state, 'notice.word-too-long', { most: LONGEST_WORD })
        : notify(state, 'notice.how-to-watch'),
    );
  }
  const { word } = read;
  // Choseong can mean many words, and no title has them.
  if (/[ㄱ-ㅣ]/.test(word)) return stay(notify(state, 'notice.watch-whole-words'));
  return withEffects(state, { type: 'watch', word });
}

/** The part of a query that can be watched: its words without its filters or, without words, its first tag; '' for neither. */
function watchable(query: string, now: number): string {
  const parts = query.split(/\s+/).filter(Boolean);
  const words = parts.filter((part) => readFilter(part, now) === null);
  const tag = parts.find((part) => part.startsWith('#'));
  return words.length > 0 ? words.join(' ') : (tag ?? '');
}

/** A word is watched now, or no longer: lists mark it, and the list of watched headlines is in the bar. */
export function watched(state: State, { word, listed }: Extract<Event, { type: 'watched' }>): Step {
  const inBar = listed ? intoBar(state, FOLLOWING.name) : state;
  const key = !listed ? 'notice.unwatched' : word.startsWith('#') ? 'notice.watched-tag' : 'notice.watched';
  return withEffects(notify(inBar, key, { word }), { type: 'load-sections' }, ...reloads(state));
}
