import { say } from '../../../messages/index.ts';
import { span } from '../../../typeset/rows.ts';
import type { HelpScreen } from '../../state/screens.ts';
import type { State } from '../../state/state.ts';
import { matchedRows } from '../layout/matches.ts';
import { layoutOf } from '../layout/screen.ts';
import type { Body } from '../parts/body.ts';
import { helpMatches, helpPage } from '../parts/help-rows.ts';
import { leftAndRight, markMatches } from '../parts/rows.ts';
import { searchBox } from '../parts/search-box.ts';

/** The help, from the reader's row on, with a search's matches marked. */
export function helpScreen(state: State, screen: HelpScreen): Body {
  const page = helpPage(state, screen);
  const { rows, height, top, last } = page;
  const { search } = screen;
  const matched = matchedRows(helpMatches(page, search?.field.text ?? ''), screen.match);
  const shown = rows.slice(top, top + height).map((row, at) => markMatches(row, matched.get(top + at)));
  const { body } = layoutOf(state.size, state.edition.kind === 'sample', 'none');
  const box = search === null ? null : searchBox(state, search.field, '', body.columns);
  return {
    bar: leftAndRight(
      [span('  '), span(` ${say(state.language, 'screen.help')} `, 'current')],
      last === 0 ? [] : [span(`${Math.round((top / last) * 100)}% `, 'strong')],
      state.size.columns,
    ),
    rows: box === null ? shown : [box.row, ...shown],
    cursor: box !== null && search?.typing && body.rows > 0 ? { x: box.caret, y: body.y } : null,
    context: search?.typing ? 'typing' : 'help',
  };
}
