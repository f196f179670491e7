import type { Reader } from '../../../reader/types.ts';
import type { State } from '../../state/state.ts';
import { update } from '../../update/update.ts';
import { view } from '../../view/view.ts';

/** This many blocks of a text use all code that sets it; a whole text would keep a key waiting. */
const BLOCKS = 6;

/**
 * Opens the selected headline's article in a state that is never shown, so that V8 has compiled the code when
 * a key needs it. Changes nothing.
 */
export function rehearseOpening(state: State, reader: Pick<Reader, 'kept'>): void {
  const [opening, effects] = update(state, { type: 'key', key: 'enter' }, state.now);
  const open = effects.find((effect) => effect.type === 'open');
  const kept = open === undefined ? null : reader.kept(open.headline.id);
  if (open === undefined || kept === null) return;
  const article = { ...kept, blocks: kept.blocks.slice(0, BLOCKS) };
  const [opened] = update(
    opening,
    { type: 'kept', ticket: open.ticket, article, place: null, corrections: null },
    state.now,
  );
  view(opened);
}
