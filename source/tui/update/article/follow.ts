/** `f`: everything an article leads to has a number, and typing it goes there. */
import type { Step } from '../../state/effects.ts';
import type { ArticleScreen } from '../../state/screens.ts';
import { type State, topScreen } from '../../state/state.ts';
import { articleView } from '../../view/layout/article.ts';
import { notify, putTop, stay } from '../steps.ts';
import { noLinks, openTarget } from './article-links.ts';

export function beginFollow(state: State, screen: ArticleScreen): Step {
  if (articleView(state, screen).set.targets.length > 0) {
    return stay(putTop(state, { ...screen, link: null, follow: '' }));
  }
  return noLinks(state, screen);
}

/** The article whose targets are labelled, if it is on top. */
export function followed(state: State): ArticleScreen | null {
  const screen = topScreen(state);
  return screen.kind === 'article' && screen.follow !== null ? screen : null;
}

/** A key while targets are labelled; null if it means nothing there, and the labels are to go. */
export function followKey(state: State, screen: ArticleScreen, key: string): Step | null {
  const typed = screen.follow ?? '';
  const { targets } = articleView(state, screen).set;
  if (/^\d$/.test(key)) {
    const number = Number(typed + key);
    if (number < 1 || number > targets.length) {
      return stay(
        notify(putTop(state, { ...screen, follow: '' }), 'notice.no-target', { number: typed + key }),
      );
    }
    // A number that no further digit could continue is complete.
    if (number * 10 > targets.length) return go({ ...state, numbered: true }, screen, number);
    return stay(putTop(state, { ...screen, follow: typed + key }));
  }
  if (key === 'backspace' && typed !== '') {
    return stay(putTop(state, { ...screen, follow: typed.slice(0, -1) }));
  }
  if (key === 'enter' && typed !== '') return go(state, screen, Number(typed));
  return key === 'esc' || key === 'enter' || key === 'backspace' ? stay(endFollow(state, screen)) : null;
}

export function endFollow(state: State, screen: ArticleScreen): State {
  return putTop(state, { ...screen, follow: null });
}

function go(state: State, screen: ArticleScreen, number: number): Step {
  const target = articleView(state, screen).set.targets[number - 1]!;
  return openTarget(endFollow(state, screen), target);
}
