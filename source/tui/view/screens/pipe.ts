import { say } from '../../../messages/index.ts';
import { setText } from '../../../typeset/blocks.ts';
import { span } from '../../../typeset/rows.ts';
import type { PipeScreen } from '../../state/screens.ts';
import type { State } from '../../state/state.ts';
import { layoutOf } from '../layout/screen.ts';
import type { Body } from '../parts/body.ts';
import { searchBox } from '../parts/search-box.ts';

/** The command that an article is handed to, under its title and the form in which it is given. */
export function pipeScreen(state: State, screen: PipeScreen): Body {
  const { body } = layoutOf(state.size, state.edition.kind === 'sample', 'none');
  const title = setText(screen.headline.title, Math.max(1, body.columns), 'strong')
    .map(({ row }) => row)
    .slice(0, Math.max(0, body.rows - 1));
  const told = say(state.language, `pipe.${screen.format}`);
  const box = searchBox(state, screen.field, told, body.columns, {
    name: 'screen.command',
    style: screen.isOffered ? 'selected' : 'strong',
  });
  const y = body.y + title.length;
  return {
    bar: [span('  '), span(` ${say(state.language, 'screen.pipe')} `, 'current')],
    rows: [...title, box.row],
    cursor: y < body.y + body.rows ? { x: box.caret, y } : null,
    context: 'typing',
  };
}
