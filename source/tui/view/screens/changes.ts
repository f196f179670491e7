import { say } from '../../../messages/index.ts';
import { setChanges } from '../../../typeset/changes.ts';
import { type Row, span } from '../../../typeset/rows.ts';
import type { ChangesScreen } from '../../state/screens.ts';
import type { State } from '../../state/state.ts';
import { columnOf, layoutOf } from '../layout/screen.ts';
import type { Body } from '../parts/body.ts';
import { leftAndRight } from '../parts/rows.ts';

/** The corrections of an article, the newest first. */
export function changesScreen(state: State, screen: ChangesScreen): Body {
  const { all, height, last } = changesPage(state, screen);
  const top = Math.max(0, Math.min(screen.top, last));
  return {
    bar: leftAndRight(
      [span('  '), span(` ${say(state.language, 'corrections.screen')} `, 'current')],
      last === 0 ? [] : [span(`${Math.round((top / last) * 100)}% `, 'strong')],
      state.size.columns,
    ),
    rows: all.slice(top, top + height),
    cursor: null,
    context: 'changes',
  };
}

/** Set once for a history and its options: the screen is drawn again for every key. */
const cache = new WeakMap<object, { readonly key: string; readonly rows: readonly Row[] }>();

/** All rows at this size, the number of them in sight, and the greatest first row in sight. */
export function changesPage(
  state: State,
  { history, count }: ChangesScreen,
): { all: readonly Row[]; height: number; last: number } {
  const { language, now } = state;
  const { body } = layoutOf(state.size, state.edition.kind === 'sample', 'none');
  const { x, columns } = columnOf(body.columns, state.settings.width);
  const key = `${x} ${columns} ${language} ${now}`;
  let known = cache.get(history);
  if (known?.key !== key) {
    const margin = span(' '.repeat(x));
    known = {
      key,
      rows: setChanges(history, count, { columns, language, now }).map((row) => [margin, ...row]),
    };
    cache.set(history, known);
  }
  const all = known.rows;
  return { all, height: body.rows, last: Math.max(0, all.length - body.rows) };
}
