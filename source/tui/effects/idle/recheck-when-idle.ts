import { BETWEEN_PAGES } from '../../../reader/fetching/page-pace.ts';
import type { Reader } from '../../../reader/types.ts';
import { type WhileIdle, whenIdle } from './when-idle.ts';

const TIMES = { quiet: 25_000, between: BETWEEN_PAGES, again: 60_000 };

export interface RecheckParts {
  readonly reader: Pick<Reader, 'recheck'>;
  /** Whether pages may be asked for without a key: not offline, and not over a metered connection. */
  mayAsk(): boolean;
  onError(error: unknown): void;
}

/** Asks whether kept pages have been corrected, while no key is pressed. */
export function recheckWhenIdle({ reader, mayAsk, onError }: RecheckParts): WhileIdle {
  return whenIdle(async () => mayAsk() && (await reader.recheck()), TIMES, onError);
}
