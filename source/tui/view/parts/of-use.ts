/** Whether a key does something on the screen as it is now: the footer offers no other. */

import type { Article } from '../../../model.ts';
import { SETTINGS, type Setting } from '../../../storage/config/settings-table.ts';
import { dayHeadlines } from '../../../today/day.ts';
import type { Action } from '../../input/keys.ts';
import type { ArticleScreen, List } from '../../state/screens.ts';
import { type State, topScreen } from '../../state/state.ts';
import { articleView } from '../layout/article.ts';
import { matchesIn } from '../layout/article-matches.ts';
import type { ListScreen } from '../layout/list.ts';
import { inTexts, wordToWatch } from '../layout/searched-word.ts';
import { sectionChoices } from '../layout/section-choices.ts';
import { settingNames } from '../layout/settings.ts';
import { helpMatches, helpPage } from './help-rows.ts';

/** The keys that act on the selected headline. */
const ON_SELECTION: ReadonlySet<Action> = new Set(['open', 'bookmark', 'edit', 'browser']);

export function isOfUse(state: State, action: Action): boolean {
  const screen = topScreen(state);
  if (action === 'photos') return hasPhotos(state);
  switch (screen.kind) {
    case 'headlines':
    case 'bookmarks':
    case 'gathered':
      return isOfUseInList(state, screen, action);
    case 'article':
      return isOfUseInArticle(state, screen, action);
    case 'day':
      return dayHeadlines(screen.day).length > 0 || !ON_SELECTION.has(action);
    case 'sections': {
      const { length } = sectionChoices(state, screen);
      return action === 'accept' ? length > 0 : action !== 'choice-down' || screen.selected + 1 < length;
    }
    case 'settings': {
      const name = settingNames()[screen.selected]!;
      const { step, fallback } = SETTINGS[name] as Setting<unknown>;
      const differs = (value: unknown): boolean =>
        JSON.stringify(value) !== JSON.stringify(state.settings[name]);
      const stepped = (by: 1 | -1): boolean => step !== undefined && differs(step(state.settings[name], by));
      if (action === 'next-value') return stepped(1);
      if (action === 'previous-value') return stepped(-1);
      if (action === 'default-value') return differs(fallback);
      // A value is typed in a line of its own.
      return action !== 'choice-down';
    }
    case 'help': {
      const query = screen.search?.field.text ?? '';
      return !isStep(action) || helpMatches(helpPage(state, screen), query).length > 1;
    }
    default:
      return true;
  }
}

const isStep = (action: Action): boolean => action === 'next' || action === 'previous';

function isOfUseInList(state: State, screen: ListScreen, action: Action): boolean {
  const { list, search } = screen;
  const isEmpty = list.items.length === 0;
  if (ON_SELECTION.has(action)) {
    if (action === 'open' && inTexts(screen, state.now) !== null) return true;
    const headline = list.items[list.selected]?.headline;
    return headline !== undefined && (action !== 'edit' || headline.bookmarked);
  }
  switch (action) {
    case 'choice-down':
      return hasNext(list, search);
    case 'watch':
      return wordToWatch(screen, state.now) !== null;
    case 'show-muted':
      return search === null || wordToWatch(screen, state.now) !== null;
    case 'next-section':
      return state.sections.length > 1;
    case 'refresh':
      return !state.offline || state.edition.kind === 'sample';
    // Headlines are searched in the whole archive, bookmarks and gathered ones among themselves.
    case 'search':
      return !isEmpty || screen.kind === 'headlines' || search !== null;
    default:
      return true;
  }
}

const hasNext = ({ items, selected, complete }: List, search: unknown): boolean =>
  selected + 1 < items.length || (!complete && search === null);

const withHanja = new WeakMap<Article, boolean>();

/** Looked up once: the footer is drawn at every row that is scrolled by. */
function hasHanja(article: Article): boolean {
  const known = withHanja.get(article) ?? /\p{Script=Han}/u.test(JSON.stringify(article));
  withHanja.set(article, known);
  return known;
}

function isOfUseInArticle(state: State, screen: ArticleScreen, action: Action): boolean {
  if (isStep(action)) {
    if (screen.search !== null)
      return matchesIn(articleView(state, screen).set, screen.search.field.text).length > 1;
    const below = state.screens.findLast((each) => 'list' in each);
    return below !== undefined && hasNext(below.list, below.search);
  }
  if (action === 'hanja') return hasHanja(screen.article);
  if (action !== 'next-link' && action !== 'follow') return true;
  const { targets } = articleView(state, screen).set;
  return (
    screen.loading.kind === 'fetching' || targets.some(({ kind }) => action === 'follow' || kind === 'link')
  );
}

/** Whether photos can be asked for: not in an article without any, nor another one than the only one. */
function hasPhotos(state: State): boolean {
  const screen = topScreen(state);
  if (screen.kind === 'photo') return screen.photos.length > 1;
  if (screen.kind !== 'article' || state.photos.none !== null) return false;
  return screen.article.blocks.some(({ type }) => type === 'photo');
}
