import { type MessageKey, say } from '../../../messages/index.ts';
import { setText } from '../../../typeset/blocks.ts';
import { span } from '../../../typeset/rows.ts';
import type { EditScreen } from '../../state/screens.ts';
import type { State } from '../../state/state.ts';
import { layoutOf } from '../layout/screen.ts';
import type { Body } from '../parts/body.ts';
import { searchBox } from '../parts/search-box.ts';

const NAMES: Readonly<Record<EditScreen['entering'], MessageKey>> = {
  note: 'screen.note',
  tags: 'screen.tags',
};

/** The note and tags of a bookmark under its title: the caret stands in the line being entered. */
export function editScreen(state: State, screen: EditScreen): Body {
  const { body } = layoutOf(state.size, state.edition.kind === 'sample', 'none');
  // On a low screen the lines need the title's room.
  const title = setText(screen.title, Math.max(1, body.columns), 'strong')
    .map(({ row }) => row)
    .slice(0, Math.max(0, body.rows - 2));
  const [note, tags] = (['note', 'tags'] as const).map((name) =>
    searchBox(state, screen[name], '', body.columns, { name: NAMES[name] }),
  );
  const onNote = screen.entering === 'note';
  const y = body.y + title.length + (onNote ? 0 : 1);
  return {
    bar: [span('  '), span(` ${say(state.language, 'screen.edit')} `, 'current')],
    rows: [...title, note!.row, tags!.row],
    cursor: y < body.y + body.rows ? { x: (onNote ? note! : tags!).caret, y } : null,
    context: 'typing',
  };
}
