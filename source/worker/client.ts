/**
 * The reader's side of the worker: a process of its own asks the network, so that no key waits while a feed
 * or a page is parsed, and its memory is given back when it is done.
 */
import { asFailure, Failure } from '../failure.ts';
import type { Article } from '../model.ts';
import type { Rendered } from '../photos/render.ts';
import type { FetchedFeed, Fetching } from '../reader/fetching/fetching.ts';
import type { PhotoJob, PhotoSource } from '../reader/photos/photos.ts';
import { createWorkerProcess, type WorkerProcessParts } from './process.ts';
import { type Answer, fromWire, type Job, type Request, toWire } from './protocol.ts';

export type { WorkerChild } from './process.ts';

/** The longest times that jobs may take from when the worker has them, in ms. */
export interface Deadlines {
  readonly feed: number;
  /** For a photo too. */
  readonly page: number;
}

export interface RemoteFetchingParts extends Pick<WorkerProcessParts, 'start' | 'rests'> {
  /** Does the work in this process, if no worker can be started. */
  instead(): Fetching;
  readonly deadlines: Deadlines;
}

/** A job under way. */
interface Asked {
  readonly request: Request;
  /** Called with the answer; with null if no worker could be started. */
  readonly settle: (answer: Answer | null) => void;
  deadline: NodeJS.Timeout | undefined;
  /** A worker ended before its answer came: it may have been the job's own fault. */
  lost: boolean;
}

/**
 * Feeds handed to the worker at once, as many as it asks the network for at once: the others wait here, where
 * waiting does not count as work.
 */
const FEEDS_AT_ONCE = 4;

/** A deadline that is reported later than this, in ms, says that this process was stopped or slept, not that the worker is stuck. */
const LATE = 2000;

export function createRemoteFetching({ start, instead, rests, deadlines }: RemoteFetchingParts): Fetching {
  const underWay = new Map<number, Asked>();
  const queued: Asked[] = [];
  let last = 0;
  let own: Fetching | null = null;
  let closed = false;

  const worker = createWorkerProcess({
    start,
    rests,
    onAnswer: (answer) => settle(answer.number, answer),
    onLost: redo,
  });

  function settle(number: number, answer: Answer | null): void {
    const asked = underWay.get(number);
    if (asked === undefined) return;
    clearTimeout(asked.deadline);
    underWay.delete(number);
    asked.settle(answer);
    handOutFeeds();
    if (underWay.size === 0) worker.rest();
  }

  function fail({ request: { number } }: Asked, why: unknown): void {
    settle(number, { number, failure: toWire(why) });
  }

  /** Gives the jobs of a dead worker to a fresh one: a job that ended a process would end this one too. */
  function redo(ready: boolean): void {
    for (const asked of [...underWay.values()]) {
      if (!ready) settle(asked.request.number, null);
      else if (asked.lost) fail(asked, new Error('the worker ended'));
      else {
        asked.lost = true;
        hand(asked);
      }
    }
  }

  /** A worker that is stopped or spins never says so: its time is over, and it is killed. The job is not tried again. */
  function giveUp(asked: Asked, allowed: number): void {
    const { ready } = worker;
    worker.kill();
    fail(asked, new Failure('worker-stuck', { seconds: Math.round(allowed / 1000) }));
    redo(ready);
  }

  function watch(asked: Asked): void {
    const allowed = 'feed' in asked.request ? deadlines.feed : deadlines.page;
    const begun = performance.now();
    clearTimeout(asked.deadline);
    asked.deadline = setTimeout(() => {
      if (performance.now() - begun > allowed + LATE) watch(asked);
      else giveUp(asked, allowed);
    }, allowed);
    asked.deadline.unref();
  }

  function hand(asked: Asked): void {
    underWay.set(asked.request.number, asked);
    watch(asked);
    try {
      worker.send(asked.request);
    } catch {
      settle(asked.request.number, null);
    }
  }

  function handOutFeeds(): void {
    for (;;) {
      const feeds = [...underWay.values()].filter(({ request }) => 'feed' in request).length;
      const next = feeds < FEEDS_AT_ONCE ? queued.shift() : undefined;
      if (next === undefined) return;
      hand(next);
    }
  }

  async function ask(job: Job): Promise<Answer | null> {
    if (closed) throw new Failure('cut-off', { host: '' });
    return new Promise((resolve) => {
      last += 1;
      const asked: Asked = {
        request: { ...job, number: last },
        settle: resolve,
        deadline: undefined,
        lost: false,
      };
      if (!('feed' in job)) return hand(asked);
      queued.push(asked);
      handOutFeeds();
    });
  }

  function inThisProcess(): Fetching {
    own ??= instead();
    return own;
  }

  return {
    async feed(section): Promise<FetchedFeed> {
      try {
        const answer = await ask({ feed: section });
        if (answer === null) return await inThisProcess().feed(section);
        if ('failure' in answer) throw fromWire(answer.failure);
        const { feed } = answer as Extract<Answer, { feed: unknown }>;
        return { ...feed, failure: feed.failure === null ? null : fromWire(feed.failure) };
      } catch (error) {
        return { added: 0, problems: 0, failure: asFailure(error) };
      }
    },

    async page(target): Promise<Article> {
      const answer = await ask({ page: target });
      if (answer === null) return inThisProcess().page(target);
      if ('failure' in answer) throw fromWire(answer.failure);
      return (answer as Extract<Answer, { article: Article }>).article;
    },

    async photo(job: PhotoJob): Promise<Rendered> {
      const answer = await ask({ photo: job });
      if (answer === null) return inThisProcess().photo(job);
      if ('failure' in answer) throw fromWire(answer.failure);
      return (answer as Extract<Answer, { rendered: Rendered }>).rendered;
    },

    async keepPhoto(source: PhotoSource): Promise<boolean> {
      const answer = await ask({ keepPhoto: source });
      if (answer === null) return inThisProcess().keepPhoto(source);
      if ('failure' in answer) throw fromWire(answer.failure);
      return (answer as Extract<Answer, { fetched: boolean }>).fetched;
    },

    prepare() {
      if (closed || underWay.size > 0) return;
      try {
        worker.prepare();
      } catch {
        // If no worker can be started, the first job finds that out.
      }
    },

    async close() {
      closed = true;
      // Also in the middle of a slow page, and if it is stopped. Whatever it has kept is kept.
      worker.kill();
      for (const asked of queued.splice(0)) underWay.set(asked.request.number, asked);
      for (const asked of [...underWay.values()]) fail(asked, new Failure('cut-off', { host: '' }));
      await own?.close();
    },
  };
}
