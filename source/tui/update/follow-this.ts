/** Following something about a headline or an article: a reporter, a tag, a column, a story. */
import { FOLLOWING } from '../../sections.ts';
import { columnIn } from '../../typeset/title-prefix.ts';
import { type Followed, followedText } from '../../watch-words.ts';
import type { Movement } from '../input/keys.ts';
import type { Step } from '../state/effects.ts';
import type { Event } from '../state/events.ts';
import type { PickScreen, Screen } from '../state/screens.ts';
import { type State, topScreen } from '../state/state.ts';
import { headlineOf } from './list/headline-actions.ts';
import { intoBar } from './list/headlines.ts';
import { reloads } from './list/list-answers.ts';
import { andThen, notify, openingBy, popTo, push, putTop, stay, withEffects } from './steps.ts';

/**
 * `a`: follows the article's story, reporter, column or tag, or stops following it; if there are several,
 * asks which.
 */
export function followThis(state: State, screen: Screen): Step {
  const entries = [...new Set(followable(screen).map(followedText))];
  if (entries.length === 0) return stay(notify(state, 'follow.nothing'));
  const effect = { type: 'follow', entries } as const;
  // One thing is followed at once; among several is a choice.
  return entries.length > 1 ? openingBy(state, effect) : withEffects(state, effect);
}

function followable(screen: Screen): Followed[] {
  if (screen.kind === 'gathered') {
    const { by } = screen;
    if (by.kind === 'tag') return [{ kind: 'tag', name: by.tag }];
    if (by.kind === 'reporter' || by.kind === 'column') return [{ kind: by.kind, name: by.name }];
  }
  const headline = headlineOf(screen);
  if (headline === null) return [];
  const article = screen.kind === 'article' ? screen.article : null;
  const column = columnIn(headline.title) ?? (article === null ? null : columnIn(article.title));
  return [
    ...(column === null ? [] : [{ kind: 'column', name: column } as const]),
    ...(article?.reporters ?? []).flatMap(({ name }): Followed[] =>
      name === '' ? [] : [{ kind: 'reporter', name }],
    ),
    { kind: 'story', name: headline.story ?? `s${headline.id}` },
    ...(article?.tags ?? []).map((name): Followed => ({ kind: 'tag', name })),
  ];
}

export const followChoices = (state: State, { choices }: Extract<Event, { type: 'follow-choices' }>): State =>
  push(state, { kind: 'pick', choices, selected: 0 });

/** Something is followed now, or no longer: the headlines of 관심 change. */
export function followed(state: State, { params, listed }: Extract<Event, { type: 'followed' }>): Step {
  const back = topScreen(state).kind === 'pick' ? popTo(state, state.screens.length - 1) : stay(state);
  return andThen(back, (next) => {
    const inBar = listed ? intoBar(next, FOLLOWING.name) : next;
    const noted = notify(inBar, listed ? 'follow.added' : 'follow.removed', params);
    return withEffects(noted, { type: 'load-sections' }, ...reloads(next));
  });
}

/** Enter, or a choice's number. */
export function pick(state: State, screen: PickScreen, at: number | null = null): Step {
  const choice = screen.choices[at ?? screen.selected];
  return choice === undefined ? stay(state) : withEffects(state, { type: 'follow', entries: [choice.entry] });
}

export function movePick(state: State, screen: PickScreen, movement: Movement, count: number | null): Step {
  const last = screen.choices.length - 1;
  const by = {
    down: 1,
    up: -1,
    'half-down': 5,
    'half-up': -5,
    'page-down': 10,
    'page-up': -10,
    first: -last,
    last,
  };
  const wanted = screen.selected + by[movement] * (count ?? 1);
  return stay(putTop(state, { ...screen, selected: Math.max(0, Math.min(last, wanted)) }));
}
