/** The actions of keys on a headline, on any screen. */
import { fullTime } from '../../../korean/times.ts';
import { say } from '../../../messages/index.ts';
import type { Headline } from '../../../model.ts';
import { dayHeadlines } from '../../../today/day.ts';
import type { Effect, Step } from '../../state/effects.ts';
import { headlinesIn } from '../../state/folding.ts';
import type { Screen } from '../../state/screens.ts';
import type { State } from '../../state/state.ts';
import { remark, stay, withEffects } from '../steps.ts';

/** The headline the keys act on; null on a screen without one. */
export function headlineOf(screen: Screen): Headline | null {
  switch (screen.kind) {
    case 'headlines':
    case 'bookmarks':
    case 'gathered':
      return screen.list.items[screen.list.selected]?.headline ?? null;
    case 'article':
      return screen.headline;
    case 'day':
      return dayHeadlines(screen.day)[screen.selected] ?? null;
    default:
      return null;
  }
}

/** Does an act on the screen's headline; nothing on a screen without one. */
const onHeadline =
  (act: (state: State, headline: Headline) => Step) =>
  (state: State, screen: Screen): Step => {
    const headline = headlineOf(screen);
    return headline === null ? stay(state) : act(state, headline);
  };

export const bookmarkOrNot = onHeadline((state, headline) => {
  const { id } = headline;
  // The mark shows at once; if the bookmark cannot be kept it is taken away again.
  const marked = remark(state, new Set([id]), { bookmarked: !headline.bookmarked });
  return headline.bookmarked
    ? withEffects(marked, { type: 'unbookmark', id })
    : withEffects(marked, { type: 'bookmark', headline });
});

/** `m`: marks the headline read, with those folded behind it; if all are read, the headline unread. */
export function toggleRead(state: State, screen: Screen): Step {
  const headline = headlineOf(screen);
  if (headline === null) return stay(state);
  const item = 'list' in screen ? screen.list.items[screen.list.selected] : undefined;
  const unread = (item === undefined ? [headline] : headlinesIn(item)).filter(({ read }) => !read);
  const ids = (unread.length > 0 ? unread : [headline]).map(({ id }) => id);
  return withEffects(state, { type: 'set-read', ids, read: unread.length > 0 });
}

export const openInBrowser = onHeadline((state, { url }) => withEffects(state, { type: 'browser', url }));

export const readAloud = onHeadline((state, headline) =>
  withEffects(state, { type: 'speak', headline, language: state.language }),
);

export const copyLink = onHeadline((state, headline) => withEffects(state, copyOf(state, headline)));

/** The effect that copies a headline as the setting says. */
export function copyOf({ settings, language }: State, headline: Headline): Effect {
  const { url, title, publishedAt } = headline;
  const text = {
    link: url,
    title: `${title}\n${url}`,
    markdown: `[${title.replace(/[\\[\]]/g, '\\$&')}](${url.replace(/[()]/g, encodeURIComponent)})`,
    quote: `${say(language, 'copy.quote', { title, day: fullTime(publishedAt ?? '', language) })}\n${url}`,
  }[settings.copy];
  return { type: 'copy', url, text };
}

/** `u`: takes the last act back. */
export const takeBack = (state: State): Step => withEffects(state, { type: 'undo' });
