import type { Store } from '../../state/store.ts';
import type { WhileIdle } from './when-idle.ts';

/** The pause after a key, in ms: the key is answered first. */
const SOON = 250;

/** Looks, a moment after a key, for changes of another process in the archive. */
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
