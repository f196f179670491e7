/**
 * The effect of searching: never before a paint, for the last query only, the quick results at once and then
 * the rest.
 */
import type { Failure } from '../../failure.ts';
import type { Found, Reader } from '../../reader/types.ts';
import { textQuery } from '../../search/query/filters.ts';
import type { SearchStep, SearchSteps } from '../../search/steps.ts';
import type { Effect } from '../state/effects.ts';
import type { Event } from '../state/events.ts';

interface SearchingParts {
  /** The reader of the edition that is read; null when it has been left. */
  current(): Reader | null;
  answer(event: Event): void;
  /** Logs an error that was not foreseen. */
  failed(error: unknown): Failure;
}

interface Searching {
  begin(effect: SearchEffect): void;
  isUnderWay(): boolean;
}

/** A search that was asked for. */
type SearchEffect = Extract<Effect, { type: 'search' }>;

/** The most results that are listed. */
const MOST_FOUND = 200;
/** The most results that are searched for unread ones. */
const MOST_READ = 1000;
/** The pause in typing before full texts are looked through, in ms. */
const TEXT_PAUSE = 200;
/** The pause in typing before slips are looked for, in ms. */
const GUESS_PAUSE = 150;
/** The time that a search runs before keys are looked at again, in ms; the last step may take longer. */
const SLICE = 12;

/**
 * How long the results of the query before may stay while there are only some of the new ones, in ms: drawing those takes
 * time of its own, and others may come between them.
 */
const OLD_STAY = 40;

/** A search under way. */
interface UnderWay {
  readonly asked: SearchEffect;
  readonly steps: SearchSteps<Found>;
  /** When some of its results are shown, whatever else is to be found; on the clock of `performance.now()`. */
  readonly due: number;
  /** Whether some of its results are on the screen. */
  shown: boolean;
  /** Whether the first of all are, with the number of all. */
  counted: boolean;
}

/** The results that the list shows. */
function listed({ unreadOnly }: SearchEffect, items: readonly Found[]): readonly Found[] {
  return unreadOnly ? items.filter(({ headline }) => !headline.read).slice(0, MOST_FOUND) : items;
}

/**
 * Searching waits for the frame that shows the typed text, and only the last query counts. It runs in small
 * parts, so that keys come first: quick results are shown, then all entries with the words, then those that
 * may be meant by a slip.
 */
export function createSearching({ current, answer, failed }: SearchingParts): Searching {
  let wanted: SearchEffect | null = null;
  /** The search that is going on. */
  let latest: SearchEffect | null = null;
  let pause: NodeJS.Timeout | null = null;
  /** The query before was still waiting for its pause. */
  let waits = false;

  async function find(): Promise<void> {
    const mine = current();
    if (mine === null) return;
    const engine = await mine.search();
    const asked = wanted!;
    wanted = null;
    // Another edition was opened meanwhile: its results are wanted.
    if (mine !== current()) return search(asked);
    latest = asked;
    const { where, query, again, unreadOnly, among } = asked;
    if (where !== 'headlines' && where !== 'bookmarks') {
      const items = engine.among(among, query, MOST_FOUND);
      latest = null;
      answer({ type: 'found', where, query, items, more: again });
      answer({ type: 'search-settled', where, query });
      return;
    }
    const steps =
      where === 'bookmarks'
        ? engine.bookmarksStepwise(query, MOST_FOUND)
        : engine.stepwise(query, unreadOnly ? MOST_READ : MOST_FOUND);
    goOn({ asked, steps, due: performance.now() + OLD_STAY, shown: false, counted: false });
  }

  /** Runs steps while no key is waiting, shows results worth showing, and continues later. */
  function goOn(search: UnderWay): void {
    const { asked, steps } = search;
    // Another query is under way.
    if (current() === null || wanted !== null || latest !== asked) return;
    const end = performance.now() + SLICE;
    let step = steps.next();
    while (step.done !== true && !isToBeShown(search, step.value) && performance.now() < end)
      step = steps.next();
    if (step.done === true) {
      latest = null;
      show(search, step.value);
      answer({ type: 'search-settled', where: asked.where, query: asked.query });
      return;
    }
    const { guesses, results, count } = step.value;
    // Earlier results stay until the search is complete: with the quick part alone there would be fewer for a
    // moment.
    const isDue = !search.shown && performance.now() >= search.due;
    if (!asked.again && (guesses || isDue || isToBeShown(search, step.value))) {
      const found = results(asked.unreadOnly ? undefined : asked.screenful);
      // Without results, those of the query before are nearer to the meaning than an empty list.
      if (guesses || found.length > 0)
        show(search, found, asked.unreadOnly || guesses ? undefined : (count ?? null));
    }
    // Not an immediate: input that came meanwhile is read first.
    setTimeout(
      () => {
        try {
          goOn(search);
        } catch (error) {
          failedSearch(error);
        }
      },
      guesses ? GUESS_PAUSE : 0,
    );
  }

  /**
   * Whether the first results can be shown now: slips come next, all that is left is to make many results, or what
   * is still to be found comes below a screen of them.
   */
  function isToBeShown({ asked, shown, counted }: UnderWay, step: SearchStep<Found>): boolean {
    const { guesses, count = 0, settled } = step;
    if (guesses) return true;
    if (asked.again || asked.unreadOnly) return false;
    if (count > asked.screenful && !counted) return true;
    return !shown && settled !== undefined && settled() >= asked.screenful;
  }

  function show(search: UnderWay, found: readonly Found[], count?: number | null): void {
    const { asked, shown } = search;
    const { where, query, again } = asked;
    search.shown = true;
    search.counted ||= typeof count === 'number';
    const items = listed(asked, found);
    answer({
      type: 'found',
      where,
      query,
      items,
      more: again || shown,
      ...(count === undefined ? {} : { count }),
    });
  }

  function failedSearch(error: unknown): void {
    const asked = wanted ?? latest;
    wanted = null;
    latest = null;
    answer({ type: 'failed', failure: failed(error) });
    if (asked !== null) answer({ type: 'search-settled', where: asked.where, query: asked.query });
  }

  function search(effect: SearchEffect): void {
    const begun = wanted !== null;
    wanted = effect;
    if (pause !== null) clearTimeout(pause);
    pause = null;
    if (textQuery(effect.query) !== null) pause = setTimeout(start, TEXT_PAUSE);
    else if (!begun || waits) setImmediate(start);
    waits = pause !== null;
  }

  function start(): void {
    // A query that came later, or full texts that are still being typed, begin by themselves.
    if (wanted === null || (pause !== null && textQuery(wanted.query) === null)) return;
    pause = null;
    void find().catch(failedSearch);
  }

  return { begin: search, isUnderWay: () => wanted !== null || latest !== null };
}
