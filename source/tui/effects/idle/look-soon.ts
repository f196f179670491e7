import type { Store } from '../../state/store.ts';
import type { WhileIdle } from './when-idle.ts';

/** How long after a key, in ms: the key is answered first. */
const SOON = 250;

/** A moment after a key, has the archive looked at for what another process changed. */
export function lookSoonAfterKeys({ dispatch }: Pick<Store, 'dispatch'>): WhileIdle {
  let timer: NodeJS.Timeout | null = null;
  return {
    disturb() {
      timer ??= setTimeout(() => {
        timer = null;
        dispatch({ type: 'look-due' });
      }, SOON);
    },
    end() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}
