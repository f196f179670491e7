import type { Reader } from '../../../reader/types.ts';
import type { State } from '../../state/state.ts';
import { update } from '../../update/update.ts';
import { view } from '../../view/view.ts';

type RehearsalReader = Pick<Reader, 'kept' | 'place' | 'corrections'>;

/** This many blocks of a text use all code that sets it; a whole text would keep a key waiting. */
const BLOCKS = 6;
/** V8 compiles code that has run a few times, and SQLite keeps the statements. */
const PARTS = 4;

/** Opens the selected headline's article, some blocks at a time: each part is to be run when no key is pressed. */
export function openingRehearsals(state: () => State, reader: RehearsalReader): (() => void)[] {
  return Array.from({ length: PARTS }, (_, part) => () => rehearseOpening(state(), reader, part));
}

/**
 * Opens the selected headline's article in a state that is never shown, so that V8 has compiled the code when
 * a key needs it. Changes nothing.
 * @param part which blocks of the text are set; the first ones if it is shorter
 */
function rehearseOpening(state: State, reader: RehearsalReader, part: number): void {
  const [opening, effects] = update(state, { type: 'key', key: 'enter' }, state.now);
  const open = effects.find((effect) => effect.type === 'open');
  const kept = open === undefined ? null : reader.kept(open.headline.id);
  if (open === undefined || kept === null) return;
  const { id } = open.headline;
  const blocks = kept.blocks.slice(part * BLOCKS, (part + 1) * BLOCKS);
  const article = { ...kept, blocks: blocks.length === 0 ? kept.blocks.slice(0, BLOCKS) : blocks };
  const [opened] = update(
    opening,
    {
      type: 'kept',
      ticket: open.ticket,
      article,
      place: reader.place(id),
      corrections: reader.corrections(id),
    },
    state.now,
  );
  view(opened);
}
