/** The note and tags of a bookmark: a line each, entered on a screen of their own. */
import type { Headline } from '../../../model.ts';
import { sanitiseLine } from '../../../text/sanitise.ts';
import { fieldWith, type TextField } from '../../input/text-field.ts';
import type { Step } from '../../state/effects.ts';
import type { Event } from '../../state/events.ts';
import type { BookmarksScreen, EditScreen, Screen } from '../../state/screens.ts';
import type { State } from '../../state/state.ts';
import { notify, openingBy, popTo, push, putTop, stay, withEffects } from '../steps.ts';
import { headlineOf } from './headline-actions.ts';

/** `e`: asks for the bookmark as it is kept now; without a bookmark there is no note. */
export function beginEdit(state: State, screen: Screen): Step {
  const headline = headlineOf(screen);
  if (headline === null) return stay(state);
  return headline.bookmarked
    ? openingBy(state, { type: 'begin-edit', id: headline.id })
    : stay(notify(state, 'notice.bookmark-first'));
}

export function editBegun(state: State, { bookmark }: Extract<Event, { type: 'edit-begun' }>): State {
  if (bookmark === null) return notify(state, 'notice.bookmark-first');
  return push(state, {
    kind: 'edit',
    id: bookmark.id,
    title: bookmark.title,
    // A note of several lines, written by a command, is one line here; it stays as it is unless it is changed.
    before: sanitiseLine(bookmark.note),
    note: fieldWith(sanitiseLine(bookmark.note)),
    tags: fieldWith(bookmark.tags.map((tag) => `#${tag}`).join(' ')),
    entering: 'note',
  });
}

export const editedField = (screen: EditScreen): TextField => screen[screen.entering];

export const editTyped = (state: State, screen: EditScreen, field: TextField): Step =>
  stay(putTop(state, { ...screen, [screen.entering]: field }));

/** Tab: the other of the two lines. */
export const stepEdit = (state: State, screen: EditScreen): Step =>
  stay(putTop(state, { ...screen, entering: screen.entering === 'note' ? 'tags' : 'note' }));

/** Enter keeps both lines. */
export function acceptEdit(state: State, { id, before, note, tags }: EditScreen): Step {
  const changed = note.text.trim() === before ? {} : { note: note.text.trim() };
  const [left] = popTo(state, state.screens.length - 1);
  return withEffects(left, { type: 'edit-bookmark', id, edit: { ...changed, tags: tagsIn(tags.text) } });
}

/** The tags in a line, each once: parted by spaces or commas, `#` or not. */
function tagsIn(line: string): string[] {
  const tags = line
    .split(/[\s,]+/)
    .map((tag) => tag.replace(/^[#＃]+/, ''))
    .filter(Boolean);
  return [...new Set(tags)];
}

/** Sorts the bookmarks by when they were published, or again by when they were saved; not while a search is on. */
export function toggleSort(state: State, screen: Screen): Step {
  if (screen.kind !== 'bookmarks' || screen.search !== null) return stay(state);
  const order = screen.order === 'saved' ? 'published' : 'saved';
  const key = order === 'saved' ? 'notice.by-saved' : 'notice.by-published';
  return withEffects(notify(putTop(state, { ...screen, order }), key), { type: 'load-bookmarks' });
}

/** Bookmarks in an order, the newest first: they come by when they were saved. Times of one zone compare as text. */
export function sorted(bookmarks: readonly Headline[], order: BookmarksScreen['order']): readonly Headline[] {
  if (order === 'saved') return bookmarks;
  const timeOf = ({ publishedAt }: Headline): string => publishedAt ?? '';
  return bookmarks.toSorted((one, other) =>
    timeOf(one) < timeOf(other) ? 1 : timeOf(one) > timeOf(other) ? -1 : 0,
  );
}
