import type { Store } from '../../state/store.ts';
import type { WhileIdle } from './when-idle.ts';

/** The pause after the last key, in ms: what changed is read again for all lists, which no key is to wait for. */
const SOON = 250;

/** Looks, a moment after keys, for changes of another process in the archive. */
export function lookSoonAfterKeys({ dispatch }: Pick<Store, 'dispatch'>): WhileIdle {
  let timer: NodeJS.Timeout | null = null;
  return {
    disturb() {
      if (timer === null) timer = setTimeout(() => dispatch({ type: 'look-due' }), SOON);
      else timer.refresh();
    },
    end() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}
