/** For the train: what will probably be read next is fetched while nobody touches the terminal. */
import { BETWEEN_PAGES } from '../../reader/page-pace.ts';
import type { Reader } from '../../reader/types.ts';

/** How long after the last key, in ms. */
const IDLE = 20_000;
/** How often is looked for something new to fetch, in ms. */
const AGAIN = 60_000;

export interface PrefetcherParts {
  readonly reader: Pick<Reader, 'prefetch'>;
  /** Whose newest headlines are fetched; none while another edition is read. */
  sections(): readonly string[];
  /** The budget, in articles an hour; 0 for none. */
  readonly hourly: number;
  onError(error: unknown): void;
}

export interface Prefetcher {
  /** A key was pressed. */
  disturb(): void;
  end(): void;
}

/** Fetches a page every two seconds while the terminal is idle, within the budget. */
export function createPrefetcher({ reader, sections, hourly, onError }: PrefetcherParts): Prefetcher {
  let timer: NodeJS.Timeout;
  let fetching = false;
  let disturbed = false;
  let ended = hourly === 0;

  function after(ms: number): void {
    clearTimeout(timer);
    if (ended) return;
    timer = setTimeout(() => void step(), ms);
    timer.unref();
  }

  async function step(): Promise<void> {
    // One that was begun before the last key is still on its way.
    if (fetching) return after(BETWEEN_PAGES);
    fetching = true;
    disturbed = false;
    let more = false;
    try {
      more = await reader.prefetch(sections(), hourly);
    } catch (error) {
      onError(error);
    }
    fetching = false;
    if (!disturbed) after(more ? BETWEEN_PAGES : AGAIN);
  }

  after(IDLE);
  return {
    disturb() {
      disturbed = true;
      after(IDLE);
    },
    end() {
      ended = true;
      clearTimeout(timer);
    },
  };
}
