import { cellWidth } from '../../korean/cells.ts';
import { fitMiddle } from '../../korean/fit.ts';
import { failureText, type Params, say } from '../../messages/index.ts';
import type { Overlay, Placement } from '../../terminal/images/pictures.ts';
import { type Row, span } from '../../typeset/rows.ts';
import type { Screen } from '../state/screens.ts';
import { demoOption, type State, topScreen } from '../state/state.ts';
import { layoutFor } from './layout/desk.ts';
import type { Rect } from './layout/screen.ts';
import type { Body } from './parts/body.ts';
import { footer } from './parts/footer.ts';
import { fitRow } from './parts/rows.ts';
import { articleScreen } from './screens/article.ts';
import { changesScreen } from './screens/changes.ts';
import { dayScreen } from './screens/day.ts';
import { editScreen } from './screens/edit.ts';
import { helpScreen } from './screens/help.ts';
import { listScreen } from './screens/lists.ts';
import { photoScreen } from './screens/photo.ts';
import { pickScreen } from './screens/pick.ts';
import { pipeScreen } from './screens/pipe.ts';
import { sectionsScreen } from './screens/sections.ts';
import { settingsScreen } from './screens/settings.ts';

export interface View {
  /** Exactly `size.rows` rows, none wider than `size.columns`. */
  readonly rows: readonly Row[];
  readonly cursor: { readonly x: number; readonly y: number } | null;
  /** Images whose placeholders are among the rows. */
  readonly images: readonly Placement[];
  /** A picture that is drawn over the rows. */
  readonly overlay: Overlay | null;
}

/** The whole screen of a state. Pure: the same state is the same screen. */
export function view(state: State): View {
  const { columns, rows } = state.size;
  const screen = topScreen(state);
  const layout = layoutFor(state, screen);
  const body = bodyOf(state, screen);

  const lines: Row[] = Array.from({ length: rows }, () => []);
  const put = (y: number | null, row: Row): void => {
    if (y !== null && y < rows) lines[y] = fitRow(row, columns);
  };
  put(layout.bar, body.bar);
  put(layout.rule, [span('─'.repeat(columns), 'rule')]);
  put(layout.banner, bannerRow(state));
  body.rows.slice(0, layout.body.rows).forEach((row, index) => {
    put(layout.body.y + index, row);
  });
  body.title?.slice(0, layout.title?.rows ?? 0).forEach((row, index) => {
    put((layout.title?.y ?? 0) + index, row);
  });
  for (const [index, row] of addressRows(state, layout.body).entries()) put(index, row);
  if (state.notice !== null) put(layout.notice, noticeRow(state));
  put(layout.footer, footerRow(state, body, layout.notice !== null));
  // With nothing around the text, a notice covers its last row.
  if (layout.footer === null && state.notice !== null && rows > 1) put(rows - 1, noticeRow(state));

  const { cursor, images = [], overlay = null } = body;
  const inSight = cursor !== null && cursor.y < rows && cursor.x < columns;
  return { rows: lines, cursor: inSight ? cursor : null, images, overlay };
}

function bodyOf(state: State, screen: Screen): Body {
  switch (screen.kind) {
    case 'headlines':
    case 'bookmarks':
    case 'gathered':
      return listScreen(state, screen);
    case 'article':
      return articleScreen(state, screen);
    case 'photo':
      return photoScreen(state, screen);
    case 'sections':
      return sectionsScreen(state, screen);
    case 'edit':
      return editScreen(state, screen);
    case 'pipe':
      return pipeScreen(state, screen);
    case 'settings':
      return settingsScreen(state, screen);
    case 'pick':
      return pickScreen(state, screen);
    case 'changes':
      return changesScreen(state, screen);
    case 'day':
      return dayScreen(state, screen);
    case 'help':
      return helpScreen(state, screen);
  }
}

function bannerRow({ edition, language, keymap }: State): Row {
  if (edition.kind === 'live') return [];
  const text =
    edition.why === 'demo'
      ? say(language, 'sample.demo')
      : say(language, 'sample.because', { ...keymap.names, reason: failureText(language, edition.why) });
  return [span(' '), span('! ', 'warning'), span(text, 'alert')];
}

/** The parameters of messages that are paths or addresses, and the fewest cells in which one still says something. */
const PLACES = ['path', 'url', 'link', 'given'];
const LEAST_PLACE = 16;

function noticeRow(state: State): Row {
  const { notice, language, keymap, size } = state;
  if (notice === null) return [];
  const isAlert = notice.tone === 'alert';
  const textWith = (params: Params) =>
    say(language, notice.key, { ...keymap.names, demo: demoOption(state), ...params });
  const over = cellWidth(textWith(notice.params)) - size.columns + (isAlert ? 3 : 1);
  const place = over > 0 ? PLACES.find((name) => notice.params[name]) : undefined;
  const params = { ...notice.params };
  if (place !== undefined) {
    const whole = String(params[place]);
    params[place] = fitMiddle(whole, Math.max(LEAST_PLACE, cellWidth(whole) - over));
  }
  const text = textWith(params);
  return isAlert
    ? [span(' '), span('! ', 'warning'), span(text, 'alert')]
    : [span(' '), span(text, 'notice')];
}

/**
 * The rows of a notice's address, by where they stand: above the notice, from the first column on and cut
 * nowhere but at the screen's edge, so that the mouse selects the address alone.
 */
function addressRows({ notice, size: { columns } }: State, body: Rect): Map<number, Row> {
  const rows = new Map<number, Row>();
  if (notice?.address === undefined) return rows;
  const href = notice.address;
  const lines = Array.from({ length: Math.ceil(href.length / columns) }, (_, index) =>
    href.slice(index * columns, (index + 1) * columns),
  );
  const first = Math.max(body.y, body.y + body.rows - lines.length);
  if (first > body.y) rows.set(first - 1, []);
  for (const [index, text] of lines.entries()) rows.set(first + index, [{ text, style: 'plain', href }]);
  return rows;
}

/** Without a row of its own, a notice stands in the footer's, behind the key that is always there. */
function footerRow(state: State, body: Body, noticeShown: boolean): Row {
  if (state.notice !== null && !noticeShown)
    return [span(' '), span(`${state.keymap.names['key.help']}`, 'key'), ...noticeRow(state)];
  return [span(' '), ...footer(state, body, state.size.columns - 1)];
}
