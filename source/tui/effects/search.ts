/** The effect of searching: off the paint's path, the last query only, at once what is quick and then the rest. */
import type { Failure } from '../../failure.ts';
import type { Found, Reader } from '../../reader/types.ts';
import type { Effect, Event } from '../state/events.ts';

interface SearchingParts {
  /** The reader of the edition that is read; null when it has been left. */
  current(): Reader | null;
  answer(event: Event): void;
  /** Notes what nobody foresaw. */
  failed(error: unknown): Failure;
}

/** A search that was asked for. */
type Wanted = Extract<Effect, { type: 'search' }>;

/** How many results are listed. */
const MOST_FOUND = 200;

/**
 * Searching waits for the frame that shows what was typed, and only the last query counts. What takes longer, what is not
 * indexed yet and what may be a slip, is looked for bit by bit, keys coming first, and shown at the end.
 */
export function createSearching({ current, answer, failed }: SearchingParts): (effect: Wanted) => void {
  let wanted: Wanted | null = null;
  /** The search that is going on. */
  let latest: Wanted | null = null;

  async function find(): Promise<void> {
    const mine = current();
    if (mine === null) return;
    const engine = await mine.search();
    const asked = wanted!;
    wanted = null;
    // Another edition was opened meanwhile: its results are wanted.
    if (mine !== current()) return search(asked);
    latest = asked;
    const { where, query } = asked;
    if (where === 'bookmarks') {
      answer({ type: 'found', where, query, items: engine.bookmarks(query, MOST_FOUND), more: false });
      answer({ type: 'search-settled', where, query });
      return;
    }
    const steps = engine.stepwise(query, MOST_FOUND);
    const first = steps.next();
    answer({ type: 'found', where, query, items: first.value, more: false });
    if (first.done) answer({ type: 'search-settled', where, query });
    else goOnLater(asked, steps);
  }

  function goOnLater(asked: Wanted, steps: Iterator<Found[], Found[]>): void {
    // Not an immediate: what the terminal sent meanwhile is read first.
    setTimeout(() => {
      try {
        goOn(asked, steps);
      } catch (error) {
        failedSearch(error);
      }
    }, 0);
  }

  function goOn(asked: Wanted, steps: Iterator<Found[], Found[]>): void {
    // Another query is under way.
    if (current() === null || wanted !== null || latest !== asked) return;
    const { where, query } = asked;
    const { value, done } = steps.next();
    if (!done) {
      goOnLater(asked, steps);
      return;
    }
    answer({ type: 'found', where, query, items: value, more: true });
    answer({ type: 'search-settled', where, query });
  }

  function failedSearch(error: unknown): void {
    const asked = wanted ?? latest;
    wanted = null;
    answer({ type: 'failed', failure: failed(error) });
    if (asked !== null) answer({ type: 'search-settled', where: asked.where, query: asked.query });
  }

  function search(effect: Wanted): void {
    if (wanted === null) setImmediate(() => void find().catch(failedSearch));
    wanted = effect;
  }

  return search;
}
