/** Taking an act back, as far as what it changed is still as it left it: nothing newer is lost. */
import type { MessageKey, Params } from '../../../messages/index.ts';
import { followedParams } from '../../../reader/followed.ts';
import type { Reader } from '../../../reader/types.ts';
import type { Undo } from '../../../storage/config/undo.ts';
import type { Event } from '../../state/events.ts';

type Undone = Omit<Extract<Event, { type: 'undone' }>, 'type'>;
type ActOf<Kind extends Undo['kind']> = Extract<Undo, { kind: Kind }>;

/** The most articles opened since an act that are looked at. */
const MOST_OPENED = 10_000;

/**
 * Takes back an act that was done at a time in ms; resolves to the notice about it, which may say why nothing
 * was done. Rejects with a Failure.
 */
export async function takeBack(reader: Reader, change: Undo, at: number): Promise<Undone> {
  const title = (id: string): Params => ({ title: reader.headline(id)?.title ?? '' });
  switch (change.kind) {
    case 'read':
      return readBack(reader, change, at, title);
    case 'bookmark': {
      const { id, savedAt } = change;
      const kept = reader.bookmarkOf(id);
      if (kept === null) return undone('undo.gone', title(id), { ids: [id], bookmarked: false });
      if (kept.savedAt !== savedAt || kept.note !== '' || kept.tags.length > 0)
        return undone('undo.bookmark-newer', title(id));
      await reader.unbookmark(id);
      return undone('undo.bookmark', title(id), { ids: [id], bookmarked: false });
    }
    case 'unbookmark': {
      const { bookmark } = change;
      await reader.restore(bookmark);
      const { id, title } = bookmark;
      return { ...undone('undo.unbookmark', { title }, { ids: [id], bookmarked: true }), back: id };
    }
    case 'edit':
      return editBack(reader, change, title(change.id));
    case 'word': {
      const { list, word, listed } = change;
      const changed = await reader.setWord(list, word, !listed);
      const params: Params = list === 'follow' ? followedParams(reader, word) : { word };
      if (!changed) return undone('undo.already', { list, ...params });
      return undone(`undo.${listed ? '' : 'un'}${list}`, params);
    }
    case 'apart': {
      const { id, apart } = change;
      if (!reader.setApart(id, !apart)) return undone('undo.already', title(id));
      return { ...undone(apart ? 'undo.apart' : 'undo.together', title(id)), back: id };
    }
  }
}

function undone(key: MessageKey, params: Params, marked: Undone['marked'] = null): Undone {
  return { key, params, marked, reload: true };
}

/** Articles that were opened since all of a list was marked are read in any case. */
function readBack(
  reader: Reader,
  { ids, read }: ActOf<'read'>,
  at: number,
  title: (id: string) => Params,
): Undone {
  const opened = new Set(ids.length > 1 && !read ? reader.lastRead(MOST_OPENED, at).map(({ id }) => id) : []);
  const asked = ids.filter((id) => !opened.has(id));
  const changed = reader.setRead(asked, read);
  const params: Params =
    changed.length > 1 ? { count: changed.length } : { count: 1, ...title(changed[0] ?? ids[0]!) };
  const key = changed.length === 0 ? 'undo.already' : read ? 'undo.marked-unread' : 'undo.marked-read';
  return { key, params, marked: { ids: asked, read }, reload: false };
}

/** The note as it was before, unless it was changed again; of the tags, those that the edit changed. */
async function editBack(
  reader: Reader,
  { id, before, after }: ActOf<'edit'>,
  params: Params,
): Promise<Undone> {
  const kept = reader.bookmarkOf(id);
  if (kept === null) return undone('undo.gone', params);
  const isNewer = before.note !== after.note && kept.note !== after.note;
  const added = after.tags.filter((tag) => !before.tags.includes(tag));
  const tags = [...new Set([...before.tags, ...kept.tags])].filter(
    (tag) => !added.includes(tag) && (kept.tags.includes(tag) || !after.tags.includes(tag)),
  );
  await reader.editBookmark(id, { ...(isNewer ? {} : { note: before.note }), tags });
  return undone(isNewer ? 'undo.note-newer' : 'undo.edit', params);
}
