/**
 * The handler of every action in each context. The table's type demands a handler for every action of
 * `input/keys.ts` in every context it has keys for.
 */
import { FOLLOWING } from '../../sections.ts';
import type { Action, ActionIn, KeyContext, Movement } from '../input/keys.ts';
import {
  deleteAhead,
  deleteBack,
  deleteToEnd,
  deleteToStart,
  deleteWord,
  moveCaret,
} from '../input/text-field.ts';
import type { Step } from '../state/effects.ts';
import type {
  ArticleScreen,
  BookmarksScreen,
  ChangesScreen,
  DayScreen,
  HeadlinesScreen,
  HelpScreen,
  PhotoScreen,
  PickScreen,
  Screen,
  SettingsScreen,
} from '../state/screens.ts';
import { type State, topScreen } from '../state/state.ts';
import type { ListScreen } from '../view/layout/list.ts';
import { copyTarget, openLink, openTargetOutside, stepLink } from './article/article-links.ts';
import { moveInArticle, stepSubhead } from './article/article-scroll.ts';
import { beginArticleSearch, stepMatch } from './article/article-search.ts';
import { moveInChanges, openChanges } from './article/changes.ts';
import { beginFollow } from './article/follow.ts';
import { stepArticle } from './article/next-article.ts';
import { openSelected, refreshArticle } from './article/open-article.ts';
import { changeWidth, toggleBare, toggleBeside } from './desk.ts';
import { followThis, movePick, pick } from './follow-this.ts';
import { recallSearch } from './input/earlier-searches.ts';
import { accept, cancel, changeText, stepChoice } from './input/typing.ts';
import { beginEdit, toggleSort } from './list/edit-bookmark.ts';
import { beginPipe, save } from './list/hand-over.ts';
import {
  bookmarkOrNot,
  copyLink,
  openInBrowser,
  readAloud,
  takeBack,
  toggleRead,
} from './list/headline-actions.ts';
import { refresh, stepSection, toggleMuted, toggleUnreadOnly } from './list/headlines.ts';
import { beginSearch, stepResult } from './list/list-search.ts';
import { markAll, moveInList, nextUnread } from './list/move-in-list.ts';
import { takeApart, unfold } from './list/stories.ts';
import { muteSearch, watchSearch } from './list/watching.ts';
import { moveInDay, openDay, openInDay } from './pages/day.ts';
import { beginHelpSearch, moveInHelp, openHelp, stepHelpMatch } from './pages/help.ts';
import { openChooser } from './pages/section-chooser.ts';
import { movePhoto, openPhotos, stepPhoto, togglePhotos } from './photos.ts';
import { back, leave, openBookmarks, openLastRead, quit, toggleHanja } from './screens.ts';
import {
  closeSettings,
  enterValue,
  moveInSettings,
  openSettings,
  resetValue,
  stepValue,
} from './settings/screen.ts';
import { withEffects } from './steps.ts';

/** The screens a context's keys are pressed on. */
interface ScreensOf {
  readonly headlines: HeadlinesScreen;
  readonly bookmarks: BookmarksScreen;
  readonly article: ArticleScreen;
  readonly changes: ChangesScreen;
  readonly pick: PickScreen;
  readonly day: DayScreen;
  readonly photo: PhotoScreen;
  readonly settings: SettingsScreen;
  readonly help: HelpScreen;
  readonly typing: Screen;
}

/** Does an action on the screen on top; `count` is the number typed before it. */
type Handler<On extends Screen> = (state: State, screen: On, count: number | null) => Step;

type Handlers = {
  readonly [Context in KeyContext]: Readonly<Record<ActionIn<Context>, Handler<ScreensOf[Context]>>>;
};

/** A handler for each movement, made of a function for all of them. */
const moving = <On extends Screen>(
  move: (state: State, screen: On, movement: Movement, count: number | null) => Step,
): Readonly<Record<Movement, Handler<On>>> => ({
  down: (state, screen, count) => move(state, screen, 'down', count),
  up: (state, screen, count) => move(state, screen, 'up', count),
  'half-down': (state, screen, count) => move(state, screen, 'half-down', count),
  'half-up': (state, screen, count) => move(state, screen, 'half-up', count),
  'page-down': (state, screen, count) => move(state, screen, 'page-down', count),
  'page-up': (state, screen, count) => move(state, screen, 'page-up', count),
  first: (state, screen, count) => move(state, screen, 'first', count),
  last: (state, screen, count) => move(state, screen, 'last', count),
});

const ANYWHERE = {
  repaint: (state: State) => withEffects(state, { type: 'repaint' }),
  suspend: (state: State) => withEffects(state, { type: 'suspend' }),
  quit,
};

const ON_SCREENS = { ...ANYWHERE, back, leave, help: openHelp };

const ON_PAGES = {
  ...ON_SCREENS,
  sections: openChooser,
  bookmarks: openBookmarks,
  'refresh-all': (state: State) =>
    refresh(
      state,
      [...state.sections, ...state.moreSections].map(({ name }) => name),
    ),
  bookmark: bookmarkOrNot,
  'toggle-read': toggleRead,
  browser: openInBrowser,
  copy: copyLink,
  speak: readAloud,
  pipe: beginPipe,
  save,
  undo: takeBack,
  watch: watchSearch,
  'show-muted': muteSearch,
  unfold,
  'follow-this': followThis,
  apart: takeApart,
  'last-read': openLastRead,
  changes: openChanges,
  day: openDay,
  edit: beginEdit,
  hanja: toggleHanja,
  settings: openSettings,
  beside: toggleBeside,
  narrower: (state: State) => changeWidth(state, -1),
  wider: (state: State) => changeWidth(state, 1),
  'photos-in-text': togglePhotos,
};

const ON_LISTS = {
  ...ON_PAGES,
  ...moving<ListScreen>(moveInList),
  open: openSelected,
  'next-section': (state: State) => stepSection(state, 1),
  'previous-section': (state: State) => stepSection(state, -1),
  search: beginSearch,
  next: (state: State, screen: ListScreen, count: number | null) => stepResult(state, screen, 'down', count),
  previous: (state: State, screen: ListScreen, count: number | null) =>
    stepResult(state, screen, 'up', count),
  'next-unread': nextUnread,
  'mark-all': markAll,
};

const HANDLERS: Handlers = {
  headlines: {
    ...ON_LISTS,
    refresh: (state, screen) =>
      refresh(
        state,
        screen.section === FOLLOWING.name ? state.sections.map(({ name }) => name) : [screen.section],
      ),
    'show-muted': (state, screen) =>
      screen.search === null ? toggleMuted(state, screen) : muteSearch(state, screen),
    'unread-only': toggleUnreadOnly,
  },
  bookmarks: {
    ...ON_LISTS,
    sort: toggleSort,
    refresh: (state) => withEffects(state, { type: 'load-bookmarks' }, { type: 'fetch-texts', asked: true }),
  },
  article: {
    ...ON_PAGES,
    ...moving<ArticleScreen>(moveInArticle),
    open: openLink,
    browser: openTargetOutside,
    copy: copyTarget,
    follow: beginFollow,
    'next-subhead': (state, screen, count) => stepSubhead(state, screen, count ?? 1),
    'previous-subhead': (state, screen, count) => stepSubhead(state, screen, -(count ?? 1)),
    'next-link': (state, screen) => stepLink(state, screen, 1),
    'previous-link': (state, screen) => stepLink(state, screen, -1),
    search: beginArticleSearch,
    next: (state, screen, count) =>
      screen.search === null ? stepArticle(state, 'next', count) : stepMatch(state, screen, count ?? 1),
    previous: (state, screen, count) =>
      screen.search === null
        ? stepArticle(state, 'previous', count)
        : stepMatch(state, screen, -(count ?? 1)),
    'next-unread': (state, _screen, count) => stepArticle(state, 'next-unread', count),
    refresh: refreshArticle,
    bare: toggleBare,
    photos: (state, screen) => openPhotos(state, screen),
  },
  photo: {
    ...ON_SCREENS,
    ...moving<PhotoScreen>(movePhoto),
    photos: (state, screen, count) => stepPhoto(state, screen, count ?? 1),
  },
  settings: {
    ...ANYWHERE,
    ...moving<SettingsScreen>(moveInSettings),
    leave: closeSettings,
    close: closeSettings,
    help: openHelp,
    settings: openSettings,
    'next-value': (state, screen) => stepValue(state, screen, 1),
    'previous-value': (state, screen) => stepValue(state, screen, -1),
    'enter-value': enterValue,
    'default-value': resetValue,
  },
  pick: { ...ON_SCREENS, ...moving<PickScreen>(movePick), pick: (state, screen) => pick(state, screen) },
  day: {
    ...ON_SCREENS,
    ...moving<DayScreen>(moveInDay),
    open: openInDay,
    day: openDay,
    bookmark: bookmarkOrNot,
    'toggle-read': toggleRead,
    browser: openInBrowser,
    copy: copyLink,
    speak: readAloud,
    pipe: beginPipe,
    save,
    undo: takeBack,
    changes: openChanges,
    refresh: (state) => withEffects(state, { type: 'day' }),
  },
  changes: { ...ON_SCREENS, ...moving<ChangesScreen>(moveInChanges), changes: back },
  help: {
    ...ON_SCREENS,
    ...moving<HelpScreen>(moveInHelp),
    search: beginHelpSearch,
    next: (state, screen, count) => stepHelpMatch(state, screen, count ?? 1),
    previous: (state, screen, count) => stepHelpMatch(state, screen, -(count ?? 1)),
  },
  typing: {
    ...ANYWHERE,
    accept,
    cancel,
    'choice-down': (state) => stepChoice(state, 1),
    'choice-up': (state) => stepChoice(state, -1),
    'earlier-search': (state) => recallSearch(state, 1),
    'later-search': (state) => recallSearch(state, -1),
    'caret-left': (state) => changeText(state, (field) => moveCaret(field, -1)),
    'caret-right': (state) => changeText(state, (field) => moveCaret(field, 1)),
    'caret-start': (state) => changeText(state, (field) => moveCaret(field, Number.NEGATIVE_INFINITY)),
    'caret-end': (state) => changeText(state, (field) => moveCaret(field, Number.POSITIVE_INFINITY)),
    'delete-back': (state) =>
      changeText(state, (field) => deleteBack(field, state.settings['backspace-jamo'])),
    'delete-ahead': (state) => changeText(state, deleteAhead),
    'delete-word': (state) => changeText(state, deleteWord),
    'delete-to-start': (state) => changeText(state, deleteToStart),
    'delete-to-end': (state) => changeText(state, deleteToEnd),
  },
};

/** Does an action on the screen on top; null if the context has no such action. */
export function act(state: State, context: KeyContext, action: Action, count: number | null): Step | null {
  // Each context's handlers are given that context's screens, and no others.
  const handlers = HANDLERS[context] as Partial<Record<Action, Handler<Screen>>>;
  return handlers[action]?.(state, topScreen(state), count) ?? null;
}
