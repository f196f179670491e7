import type { MessageKey, Params } from './messages/index.ts';

/** A message for the reader. */
export interface Warning {
  readonly key: MessageKey;
  readonly params: Params;
}

/** Damage found in kept files, whenever it shows: each is reported once, by the face that is open. */
export interface Warnings {
  add(warning: Warning): void;
  /** Reports warnings from now on, and those that came before. */
  hear(tell: (warning: Warning) => void): void;
}

export function createWarnings(): Warnings {
  const unheard: Warning[] = [];
  let tell = (warning: Warning): unknown => unheard.push(warning);
  return {
    add: (warning) => void tell(warning),
    hear: (next) => {
      tell = next;
      for (const warning of unheard.splice(0)) next(warning);
    },
  };
}
