import { BETWEEN_PAGES } from '../../../reader/fetching/page-pace.ts';
import type { Reader } from '../../../reader/types.ts';
import { type WhileIdle, whenIdle } from './when-idle.ts';

const TIMES = { quiet: 20_000, between: BETWEEN_PAGES, again: 60_000 };

export interface PrefetchParts {
  readonly reader: Pick<Reader, 'prefetch'>;
  /** The sections whose newest headlines are fetched; none while the sample edition is read. */
  sections(): readonly string[];
  /** The budget, in articles an hour; 0 for none. Asked each time: it may be changed while the screen is open. */
  hourly(): number;
  onError(error: unknown): void;
}

/** Fetches the articles that will probably be read next, while no key is pressed: for reading offline later. */
export function prefetchWhenIdle({ reader, sections, hourly, onError }: PrefetchParts): WhileIdle {
  return whenIdle(async () => hourly() > 0 && reader.prefetch(sections(), hourly()), TIMES, onError);
}
