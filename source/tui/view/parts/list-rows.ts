import { cellWidth } from '../../../korean/cells.ts';
import { fit, pad } from '../../../korean/fit.ts';
import { setLines } from '../../../korean/line/lines.ts';
import { clockOf, dayHeading, koreanTime, listAge } from '../../../korean/times.ts';
import { say } from '../../../messages/index.ts';
import type { MatchRange } from '../../../model.ts';
import { shortSectionLabel } from '../../../sections.ts';
import { shownRange, shownText } from '../../../typeset/glossed-text.ts';
import { highlight, type Row, type Span, span } from '../../../typeset/rows.ts';
import { prefixSpans, titleParts } from '../../../typeset/title-prefix.ts';
import type { HeadlineItem, List } from '../../state/screens.ts';
import type { State } from '../../state/state.ts';
import type { ListGeometry } from '../layout/list.ts';
import { dated, linesOf } from '../layout/list-lines.ts';
import { BRANCH, MARKS, TAGGED } from './marks.ts';
import { rowWidth } from './rows.ts';

/** The rows of the part of a list that is in sight, at most `geometry.rows` rows. */
export function listRows(state: State, list: List, geometry: ListGeometry): Row[] {
  return linesOf(list.items, list.top, geometry).map(({ kind, at }) => {
    const item = list.items[at]!;
    return kind === 'day'
      ? dayRow(state, item, geometry)
      : itemRow(state, item, at === list.selected, geometry, otherDay(list, at));
  });
}

/** The day of an item that is shown below another one of its story, if that stands under another day. */
function otherDay({ items }: List, at: number): string | null {
  const item = items[at]!;
  if (!item.under) return null;
  const [own, shown] = [item, items[dated(items, at) ?? at]!].map((each) => dayOf(each));
  return own === shown ? null : (own ?? null);
}

const dayOf = ({ headline: { publishedAt } }: HeadlineItem): string | undefined =>
  publishedAt?.slice(0, 'YYYY-MM-DD'.length);

/** A quiet rule with the name of the day. */
function dayRow({ now, language }: State, { headline }: HeadlineItem, { layout }: ListGeometry): Row {
  const name = span(` ${dayHeading(headline.publishedAt ?? '', now, language)} `, 'meta');
  const before = span('─', 'rule');
  const rest = layout.body.columns - rowWidth([before, name]);
  return [before, name, span('─'.repeat(Math.max(0, rest)), 'rule')];
}

function itemRow(
  state: State,
  item: HeadlineItem,
  selected: boolean,
  geometry: ListGeometry,
  day: string | null,
): Row {
  const { marks, age: timeColumns, section, title } = geometry.columns;
  const { headline } = item;
  const row: Span[] = [...marksOf(item, selected, marks)];
  if (timeColumns > 0) {
    const when =
      geometry.days && day !== null
        ? day.slice('YYYY-'.length).replace('-', '/')
        : timeOf(state, item, geometry);
    row.push(span(pad(when, timeColumns), 'faint'));
  }
  if (section > 0) {
    const label = shortSectionLabel(headline.section, state.language);
    row.push(span(pad(fit(label, section - 1), section), 'section'));
  }
  if (item.under) row.push(span(`${BRANCH} `, 'faint'));
  const tail = tailOf(state, item, title);
  const columns = roomOf(item, title) - cellWidth(tail);
  const shown = titleRow(item, selected, columns, state.settings.hanja);
  if (tail === '') return [...row, ...shown];
  const style = item.behind?.some(({ headline: { read } }) => !read) ? 'meta' : 'faint';
  return [...row, ...shown, span(' '.repeat(Math.max(0, columns - rowWidth(shown)))), span(tail, style)];
}

/** The cells for an item's title and tail. */
const roomOf = ({ under }: HeadlineItem, columns: number): number =>
  Math.max(1, columns - (under ? cellWidth(BRANCH) + 1 : 0));

/** Narrower titles are not cut for the way they were found, nor for more than the number of a story's others. */
const NARROWEST_WITH_WAY = 30;
const NARROWEST_WITH_WORDS = 76;

/**
 * The end of a row, after a space: that it is muted, and the number of headlines folded behind it or the way
 * it was found.
 */
function tailOf(state: State, item: HeadlineItem, columns: number): string {
  const { behind = [], open, headline } = item;
  const muted = headline.muted ? ` ${say(state.language, 'list.muted')}` : '';
  if (behind.length === 0 || open) return muted + wayOf(state, item, columns);
  const count = behind.length;
  const more =
    columns < NARROWEST_WITH_WORDS ? ` +${count}` : ` ${say(state.language, 'story.folded', { count })}`;
  return muted + more;
}

/**
 * Notes behind a title, with a space before them: that the reader has a note or tags on it, that its feed changed
 * it; how a search found it, if not as typed.
 */
function wayOf({ language }: State, { found, headline }: HeadlineItem, columns: number): string {
  if (columns < NARROWEST_WITH_WAY) return '';
  const noted = 'note' in headline && headline.note !== '' ? ` ${say(language, 'list.note')}` : '';
  const tagged = 'note' in headline && headline.tags.length > 0 ? ` ${TAGGED}` : '';
  const edited = headline.retitled ? ` ${say(language, 'corrections.mark')}` : '';
  return `${noted}${tagged}${edited}${found ? ` ${say(language, `found.${found}`)}` : ''}`;
}

function timeOf({ now, language }: State, { headline }: HeadlineItem, { days }: ListGeometry): string {
  const { openedAt } = headline;
  const publishedAt = openedAt === undefined ? headline.publishedAt : koreanTime(openedAt);
  if (publishedAt === null) return '';
  return days ? clockOf(publishedAt) : listAge(publishedAt, now, language);
}

function marksOf({ headline }: HeadlineItem, selected: boolean, columns: number): Span[] {
  const gutter = span(selected ? MARKS.selected : ' ', 'gutter');
  if (columns < 4) return [gutter];
  return [
    gutter,
    headline.read ? span(' ') : span(MARKS.unread, 'unread'),
    headline.bookmarked ? span(MARKS.bookmarked, 'star') : span(' '),
    headline.watched ? span(MARKS.watched, 'gutter') : span(' '),
  ];
}

/** A title cut to one line. */
function titleRow(item: HeadlineItem, selected: boolean, columns: number, hanja: boolean): Row {
  const shown = shownText(item.headline.title, hanja);
  const title = shown.text;
  const { prefix, rest, suffix, kind } = titleParts(title);
  const text = fit(title, columns);
  const restEnd = prefix.length + rest.length;
  const own = selected ? 'selected' : item.headline.read ? 'read' : 'strong';
  const pieces: Row = [
    ...prefixSpans(text.slice(0, prefix.length), kind),
    span(text.slice(prefix.length, restEnd), own),
    ...(text.length > restEnd && suffix !== '' ? [span(text.slice(restEnd), 'column')] : []),
  ];
  // A read headline is quiet as a whole.
  const row: Row =
    own === 'read'
      ? pieces.map((piece) => (piece.style === 'strong' ? { ...piece, style: own } : piece))
      : pieces;
  // A match that was cut off ends before the ellipsis.
  const visible = text !== title ? text.length - 1 : text.length;
  return highlight(
    row,
    item.matches
      .map((range) => shownRange(shown, range))
      .map(([from, to]): MatchRange => [from, Math.min(visible, to)])
      .filter(([from, to]) => from < to),
  );
}

/** The selected headline's whole title, in rows below the list; none if the list shows all of it. */
export function wholeTitle(state: State, list: List, { columns, layout }: ListGeometry): Row[] {
  const item = list.items[list.selected];
  if (layout.title === null || item === undefined) return [];
  const title = shownText(item.headline.title, state.settings.hanja).text;
  const room = roomOf(item, columns.title) - cellWidth(tailOf(state, item, columns.title));
  if (fit(title, room) === title) return [];
  const width = layout.body.columns - 2;
  const lines = setLines(title, width);
  return lines.slice(0, layout.title.rows).map(({ start, end }, index) => {
    const isLast = index === layout.title!.rows - 1;
    return [span(' '), span(isLast ? fit(title.slice(start), width) : title.slice(start, end), 'strong')];
  });
}
