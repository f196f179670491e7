/** The reader's lasting acts: each is done in its turn, and can be taken back. */

import type { Headline } from '../../../model.ts';
import { followedParams } from '../../../reader/followed.ts';
import type { Reader } from '../../../reader/types.ts';
import { openUndo, type Undo, type UndoStore } from '../../../storage/config/undo.ts';
import type { BookmarkEdit } from '../../../storage/kept-types.ts';
import { isSameWord, type WordList } from '../../../watch-words.ts';
import type { Effect } from '../../state/effects.ts';
import type { Event } from '../../state/events.ts';
import type { OpenEdition } from '../edition.ts';
import { takeBack } from './take-back.ts';
import { createTurns } from './turns.ts';

type Of<Type extends Effect['type']> = Extract<Effect, { type: Type }>;

const noted = ({ note, tags }: BookmarkEdit): Required<BookmarkEdit> => ({
  note: note ?? '',
  tags: tags ?? [],
});

const isListed = (reader: Reader, list: WordList, word: string): boolean =>
  (reader.words()[list] ?? []).some((each) => isSameWord(each, word));

/** Puts a word on a list, or takes it off; resolves to whether it is listed now. */
async function toggleWord(
  reader: Reader,
  remember: (undo: Undo) => void,
  list: WordList,
  word: string,
): Promise<boolean> {
  const listed = !isListed(reader, list, word);
  if (await reader.setWord(list, word, listed)) remember({ kind: 'word', list, word, listed });
  return listed;
}

/**
 * @param live the edition whose acts are kept in `undo` for a day; those in another one are forgotten with
 * it.
 */
export function createActs(edition: OpenEdition, live: Reader, undo: UndoStore) {
  const turns = createTurns();
  let passing: { readonly reader: Reader; readonly store: UndoStore } | null = null;

  function history(reader: Reader): UndoStore {
    if (reader === live) return undo;
    if (passing?.reader !== reader) passing = { reader, store: openUndo(null, undo.stamp) };
    return passing.store;
  }

  function answer(...events: readonly Event[]): void {
    edition.seen = edition.reader.version();
    edition.answer(...events);
  }

  /** Does an act in its turn, with the reader of the time of its key; an act that changes something is remembered. */
  function act(
    change: (reader: Reader, remember: (undo: Undo) => void) => Promise<Event | null>,
  ): Promise<void> {
    const { reader } = edition;
    const store = history(reader);
    const at = store.stamp();
    return turns.take(async () => {
      const event = await change(reader, (undo) => store.push(undo, at));
      if (event !== null) answer(event);
    });
  }

  /** A bookmark that cannot be changed has its former mark again. */
  async function changeMark(
    id: string,
    bookmarked: boolean,
    change: Parameters<typeof act>[0],
  ): Promise<void> {
    try {
      await act(change);
    } catch (error) {
      const failure = edition.failed(error);
      edition.answer({ type: 'bookmark-failed', id, bookmarked: !bookmarked, failure });
    }
  }

  /** Shows why a new bookmark has no text yet, if its page cannot be had now. */
  async function awaitText(reader: Reader, headline: Headline): Promise<void> {
    const failure = await reader.fetchText(headline).catch(edition.failed);
    if (failure === null || reader.bookmarkOf(headline.id) === null) return;
    edition.note(failure);
    edition.answer({ type: 'text-missing', failure });
  }

  return {
    bookmark: ({ headline }: Of<'bookmark'>) =>
      changeMark(headline.id, true, async (reader, remember) => {
        const { id } = headline;
        const isNew = reader.bookmarkOf(id) === null;
        await reader.bookmark(headline);
        const bookmark = reader.bookmarkOf(id);
        if (isNew && bookmark !== null) remember({ kind: 'bookmark', id, savedAt: bookmark.savedAt });
        void awaitText(reader, headline);
        return { type: 'bookmarked', id };
      }),

    unbookmark: ({ id }: Of<'unbookmark'>) =>
      changeMark(id, false, async (reader, remember) => {
        const bookmark = await reader.unbookmark(id);
        if (bookmark !== null) remember({ kind: 'unbookmark', bookmark });
        return { type: 'unbookmarked', id, bookmark };
      }),

    edit: ({ id, edit }: Of<'edit-bookmark'>) =>
      act(async (reader, remember) => {
        const before = reader.bookmarkOf(id);
        const after = await reader.editBookmark(id, edit);
        if (before !== null && after !== null) {
          const [was, is] = [noted(before), noted(after)];
          if (JSON.stringify(was) !== JSON.stringify(is))
            remember({ kind: 'edit', id, before: was, after: is });
        }
        const key = before === null || after === null ? 'notice.bookmark-first' : 'notice.edited';
        answer({ type: 'notice', tone: 'info', key, params: {} }, { type: 'bookmark-edited' });
        return null;
      }),

    follow: ({ entries }: Of<'follow'>) =>
      act(async (reader, remember) => {
        const choices = entries.map((entry) => ({ entry, isFollowed: isListed(reader, 'follow', entry) }));
        const [only, ...others] = choices;
        if (only === undefined) return null;
        if (others.length > 0) return { type: 'follow-choices', choices };
        const word = only.entry;
        const listed = await toggleWord(reader, remember, 'follow', word);
        return { type: 'followed', params: followedParams(reader, word), listed };
      }),

    setWord: ({ list, word }: Of<'set-word'>) =>
      act(async (reader, remember) => {
        const listed = await toggleWord(reader, remember, list, word);
        const both = isListed(reader, list === 'watch' ? 'mute' : 'watch', word);
        return { type: 'word-set', list, word, listed, both };
      }),

    setApart({ id }: Of<'set-apart'>): void {
      const { reader } = edition;
      const apart = reader.setApart(id, true) || (reader.setApart(id, false) ? false : null);
      const store = history(reader);
      if (apart !== null) store.push({ kind: 'apart', id, apart }, store.stamp());
      answer({ type: 'set-apart', apart });
    },

    /** Marks articles read or unread, or all of a section read. */
    setRead(effect: Of<'set-read'> | Of<'mark-all'>): void {
      const { reader } = edition;
      const read = effect.type === 'mark-all' || effect.read;
      const ids = 'section' in effect ? reader.markAllRead(effect.section) : reader.setRead(effect.ids, read);
      const store = history(reader);
      if (ids.length > 0) store.push({ kind: 'read', ids, read: !read }, store.stamp());
      answer({ type: 'marked', asked: 'section' in effect ? ids : effect.ids, ids, read });
    },

    undo: () =>
      turns.take(async () => {
        const { reader } = edition;
        const store = history(reader);
        const last = store.pop();
        if (last === null)
          return answer({ type: 'notice', tone: 'info', key: 'notice.nothing-to-undo', params: {} });
        const { change, at } = last;
        try {
          answer({ type: 'undone', ...(await takeBack(reader, change, at)) });
        } catch (error) {
          store.push(change, at);
          throw error;
        }
      }),

    ended: turns.ended,
  };
}
