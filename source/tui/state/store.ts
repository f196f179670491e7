/** The state outside React: events go in, the next state is there at once, effects run, one frame follows. */

import { update } from '../update/update.ts';
import type { Effect, Event } from './events.ts';
import type { State } from './state.ts';

export interface Store {
  getState(): State;
  /** Takes events in their order; listeners hear of them together, once. Effects may dispatch again meanwhile. */
  dispatch(...events: readonly Event[]): void;
  /** Returns what ends it. */
  subscribe(listener: () => void): () => void;
}

/** A store that begins with a state; `run` does what an update asks for, `now` is the clock: ms since the epoch. */
export function createStore(first: State, run: (effect: Effect) => void, now: () => number): Store {
  let state = first;
  const listeners = new Set<() => void>();
  let waiting: Event[] = [];
  /** What effects dispatch while one event is taken; null between events. */
  let answers: Event[] | null = null;

  function take(event: Event): void {
    answers = [];
    const [next, effects] = update(state, event, now());
    state = next;
    for (const effect of effects) run(effect);
    // Before the keys that are still waiting: those mean the state that the answers make.
    waiting.unshift(...answers);
  }

  return {
    getState: () => state,
    dispatch(...events) {
      if (answers !== null) {
        answers.push(...events);
        return;
      }
      const before = state;
      waiting = [...events];
      try {
        for (let event = waiting.shift(); event !== undefined; event = waiting.shift()) take(event);
      } finally {
        answers = null;
      }
      if (state !== before) for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
