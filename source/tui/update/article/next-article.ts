/** From an article to another one of the list it was opened from. */
import type { Headline } from '../../../model.ts';
import type { Step } from '../../state/effects.ts';
import { unreadIn } from '../../state/folding.ts';
import type { HeadlineItem } from '../../state/screens.ts';
import type { State } from '../../state/state.ts';
import type { ListScreen } from '../../view/layout/list.ts';
import { loadMore, nextUnread, PAGE, selectItem } from '../list/move-in-list.ts';
import { andThen, notify, popTo, putScreen, stay, withEffects } from '../steps.ts';
import { openArticle } from './open-article.ts';

/** The list that articles were opened from: the nearest one below. */
function listBelow(state: State): { readonly index: number; readonly screen: ListScreen } {
  const index = state.screens.findLastIndex((screen) => 'list' in screen);
  return { index, screen: state.screens[index] as ListScreen };
}

/** Goes from the article to another one of the list below it, which selects it. */
function toNeighbour(
  state: State,
  choose: (onList: State, screen: ListScreen) => Step,
  headlineIn: (item: HeadlineItem) => Headline | undefined = ({ headline }) => headline,
): Step {
  const { index } = listBelow(state);
  return andThen(popTo(state, index + 1), (onList) => {
    const before = onList.screens[index] as ListScreen;
    return andThen(choose(onList, before), (chosen) => {
      const { list } = chosen.screens[index] as ListScreen;
      const item = list.items[list.selected];
      const headline = item === undefined ? undefined : headlineIn(item);
      return list.selected === before.list.selected || headline === undefined
        ? stay(chosen)
        : openArticle(chosen, headline);
    });
  });
}

/** `n`, `N` without a search, and `.`: a neighbour in the list the article was opened from. */
export function stepArticle(
  state: State,
  action: 'next' | 'previous' | 'next-unread',
  count: number | null,
): Step {
  const { index, screen } = listBelow(state);
  const by = (action === 'previous' ? -1 : 1) * (count ?? 1);
  if (action === 'next-unread') {
    const unread = nextUnread(
      putScreen({ ...state, screens: onlyTo(state, index) }, index, screen),
      screen,
      count,
    );
    const { list } = unread[0].screens[index] as ListScreen;
    // Without a next headline, or before it is loaded, the article stays open.
    if (list.selected === screen.list.selected) return [{ ...state, notice: unread[0].notice }, unread[1]];
    return toNeighbour(state, (onList, below) => nextUnread(onList, below, count), unreadIn);
  }
  const wanted = screen.list.selected + by;
  if (wanted < 0) return stay(notify(state, 'notice.no-previous'));
  if (wanted >= screen.list.items.length) {
    const more = loadMore(screen, PAGE, { action, count });
    return more === null ? stay(notify(state, 'notice.no-next')) : withEffects(state, more);
  }
  return toNeighbour(state, (onList, below) =>
    stay(putScreen(onList, index, selectItem(onList, below, wanted))),
  );
}

const onlyTo = (state: State, index: number): State['screens'] =>
  state.screens.slice(0, index + 1) as unknown as State['screens'];
