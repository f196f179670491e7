/** Watching a word from a search. */
import { FOLLOWING } from '../../../sections.ts';
import { cleanWord } from '../../../watch-words.ts';
import type { Event, Step } from '../../state/events.ts';
import type { Screen, State } from '../../state/state.ts';
import { notify, stay, withEffects } from '../steps.ts';
import { intoBar } from './headlines.ts';
import { reloads } from './list-answers.ts';

/** `w`: watches what is being searched for, or no longer does; without a search says how it is done. */
export function watchSearch(state: State, screen: Screen): Step {
  const query = 'search' in screen ? (screen.search?.field.text ?? '') : '';
  const word = cleanWord(query);
  return word === null
    ? stay(notify(state, 'notice.how-to-watch'))
    : withEffects(state, { type: 'watch', word });
}

/** A word is watched now, or no longer: lists mark it, and what is watched has its list in the bar. */
export function watched(state: State, { word, listed }: Extract<Event, { type: 'watched' }>): Step {
  const inBar = listed ? intoBar(state, FOLLOWING.name) : state;
  const key = !listed ? 'notice.unwatched' : word.startsWith('#') ? 'notice.watched-tag' : 'notice.watched';
  return withEffects(notify(inBar, key, { word }), { type: 'load-sections' }, ...reloads(state));
}
