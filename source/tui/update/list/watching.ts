/** Watching a word from a search. */
import type { MessageKey } from '../../../messages/index.ts';
import { FOLLOWING } from '../../../sections.ts';
import { LONGEST_WORD, readWord } from '../../../watch-words.ts';
import type { Step } from '../../state/effects.ts';
import type { Event } from '../../state/events.ts';
import type { Screen } from '../../state/screens.ts';
import type { State } from '../../state/state.ts';
import { hasChoseong, searchedWord } from '../../view/layout/searched-word.ts';
import { notify, stay, withEffects } from '../steps.ts';
import { intoBar } from './headlines.ts';
import { reloads } from './list-answers.ts';

/** `w`: watches the query, or stops watching it; without a search shows how it is done. */
export const watchSearch = (state: State, screen: Screen): Step =>
  setWord(state, screen, 'watch', 'notice.how-to-watch');

/** `M` behind a search: mutes the query, or stops muting it; without a search shows how it is done. */
export const muteSearch = (state: State, screen: Screen): Step =>
  setWord(state, screen, 'mute', 'notice.how-to-mute');

function setWord(state: State, screen: Screen, list: 'watch' | 'mute', how: MessageKey): Step {
  const read = readWord(searchedWord(screen, state.now));
  if ('fault' in read) {
    return stay(
      read.fault === 'too-long'
        ? notify(state, 'notice.word-too-long', { most: LONGEST_WORD })
        : notify(state, how),
    );
  }
  const { word } = read;
  if (hasChoseong(word)) return stay(notify(state, 'notice.watch-whole-words'));
  return withEffects(state, { type: 'set-word', list, word });
}

/** A word is watched or muted now, or no longer: lists mark or hide it, and watched headlines have a section in the bar. */
export function wordSet(
  state: State,
  { list, word, listed, both }: Extract<Event, { type: 'word-set' }>,
): Step {
  const inBar = listed && list === 'watch' ? intoBar(state, FOLLOWING.name) : state;
  const key =
    list === 'mute'
      ? listed
        ? both
          ? 'notice.muted-watched'
          : 'notice.muted'
        : 'notice.unmuted'
      : !listed
        ? 'notice.unwatched'
        : both
          ? 'notice.watched-muted'
          : word.startsWith('#')
            ? 'notice.watched-tag'
            : 'notice.watched';
  return withEffects(notify(inBar, key, { word }), { type: 'load-sections' }, ...reloads(state));
}
