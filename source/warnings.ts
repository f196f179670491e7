import type { MessageKey, Params } from './messages/index.ts';

/** A message for the reader. */
export interface Warning {
  readonly key: MessageKey;
  readonly params: Params;
}

/** What is found wrong with what is kept, whenever it shows: each is told once, by the face that is there. */
export interface Warnings {
  add(warning: Warning): void;
  /** Has them told from now on, also those that nobody has heard of yet. */
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
