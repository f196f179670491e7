import { type MessageKey, say } from '../../../messages/index.ts';
import { type Row, type Span, span } from '../../../typeset/rows.ts';
import { type Action, KEYS, type KeyContext, keyName } from '../../input/keys.ts';
import { type State, topScreen } from '../../state/state.ts';
import { leftAndRight, rowWidth } from './rows.ts';

/** What the footer offers, most useful first; `?` is always there, and first where there is room for no more. */
const OFFERED: Readonly<Record<KeyContext, readonly Action[]>> = {
  headlines: [
    'help',
    'open',
    'search',
    'bookmark',
    'next-section',
    'sections',
    'refresh',
    'bookmarks',
    'unread-only',
    'leave',
  ],
  bookmarks: ['help', 'open', 'search', 'bookmark', 'undo', 'browser', 'back'],
  article: ['help', 'back', 'next', 'bookmark', 'browser', 'search', 'next-link', 'hanja'],
  help: ['help', 'back'],
  typing: ['accept', 'cancel', 'help', 'choice-down'],
};

/** The footer's own words, where the help's are too long for it. */
const BRIEF: Partial<Readonly<Record<Action, MessageKey>>> = {
  bookmark: 'footer.bookmark',
  bookmarks: 'footer.bookmarks',
  browser: 'footer.browser',
  leave: 'footer.leave',
  next: 'footer.next',
  'next-link': 'footer.next-link',
  'unread-only': 'footer.unread-only',
  hanja: 'footer.hanja',
  sections: 'footer.sections',
  accept: 'footer.accept',
  cancel: 'footer.cancel',
};

/** Its words in the section chooser, where there are no results to go to. */
const CHOOSING: Partial<Readonly<Record<Action, MessageKey>>> = {
  accept: 'footer.choose',
  'choice-down': 'key.next-section',
};

/** The keys that matter here, and at the right what is going on. */
export function footer(state: State, context: KeyContext, columns: number): Row {
  const status = statusRow(state);
  const room = columns - rowWidth(status) - (status.length > 0 ? 2 : 0);
  const choosing = topScreen(state).kind === 'sections';
  const shown: Span[][] = [];
  let used = 0;
  for (const action of OFFERED[context]) {
    const entry = KEYS.find((each) => each.action === action)!;
    const does = (choosing ? CHOOSING[action] : undefined) ?? BRIEF[action] ?? entry.description;
    // While text is entered, `?` is text: it helps when that has been left.
    const keys = action === 'help' && context === 'typing' ? ['esc', ...entry.keys] : [entry.keys[0]];
    const piece = [span(keys.map(keyName).join(' '), 'key'), span(` ${say(state.language, does)}  `)];
    const width = rowWidth(piece);
    if (used + width > room && shown.length > 0) break;
    shown.push(piece);
    used += width;
  }
  return leftAndRight(shown.flat(), status, columns);
}

function statusRow(state: State): Row {
  const tabs = [...state.sections, ...state.moreSections];
  const refreshing = tabs.filter((tab) => tab.refreshing).length;
  const parts: Span[] = [];
  if (state.count !== null) parts.push(span(`${state.count} `, 'key'));
  if (state.offline) parts.push(span(say(state.language, 'screen.offline'), 'alert'));
  else if (refreshing > 0) {
    const all = (state.moreSections.some((tab) => tab.refreshing) ? tabs : state.sections).length;
    const done = Math.max(0, all - refreshing);
    parts.push(span(say(state.language, 'screen.refreshing', { done, all }), 'notice'));
  }
  return parts;
}
