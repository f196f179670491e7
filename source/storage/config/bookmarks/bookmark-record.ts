/**
 * A bookmark with its history, so that the changes of several machines give the same result in any order. A
 * record is a state-based CRDT (Shapiro et al., 2011): `join` is commutative, associative and idempotent, and
 * a change only adds to a record. A bookmark is kept or removed by the later of two dates; a note is the
 * versions that no other one has replaced; a tag is there by the later of its two dates.
 */
import { createHash } from 'node:crypto';
import { koreanTime, parseKoreanTime } from '../../../korean/times.ts';
import type { KoreanTime, NewBookmark } from '../../../model.ts';
import { compareSections } from '../../../sections.ts';
import { sanitiseText } from '../../../text/sanitise.ts';
import type { BookmarkFacts, BookmarkRecord, NoteVersion, TagDates } from '../../kept-types.ts';
import { mergeNotes } from './bookmark-merge.ts';

/** A record of which only the removal is known. */
export const tombstone = (id: string, removedAt: KoreanTime): BookmarkRecord => ({
  id,
  facts: null,
  keptAt: null,
  removedAt,
  notes: [],
  replaced: [],
  tags: {},
});

/** Whether the bookmark is kept: of an addition and a removal in the same second, the addition counts. */
export const isKept = ({ facts, keptAt, removedAt }: BookmarkRecord): boolean =>
  facts !== null && (keptAt ?? '') >= (removedAt ?? '');

/** The note that is shown: the versions that nothing replaced, oldest first, each paragraph once. */
export const noteOf = ({ notes }: Pick<BookmarkRecord, 'notes'>): string =>
  sanitiseText(notes.reduce((note, { text }) => mergeNotes(note, text), ''));

const isTagged = ({ added, removed }: TagDates): boolean => added !== null && added >= (removed ?? '');

/** The tags that are shown, in the order in which they were added. */
export function tagsOf({ tags }: Pick<BookmarkRecord, 'tags'>): string[] {
  return Object.entries(tags)
    .filter(([, dates]) => isTagged(dates))
    .sort(([one, { added }], [other, { added: later }]) => compare(added!, later!) || compare(one, other))
    .map(([name]) => name);
}

/** The bookmark as it is shown; null if it is not kept. */
export function bookmarkOf(record: BookmarkRecord): NewBookmark | null {
  if (record.facts === null || !isKept(record)) return null;
  return { id: record.id, ...record.facts, note: noteOf(record), tags: tagsOf(record) };
}

/** The record of one bookmark that two machines' records of it make together. */
export function join(one: BookmarkRecord, other: BookmarkRecord): BookmarkRecord {
  const replaced = new Set([...one.replaced, ...other.replaced]);
  const names = new Set([...Object.keys(one.tags), ...Object.keys(other.tags)]);
  return {
    id: one.id,
    facts: joinFacts(one.facts, other.facts),
    keptAt: laterOf(one.keptAt, other.keptAt),
    removedAt: laterOf(one.removedAt, other.removedAt),
    notes: inOrder([...one.notes, ...other.notes].filter(({ id }) => !replaced.has(id))),
    replaced: [...replaced].sort(),
    tags: Object.fromEntries(
      [...names].sort().map((name) => [name, joinDates(tagIn(one, name), tagIn(other, name))]),
    ),
  };
}

const NO_DATES: TagDates = { added: null, removed: null };

const tagIn = ({ tags }: BookmarkRecord, name: string): TagDates =>
  Object.hasOwn(tags, name) ? tags[name]! : NO_DATES;

const joinDates = (one: TagDates, other: TagDates): TagDates => ({
  added: laterOf(one.added, other.added),
  removed: laterOf(one.removed, other.removed),
});

/**
 * For each field the greater of two values, in an order that puts known values above missing ones. Dates
 * would be better, but a feed does not say when it changed a title.
 */
function joinFacts(one: BookmarkFacts | null, other: BookmarkFacts | null): BookmarkFacts | null {
  if (one === null || other === null) return one ?? other;
  const title = (of: BookmarkFacts): string => (of.title === of.url ? '' : of.title);
  const url = greater(one.url, other.url);
  return {
    title: greater(title(one), title(other)) || url,
    url,
    section: greater(one.section ?? '', other.section ?? '') || null,
    sections: [...new Set([...one.sections, ...other.sections])].sort(compareSections),
    publishedAt: laterOf(one.publishedAt, other.publishedAt),
    summary: greater(one.summary, other.summary),
    image: greater(one.image ?? '', other.image ?? '') || null,
    savedAt: [one.savedAt, other.savedAt].sort()[0]!,
    articleTags: greaterList(one.articleTags, other.articleTags),
    reporters: greaterList(one.reporters, other.reporters),
  };
}

/** Changes a note or tags at a time: on a record that has them already, nothing. */
export function edited(
  record: BookmarkRecord,
  { note, tags }: { readonly note?: string; readonly tags?: readonly string[] },
  at: KoreanTime,
): BookmarkRecord {
  const withNote = note === undefined || note === noteOf(record) ? record : renoted(record, note, at);
  return tags === undefined ? withNote : retagged(withNote, tags, at);
}

/** Counts a bookmark as added at a time, and never before a removal that is known. */
export const kept = (record: BookmarkRecord, at: KoreanTime): BookmarkRecord => ({
  ...record,
  keptAt: laterOf(laterOf(record.keptAt, record.removedAt), at),
});

/**
 * The time at which a removal counts: after the bookmark was last kept, even if that machine's clock was
 * ahead.
 */
export const removalTime = ({ keptAt }: Pick<BookmarkRecord, 'keptAt'>, at: KoreanTime): KoreanTime =>
  keptAt === null || at > keptAt ? at : secondAfter(keptAt);

function renoted(record: BookmarkRecord, note: string, at: KoreanTime): BookmarkRecord {
  const replaced = [...new Set([...record.replaced, ...record.notes.map(({ id }) => id)])].sort();
  const time = record.notes.reduce((latest, version) => laterOf(latest, version.at), at);
  return { ...record, replaced, notes: note === '' ? [] : [noteVersion(note, time, replaced)] };
}

export function noteVersion(text: string, at: KoreanTime, replaced: readonly string[]): NoteVersion {
  const hash = createHash('sha256').update(JSON.stringify([at, text, replaced]));
  return { id: hash.digest('hex').slice(0, 12), at, text };
}

function retagged(record: BookmarkRecord, wanted: readonly string[], at: KoreanTime): BookmarkRecord {
  const tags = new Map(Object.entries(record.tags));
  for (const name of wanted) {
    const dates = tags.get(name) ?? NO_DATES;
    if (!isTagged(dates)) tags.set(name, { ...dates, added: laterOf(dates.removed, at) });
  }
  for (const [name, dates] of tags) {
    if (!isTagged(dates) || wanted.includes(name)) continue;
    tags.set(name, { ...dates, removed: at > dates.added! ? at : secondAfter(dates.added!) });
  }
  return { ...record, tags: Object.fromEntries([...tags].sort(([one], [other]) => compare(one, other))) };
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const greater = (one: string, other: string): string => (one > other ? one : other);

const greaterList = (one: readonly string[], other: readonly string[]): readonly string[] =>
  one.length === other.length
    ? JSON.stringify(one) > JSON.stringify(other)
      ? one
      : other
    : one.length > other.length
      ? one
      : other;

/** The later of two times in one form; null for neither. */
export function laterOf<Time extends KoreanTime | null>(one: Time, other: Time): Time {
  return (one ?? '') > (other ?? '') ? one : other;
}

const secondAfter = (time: KoreanTime): KoreanTime => koreanTime(parseKoreanTime(time) + 1000);

/** Versions by time, each once: of two texts under one id, which only a forged file has, the greater. */
export function inOrder(versions: readonly NoteVersion[]): NoteVersion[] {
  const byId = new Map<string, NoteVersion>();
  for (const version of versions) {
    const known = byId.get(version.id);
    if (known === undefined || compare(known.at + known.text, version.at + version.text) < 0) {
      byId.set(version.id, version);
    }
  }
  return [...byId.values()].sort((one, other) => compare(one.at, other.at) || compare(one.id, other.id));
}
