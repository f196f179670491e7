/** The state outside React: events go in, the next state is there at once, effects run, one frame follows. */

import type { Effect, Step } from './effects.ts';
import type { Event } from './events.ts';
import type { State } from './state.ts';

/** Called after a change; `awaited` if a key is waiting for it, so that it is drawn at once. */
export type Listener = (awaited: boolean) => void;

export interface Store {
  getState(): State;
  /** Takes events in their order; listeners are called once for all of them. Effects may dispatch again meanwhile. */
  dispatch(...events: readonly Event[]): void;
  /** Returns a function that ends it. */
  subscribe(listener: Listener): () => void;
  /** Sets the function that runs effects: to be called before the first event. */
  connect(run: (effect: Effect) => void): void;
}

export interface StoreParts {
  readonly first: State;
  /** The next state, and the effects to run. */
  update(state: State, event: Event, now: number): Step;
  /** ms since the epoch. */
  now(): number;
}

/** The events that a person pressed a key for, or waits for after one. */
const IS_AWAITED: ReadonlySet<Event['type']> = new Set(['key', 'paste', 'mouse', 'found', 'opened']);

export function createStore({ first, update, now }: StoreParts): Store {
  let state = first;
  let run = (_effect: Effect): void => undefined;
  const listeners = new Set<Listener>();
  let waiting: Event[] = [];
  /** Events that effects dispatch while another is taken; null between events. */
  let answers: Event[] | null = null;

  function take(event: Event): void {
    answers = [];
    const [next, effects] = update(state, event, now());
    state = next;
    for (const effect of effects) run(effect);
    // Before the keys that are still waiting: those are about the state after the answers.
    waiting.unshift(...answers);
  }

  return {
    getState: () => state,
    connect: (runner) => {
      run = runner;
    },
    dispatch(...events) {
      if (answers !== null) {
        answers.push(...events);
        return;
      }
      const before = state;
      let awaited = false;
      waiting = [...events];
      try {
        for (let event = waiting.shift(); event !== undefined; event = waiting.shift()) {
          awaited ||= IS_AWAITED.has(event.type);
          take(event);
        }
      } finally {
        answers = null;
      }
      if (state !== before) for (const listener of listeners) listener(awaited);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
