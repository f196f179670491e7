import { cellWidth } from '../../../korean/cells.ts';
import { fit } from '../../../korean/fit.ts';
import { failureText, type MessageKey, say } from '../../../messages/index.ts';
import {
  examplesIn,
  FILTERS,
  type Misread,
  misreadFilter,
  possibleIn,
  readFilter,
  textQuery,
} from '../../../search/query/filters.ts';
import { FOLLOWING } from '../../../sections.ts';
import { setText } from '../../../typeset/blocks.ts';
import { type Row, type Style, span } from '../../../typeset/rows.ts';
import { numberOf } from '../../state/folding.ts';
import type { SearchField } from '../../state/screens.ts';
import { demoOption, type State, tabOf } from '../../state/state.ts';
import { countOf, type ListGeometry, type ListScreen, listGeometry } from '../layout/list.ts';
import { inTexts } from '../layout/searched-word.ts';
import { type Body, placeOf } from '../parts/body.ts';
import { listRows, wholeTitle } from '../parts/list-rows.ts';
import { imagesOf, previewRows } from '../parts/preview.ts';
import { besideRows, leftAndRight, padRow } from '../parts/rows.ts';
import { searchBox } from '../parts/search-box.ts';
import { sectionBar } from '../parts/section-bar.ts';

/** The headlines or the bookmarks: the list, from 120 columns the selected one's text beside it. */
export function listScreen(state: State, screen: ListScreen): Body {
  const geometry = listGeometry(state, screen);
  const { layout } = geometry;
  const { body, preview } = layout;
  const { search, list } = screen;
  const rows: Row[] = [];
  let cursor: { x: number; y: number } | null = null;

  if (search !== null) {
    const isCounted = !isBlank(search.field.text) && misreadIn(state, screen) === null;
    const told = isCounted ? say(state.language, 'screen.found', { count: countOf(screen) }) : '';
    const box = searchBox(state, search.field, told, body.columns, { filters: true });
    if (search.typing && body.rows > 0) cursor = { x: box.caret, y: body.y };
    rows.push(box.row);
    if (geometry.hint) rows.push(filterHint(state, body.columns));
  }
  if (geometry.note !== null) {
    const told = fit(say(state.language, geometry.note), Math.max(1, body.columns - 2));
    rows.push([span('  '), span(told, 'meta')]);
  }
  if (list.items.length === 0) {
    const { text, style } = whyEmpty(state, screen);
    const told = setText(text, Math.max(1, body.columns - 4), style);
    rows.push(...told.map(({ row }) => [span('  '), ...row]));
  } else rows.push(...listRows(state, list, geometry));

  return {
    bar: barRow(state, screen, geometry),
    rows: preview === null ? rows : besideRows(rows, previewRows(state, screen, preview), layout),
    ...imagesOf(state, screen),
    title: wholeTitle(state, list, geometry),
    cursor,
    position: placeOf(numberOf(list, list.selected) - 1, countOf(screen), list.complete),
    context: search?.typing ? 'typing' : screen.kind === 'gathered' ? 'bookmarks' : screen.kind,
  };
}

/** The filters that a search takes, each by its first example in the interface's language, as many as fit whole. */
function filterHint({ language }: State, columns: number): Row {
  let hint = `  ${say(language, 'filter.hint')}:`;
  for (const [at, { examples }] of FILTERS.entries()) {
    const longer = `${hint}${at === 0 ? ' ' : '  '}${examplesIn(examples, language)[0]}`;
    if (cellWidth(longer) > columns) break;
    hint = longer;
  }
  return [span(hint, 'meta')];
}

/** Whether a query has nothing to look for yet: `본문:` alone too. */
const isBlank = (query: string): boolean => (textQuery(query) ?? query).trim() === '';

/** The part of the query that looks like a filter but is not one. */
function misreadIn(state: State, { search }: ListScreen): Misread | null {
  return search === null ? null : misreadFilter(search.field.text, state.now, search.typing);
}

/** The text in place of an empty list: what to do, or the failure. */
function whyEmpty(state: State, screen: ListScreen): { text: string; style: Style } {
  const plain = (key: MessageKey) => ({
    text: say(state.language, key, { ...state.keymap.names, demo: demoOption(state) }),
    style: 'plain' as const,
  });
  if (screen.search !== null) {
    const misread = misreadIn(state, screen);
    if (misread !== null) {
      const params = { filter: misread.filter, allowed: possibleIn(misread, state.language).join(' ') };
      return { text: say(state.language, 'failure.bad-filter', params), style: 'alert' };
    }
    return { text: whyNothingFound(state, screen, screen.search), style: 'plain' };
  }
  if (screen.kind === 'bookmarks') return plain('empty.bookmarks');
  if (screen.kind === 'gathered')
    return plain(screen.by.kind === 'last-read' ? 'empty.last-read' : 'empty.gathered');
  if (screen.muted > 0 && !screen.withMuted) {
    const params = { ...state.keymap.names, count: screen.muted };
    return { text: say(state.language, 'empty.muted', params), style: 'plain' };
  }
  if (screen.section === FOLLOWING.name && !screen.unreadOnly) return plain('empty.following');
  const tab = tabOf(state, screen.section);
  const never = tab?.refreshedAt === null;
  if (screen.unreadOnly && !never) return plain('empty.unread');
  if (tab?.refreshing) return plain('empty.refreshing');
  if (tab?.lastFailure) {
    const params = {
      ...state.keymap.names,
      label: tab.label,
      reason: failureText(state.language, tab.lastFailure.why),
    };
    return { text: say(state.language, 'notice.section-empty', params), style: 'alert' };
  }
  // A section is asked for as soon as the reader goes to it: the answer has not come yet.
  return plain(never && !state.offline ? 'empty.refreshing' : 'empty.headlines');
}

/** What a search without results may be changed in: the mode of the list, a filter, or where it looks. */
function whyNothingFound(
  { language, keymap, now }: State,
  screen: ListScreen,
  { field, typing }: SearchField,
): string {
  const query = field.text;
  if (isBlank(query)) return say(language, 'empty.query');
  if (screen.kind === 'headlines' && screen.unreadOnly) {
    const first = !typing ? '' : language === 'ko' ? 'Enter 뒤에 ' : 'Enter, then ';
    return say(language, 'empty.search-unread', { ...keymap.names, first });
  }
  const filter = query.split(/\s+/).find((part) => part !== '' && readFilter(part, now) !== null);
  // Nothing is narrowed by it: without it, all headlines would be found.
  if (filter === query.trim() && readFilter(filter, now)?.bookmarked === true)
    return say(language, 'empty.bookmarks', keymap.names);
  if (filter !== undefined) return say(language, 'empty.search-filter', { filter });
  if (inTexts(screen, now) === null) return say(language, 'empty.search');
  return say(language, 'empty.search-titles', { typing: typing ? 1 : 0 });
}

function barRow(state: State, screen: ListScreen, { layout }: ListGeometry): Row {
  const { columns } = state.size;
  if (screen.kind === 'gathered') {
    const { by } = screen;
    const name =
      by.kind === 'tag'
        ? `#${by.tag}`
        : by.kind === 'column'
          ? `[${by.name}]`
          : by.kind === 'reporter'
            ? say(state.language, 'screen.reporter', { name: by.name })
            : say(state.language, by.kind === 'story' ? 'screen.story' : 'screen.last-read');
    const count = screen.search === null ? ` ${screen.list.items.length}` : '';
    return padRow([span('  '), span(` ${name}${count} `, 'current')], columns);
  }
  if (screen.kind === 'bookmarks') {
    const count = screen.search === null ? screen.list.items.length : '';
    return padRow(
      [
        span('  '),
        span(` ${say(state.language, 'screen.bookmarks', { count })} `.replace('  ', ' '), 'current'),
      ],
      columns,
    );
  }
  if (!screen.unreadOnly || layout.bar === null || columns < 60)
    return sectionBar(state, screen.section, columns);
  const mode = say(state.language, 'screen.unread-only');
  const room = columns - cellWidth(mode) - 1;
  return leftAndRight(sectionBar(state, screen.section, room), [span(mode, 'notice')], columns);
}
