import { fit } from '../../../korean/fit.ts';
import { say } from '../../../messages/index.ts';
import { type Row, span } from '../../../typeset/rows.ts';
import { readFollowed } from '../../../watch-words.ts';
import type { FollowChoice, PickScreen } from '../../state/screens.ts';
import type { State } from '../../state/state.ts';
import { layoutOf } from '../layout/screen.ts';
import { type Body, placeOf } from '../parts/body.ts';

/** A choice of things to follow: a numbered line for each, and whether it is followed. */
export function pickScreen(state: State, { choices, selected }: PickScreen): Body {
  const { body } = layoutOf(state.size, state.edition.kind === 'sample', 'none');
  const top = Math.max(0, Math.min(selected - body.rows + 1, choices.length - 1));
  const rows = choices.map((choice, at) => choiceRow(state, choice, at, at === selected));
  return {
    bar: [span('  '), span(` ${say(state.language, 'follow.which')} `, 'current')],
    rows: rows.slice(top, top + body.rows),
    cursor: null,
    context: 'pick',
    position: placeOf(selected, choices.length),
  };
}

function choiceRow(state: State, { entry, isFollowed }: FollowChoice, at: number, selected: boolean): Row {
  const { language, size } = state;
  const followed = readFollowed(entry);
  const name = followed === null ? entry : say(language, 'follow.name', { ...followed });
  const number = at < 9 ? String(at + 1) : ' ';
  const mark = isFollowed ? `  (${say(language, 'follow.is')})` : '';
  const text = fit(`${name}${mark}`, Math.max(1, size.columns - 6));
  return [
    span(selected ? '▌ ' : '  ', 'gutter'),
    span(`${number}  `),
    span(text, selected ? 'strong' : 'plain'),
  ].map((each) => ({ ...each, press: { on: 'choice', at } }));
}
