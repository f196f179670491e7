import type { Reader } from '../../../reader/types.ts';
import { type WhileIdle, whenIdle } from './when-idle.ts';

const TIMES = { quiet: 400, between: 0, again: 60_000 };

/** Once, when nobody has pressed a key for a moment, readies what the first refresh needs. */
export function prepareWhenIdle(
  reader: Pick<Reader, 'prepare'>,
  onError: (error: unknown) => void,
): WhileIdle {
  const idle = whenIdle(
    async () => {
      reader.prepare();
      idle.end();
      return false;
    },
    TIMES,
    onError,
  );
  return idle;
}
