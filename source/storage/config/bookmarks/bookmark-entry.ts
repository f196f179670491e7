/**
 * A record as it is written, in `bookmarks.json` and in the files of a bookmarks folder: the bookmark's own
 * fields as they are shown, and beside them the part of its `history` that does not follow from them.
 */
import type { KoreanTime } from '../../../model.ts';
import { type Fields, fields, line, readBookmark, text, time } from '../../files/stored-json.ts';
import type { BookmarkRecord, NoteVersion, TagDates } from '../../kept-types.ts';
import { edited, inOrder, laterOf, noteOf, noteVersion, tagsOf } from './bookmark-record.ts';

/** Reads an entry of an id; null if there is no bookmark in it. Anyone may have written it. */
export function readRecord(id: string, given: Fields | null): BookmarkRecord | null {
  const bookmark = readBookmark(id, given);
  if (given === null || bookmark === null) return null;
  const { id: _, note, tags, ...facts } = bookmark;
  const history = fields(given.history) ?? {};
  const since = sinceOf(facts.savedAt);
  const keptAt = date(history.keptAt) ?? since;
  const record: BookmarkRecord = {
    id,
    facts,
    keptAt,
    removedAt: date(history.removedAt),
    notes: readNotes(history.notes, note, since),
    replaced: readIds(history.replaced),
    tags: readTags(history.tags, tags, since),
  };
  // A note or tags that do not follow from the history were changed by something that does not write it.
  return edited(record, { note, tags }, keptAt);
}

/** The fields of a bookmark's entry; null if only its removal is known. */
export function writtenRecord(record: BookmarkRecord): Fields | null {
  if (record.facts === null) return null;
  const history = historyOf(record);
  const { articleTags, reporters, ...facts } = record.facts;
  return {
    ...facts,
    note: noteOf(record),
    tags: tagsOf(record),
    articleTags,
    reporters,
    ...(Object.keys(history).length === 0 ? {} : { history }),
  };
}

/**
 * The fields of a record that do not follow from the shown ones: by them, a shown field that was edited by
 * hand is recognised.
 */
function historyOf({ facts, keptAt, removedAt, notes, replaced, tags }: BookmarkRecord): Fields {
  return {
    ...(keptAt === sinceOf(facts!.savedAt) ? {} : { keptAt }),
    ...(removedAt === null ? {} : { removedAt }),
    ...(notes.length === 0 ? {} : { notes }),
    ...(replaced.length === 0 ? {} : { replaced }),
    ...(Object.keys(tags).length === 0
      ? {}
      : {
          tags: Object.fromEntries(
            Object.entries(tags).map(([name, { added, removed }]) => [name, [added, removed]]),
          ),
        }),
  };
}

/** The only version of a note that was never edited. */
const plainNote = (note: string, since: KoreanTime): readonly NoteVersion[] =>
  note === '' ? [] : [noteVersion(note, since, [])];

/** The first second of the year 9000, and the last of 1: a date beyond could never be followed by another one. */
const [EARLIEST, LATEST] = ['0001', '9000'];

const date = (value: unknown): KoreanTime | null => {
  const read = time(value);
  return read !== null && read > EARLIEST && read < LATEST ? read : null;
};

/** Since when a bookmark without a history counts as kept. */
const sinceOf = (savedAt: KoreanTime): KoreanTime => date(savedAt) ?? LONG_AGO;

const LONG_AGO = '2000-01-01T00:00:00+09:00';

const ID = /^[0-9a-f]{12}$/;

const readIds = (value: unknown): string[] =>
  [
    ...new Set(list(value).filter((each): each is string => typeof each === 'string' && ID.test(each))),
  ].sort();

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function readNotes(value: unknown, note: string, since: KoreanTime): readonly NoteVersion[] {
  if (!Array.isArray(value)) return plainNote(note, since);
  const versions = value.flatMap((each) => {
    const given = fields(each);
    const at = date(given?.at);
    const words = text(given?.text);
    const id = typeof given?.id === 'string' && ID.test(given.id) ? given.id : null;
    return id === null || at === null || words === '' ? [] : [{ id, at, text: words }];
  });
  return inOrder(versions);
}

function readTags(
  value: unknown,
  shown: readonly string[],
  since: KoreanTime,
): Readonly<Record<string, TagDates>> {
  const given = fields(value);
  if (given === null) {
    return Object.fromEntries(
      [...new Set(shown)].sort().map((name) => [name, { added: since, removed: null }]),
    );
  }
  const tags = new Map<string, TagDates>();
  for (const [key, dates] of Object.entries(given)) {
    const name = line(key);
    const [added, removed] = [date(list(dates)[0]), date(list(dates)[1])];
    const known = tags.get(name);
    if (name === '' || (added === null && removed === null)) continue;
    tags.set(name, {
      added: laterOf(known?.added ?? null, added),
      removed: laterOf(known?.removed ?? null, removed),
    });
  }
  return Object.fromEntries([...tags].sort(([one], [other]) => (one < other ? -1 : 1)));
}
