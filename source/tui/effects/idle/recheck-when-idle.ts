import { BETWEEN_PAGES } from '../../../reader/fetching/page-pace.ts';
import type { Reader } from '../../../reader/types.ts';
import { type WhileIdle, whenIdle } from './when-idle.ts';

const TIMES = { quiet: 25_000, between: BETWEEN_PAGES, again: 60_000 };

export interface RecheckParts {
  readonly reader: Pick<Reader, 'recheck'>;
  /** Whether pages may be asked for that nobody waits for: not offline, and not over a metered connection. */
  mayAsk(): boolean;
  onError(error: unknown): void;
}

/** While nobody presses a key, asks whether pages that are kept have been corrected. */
export function recheckWhenIdle({ reader, mayAsk, onError }: RecheckParts): WhileIdle {
  return whenIdle(async () => mayAsk() && (await reader.recheck()), TIMES, onError);
}
