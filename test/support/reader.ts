// A reader that asks the network in its own process, as in the commands.

import { createFetching, type FetchingParts } from '../../source/reader/fetching/fetching.ts';
import { createReader } from '../../source/reader/reader.ts';
import type { Reader, ReaderParts } from '../../source/reader/types.ts';
import type { WordsStore } from '../../source/storage/kept-types.ts';
import { NO_WORDS, type WatchWords } from '../../source/watch-words.ts';

export const readerOn = (parts: FetchingParts & Partial<Pick<ReaderParts, 'warn' | 'words'>>): Reader =>
  createReader({ words: wordsOf(NO_WORDS), ...parts, fetching: createFetching(parts) });

/** Words that no file keeps. */
export function wordsOf(first: WatchWords): WordsStore {
  let words = first;
  return {
    all: () => words,
    version: () => JSON.stringify(words),
    onSetAside: () => undefined,
    async set(list, word, listed) {
      const before = words[list] ?? [];
      if (before.includes(word) === listed) return false;
      words = {
        ...words,
        [list]: listed ? [...before, word] : before.filter((each) => each !== word),
      };
      return true;
    },
  };
}
