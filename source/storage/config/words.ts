import {
  cleanWord,
  followedText,
  isSameWord,
  NO_WORDS,
  readFollowed,
  type WatchWords,
  type WordList,
} from '../../watch-words.ts';
import type { Fields } from '../files/stored-json.ts';
import type { WordsStore } from '../kept-types.ts';
import { jsonForm, openConfFile } from './conf-file.ts';

/**
 * Opens the reader's words in a folder's `words.json`: `{"watch": […], "mute": […], "follow": […]}`. Anything
 * else is not shown, and stays in the file until that list changes.
 *
 * Its promises reject with Failures, as those of the bookmarks do.
 */
export function openWords(folder: string): WordsStore {
  const file = openConfFile({
    folder,
    name: 'words',
    form: jsonForm({
      isWhole: (store) =>
        [store.watch, store.mute, store.follow].every((part) => part === undefined || Array.isArray(part)),
      rebuild: (pairs) => Object.fromEntries(pairs.filter(([, value]) => Array.isArray(value))),
    }),
  });
  let shown: { of: Fields; words: WatchWords } = { of: {}, words: NO_WORDS };

  function current(): WatchWords {
    const of = file.read();
    if (shown.of !== of) {
      const [watch, mute, follow] = [wordsIn(of, 'watch'), wordsIn(of, 'mute'), wordsIn(of, 'follow')];
      shown = { of, words: { watch, mute, ...(follow.length > 0 ? { follow } : {}) } };
    }
    return shown.words;
  }

  return {
    onSetAside: file.onSetAside,
    all: current,
    version: file.state,
    set: (list, word, listed) =>
      file.change((draft) => {
        const before = wordsIn(draft, list);
        const isListed = before.some((each) => isSameWord(each, word));
        if (isListed === listed) return { result: false, isNew: false };
        draft[list] = listed ? [...before, word] : before.filter((each) => !isSameWord(each, word));
        return { result: true, isNew: true };
      }),
  };
}

function wordsIn(store: Fields, list: WordList): readonly string[] {
  const value = store[list];
  if (!Array.isArray(value)) return [];
  const words = value.flatMap((word) => (typeof word === 'string' ? (cleaned(list, word) ?? []) : []));
  return words.filter((word, index) => words.findIndex((each) => isSameWord(each, word)) === index);
}

function cleaned(list: WordList, word: string): string | null {
  if (list !== 'follow') return cleanWord(word);
  const followed = readFollowed(word);
  return followed === null ? null : followedText(followed);
}
