import { articleLink } from '../../../donga/links.ts';
import { cellWidth } from '../../../korean/cells.ts';
import { fitMiddle } from '../../../korean/fit.ts';
import { type MessageKey, say } from '../../../messages/index.ts';
import { type Row, type Span, span } from '../../../typeset/rows.ts';
import { isSameWord } from '../../../watch-words.ts';
import { actionOf, keysOf } from '../../input/keymap.ts';
import { type Action, KEYS, type KeyContext, type KeyEntry, keyName } from '../../input/keys.ts';
import { type State, topScreen } from '../../state/state.ts';
import { articleView, chosenTarget } from '../layout/article.ts';
import { matchesIn } from '../layout/article-matches.ts';
import { inTexts, searchedWord } from '../layout/searched-word.ts';
import type { Body } from './body.ts';
import { helpMatches, helpPage } from './help-rows.ts';
import { isOfUse } from './of-use.ts';
import { leftAndRight, rowWidth } from './rows.ts';

/** The keys that the footer offers, most useful first; `?` is always there, and alone if there is room for no more. */
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
  bookmarks: ['help', 'open', 'search', 'bookmark', 'edit', 'browser', 'back'],
  article: [
    'help',
    'back',
    'next',
    'bookmark',
    'browser',
    'search',
    'next-link',
    'follow',
    'photos',
    'hanja',
  ],
  changes: ['help', 'back'],
  day: ['help', 'open', 'bookmark', 'browser', 'refresh', 'back'],
  photo: ['help', 'back', 'photos'],
  settings: ['help', 'next-value', 'previous-value', 'enter-value', 'default-value', 'close'],
  pick: ['help', 'pick', 'back'],
  help: ['help', 'back', 'search'],
  typing: ['accept', 'cancel', 'help', 'choice-down'],
};

/** The footer's own words, for actions whose words in the help are too long. */
const BRIEF: Partial<Readonly<Record<Action, MessageKey>>> = {
  bookmark: 'footer.bookmark',
  changes: 'footer.changes',
  bookmarks: 'footer.bookmarks',
  browser: 'footer.browser',
  edit: 'footer.edit',
  leave: 'footer.leave',
  next: 'footer.next',
  'next-link': 'footer.next-link',
  follow: 'footer.by-number',
  'unread-only': 'footer.unread-only',
  hanja: 'footer.hanja',
  photos: 'footer.photos',
  pick: 'footer.choose',
  sections: 'footer.sections',
  'enter-value': 'footer.enter-value',
  accept: 'footer.accept',
  cancel: 'footer.cancel',
};

/** The words of the footer in the section chooser, where there are no results to go to. */
const CHOOSING: Partial<Readonly<Record<Action, MessageKey>>> = {
  accept: 'footer.choose',
  'choice-down': 'key.next-section',
};

/** The words of the footer while a bookmark's note and tags are entered. */
const EDITING: typeof CHOOSING = { accept: 'footer.save', 'choice-down': 'footer.other-line' };

/** The words of the footer while a setting's value is entered. */
const SETTING: typeof CHOOSING = { accept: 'footer.save' };

/** The words of the footer while a command is entered. */
const PIPING: typeof CHOOSING = { accept: 'footer.run', 'choice-down': 'footer.other-form' };

/** In a list with a search on, Esc goes back to the whole list. */
const OFFERED_FOUND: readonly Action[] = [
  'help',
  'open',
  'back',
  'search',
  'bookmark',
  'watch',
  'show-muted',
  'browser',
];

/** Enter where no title has the words. */
const IN_TEXTS: typeof CHOOSING = { open: 'footer.in-texts' };

/** In an article or the help with a search, `n` goes through the matches. */
const OFFERED_FINDING: readonly Action[] = ['help', 'next', 'previous', 'back', 'search'];
const FINDING: Partial<Readonly<Record<Action, MessageKey>>> = {
  next: 'footer.next-match',
  previous: 'footer.previous-match',
  back: 'footer.end-search',
};

function isFinding(state: State): boolean {
  const screen = topScreen(state);
  const isText = screen.kind === 'article' || screen.kind === 'help';
  return isText && screen.search !== null && !screen.search.typing;
}

/** Whether the results of a search are gone through in a list. */
function isFound(state: State): boolean {
  const screen = topScreen(state);
  return 'list' in screen && screen.search !== null && !screen.search.typing;
}

/** The words of the footer at a search's results: what keys would do with the searched word. */
function foundWords(state: State): typeof CHOOSING {
  const word = searchedWord(topScreen(state), state.now);
  const isIn = (list: 'watch' | 'mute'): boolean => state.words[list].some((each) => isSameWord(each, word));
  return {
    back: 'footer.end-search',
    watch: isIn('watch') ? 'footer.unwatch' : 'footer.watch',
    'show-muted': isIn('mute') ? 'footer.unmute' : 'footer.mute',
  };
}

/** The keys that matter here; at the right the place in a list, and the work under way. */
export function footer(
  state: State,
  { context, position = null }: Pick<Body, 'context' | 'position'>,
  columns: number,
): Row {
  const leading = leadingFooter(state, columns);
  if (leading !== null) return leading;
  const status = statusRow(state, position);
  const room = columns - rowWidth(status) - (status.length > 0 ? 2 : 0);
  const { kind } = topScreen(state);
  const brief = {
    ...BRIEF,
    ...(isFinding(state) ? FINDING : {}),
    ...(isFound(state) ? foundWords(state) : {}),
    ...(inTexts(topScreen(state), state.now) === null ? {} : IN_TEXTS),
    ...(kind === 'sections' ? CHOOSING : {}),
    ...(kind === 'edit' ? EDITING : {}),
    ...(kind === 'pipe' ? PIPING : {}),
    ...(kind === 'settings' && context === 'typing' ? SETTING : {}),
    // While text is entered, `?` is text: it helps when that has been left.
    ...(context === 'typing' ? ({ help: 'footer.help-after' } as const) : {}),
    ...(context === 'photo' ? ({ photos: 'footer.next-photo' } as const) : {}),
  } as typeof BRIEF;
  const shown: Span[][] = [];
  let used = 0;
  const offered = isFinding(state) ? OFFERED_FINDING : isFound(state) ? OFFERED_FOUND : OFFERED[context];
  for (const action of offered) {
    const entry = KEYS.find((each) => each.action === action)!;
    const does = brief[action] ?? entry.description;
    const { contexts } = entry as KeyEntry;
    // A key may be in force elsewhere only.
    const first = keysOf(state.keymap, action).find(
      (key) => !contexts.includes(context) || actionOf(state.keymap, context, key) === action,
    );
    if (first === undefined || !isOfUse(state, action)) continue;
    const press = { on: 'key', at: action } as const;
    const piece = [span(keyName(first), 'key'), span(` ${say(state.language, does)}  `)].map((each) => ({
      ...each,
      press,
    }));
    const width = rowWidth(piece);
    if (used + width > room && shown.length > 0) break;
    shown.push(piece);
    used += width;
  }
  return leftAndRight(shown.flat(), status, columns);
}

/** In an article, the target of a chosen link, or the number being typed to go to one. */
function leadingFooter(state: State, columns: number): Row | null {
  const screen = topScreen(state);
  if (screen.kind !== 'article' || screen.search?.typing) return null;
  const { language } = state;
  const offer = (key: string, does: MessageKey, action: Action): Span[] =>
    [span(keyName(key), 'key'), span(` ${say(language, does)}  `)].map((each) => ({
      ...each,
      press: { on: 'key', at: action } as const,
    }));
  if (screen.follow !== null) {
    const typed = say(language, 'footer.follow', { typed: screen.follow });
    // A number that no further digit could continue goes by itself.
    const go = screen.follow === '' ? [] : offer('enter', 'footer.go', 'open');
    return [span(typed, 'strong'), span('  '), ...go, ...offer('esc', 'footer.cancel', 'back')];
  }
  const target = chosenTarget(state, screen);
  if (target?.kind !== 'link') return null;
  const keys = [
    { ...span(`${state.keymap.names['key.help']}`, 'key'), press: { on: 'key', at: 'help' } as const },
    span('  '),
    ...offer(
      'enter',
      articleLink(target.url) !== null ? 'footer.follow-link' : 'footer.open-outside',
      'open',
    ),
  ];
  const room = columns - rowWidth(keys);
  const address = articleLink(target.url)?.url ?? target.url;
  // The part of a long address that distinguishes it from others.
  const shown = cellWidth(address) <= room ? address : address.replace(/^https?:\/\/(?:www\.)?/, '');
  return room < 12
    ? [span(fitMiddle(shown, columns), 'plain')]
    : [...keys, span(fitMiddle(shown, room), 'plain')];
}

/** The current match of a search in an article or the help, and their number: `3/25`; null without a search. */
export function matchCount(state: State): string | null {
  const screen = topScreen(state);
  if ((screen.kind !== 'article' && screen.kind !== 'help') || screen.search === null) return null;
  const query = screen.search.field.text;
  if (query.trim() === '') return null;
  const { length } =
    screen.kind === 'help'
      ? helpMatches(helpPage(state, screen), query)
      : matchesIn(articleView(state, screen).set, query);
  return `${length === 0 || screen.match === null ? 0 : screen.match + 1}/${length}`;
}

function statusRow(state: State, position: string | null): Row {
  const tabs = [...state.sections, ...state.moreSections];
  const refreshing = tabs.filter((tab) => tab.refreshing).length;
  const parts: Span[] = [];
  if (position !== null) parts.push(span(`${position} `));
  const found = matchCount(state);
  if (found !== null) parts.push(span(`${found} `, 'strong'));
  const [first] = state.screens;
  if (topScreen(state) === first && first.muted > 0 && !first.withMuted && first.search === null) {
    parts.push(span(`${say(state.language, 'screen.muted', { count: first.muted })} `, 'faint'));
  }
  if (state.offline) parts.push(span(say(state.language, 'screen.offline'), 'alert'));
  else if (refreshing > 0) {
    const all = (state.moreSections.some((tab) => tab.refreshing) ? tabs : state.sections).length;
    const done = Math.max(0, all - refreshing);
    parts.push(span(say(state.language, 'screen.refreshing', { done, all }), 'notice'));
  }
  // A number that is being typed stands at the edge, apart from counts, and shows that it may go on.
  if (state.count !== null) parts.push(span(`${parts.length > 0 ? ' ' : ''}${state.count}_`, 'key'));
  return parts;
}
