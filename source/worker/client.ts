/**
 * The reader's side: what asks the network is a process of its own, so that no key waits while a feed or a page is
 * parsed, and the memory for it is given back when it is done.
 */
import type { ChildProcess } from 'node:child_process';
import { asFailure, Failure } from '../failure.ts';
import type { Article } from '../model.ts';
import type { FetchedFeed, Fetching } from '../reader/fetching.ts';
import { type Answer, failureTold, type Job, READY, type Request, tellFailure } from './protocol.ts';

/** What is needed of a child process. */
export type Helper = Pick<ChildProcess, 'send' | 'on' | 'disconnect' | 'kill' | 'unref' | 'channel'>;

export interface HelpedParts {
  /** Starts the helper. */
  start(): Helper;
  /** Does the work in this process, where no helper can be had. */
  instead(): Fetching;
  /** How long a helper without work is kept, in ms. */
  readonly idle: number;
}

/** A job under way. */
interface Asked {
  readonly request: Request;
  /** Given the answer; null where no helper could be had. */
  readonly settle: (answer: Answer | null) => void;
  /** A helper ended before its answer came: it may have been the job's own fault. */
  lost: boolean;
}

export function createHelped({ start, instead, idle }: HelpedParts): Fetching {
  const waiting = new Map<number, Asked>();
  let helper: Helper | null = null;
  let last = 0;
  let resting: NodeJS.Timeout | undefined;
  let own: Fetching | null = null;
  let closed = false;

  function started(): Helper {
    if (helper !== null) return helper;
    const fresh = start();
    let ready = false;
    const lost = (): void => {
      if (helper !== fresh) return;
      helper = null;
      for (const asked of [...waiting.values()]) {
        if (!ready) settle(asked.request.number, null);
        else if (asked.lost) fail(asked, new Error('the helper ended'));
        else again(asked);
      }
    };
    fresh.on('message', (said: Answer | typeof READY) => {
      if (said === READY) ready = true;
      else settle(said.number, said);
    });
    fresh.on('exit', lost);
    fresh.on('error', lost);
    // The reader's end is not put off for it.
    fresh.unref();
    fresh.channel?.unref();
    helper = fresh;
    return fresh;
  }

  function settle(number: number, answer: Answer | null): void {
    const asked = waiting.get(number);
    waiting.delete(number);
    asked?.settle(answer);
    if (waiting.size > 0 || helper === null) return;
    clearTimeout(resting);
    resting = setTimeout(() => {
      // It ends by itself, and so keeps what Node compiled for the next one.
      helper?.disconnect();
      helper = null;
    }, idle);
    resting.unref();
  }

  function fail({ request: { number } }: Asked, why: unknown): void {
    settle(number, { number, failure: tellFailure(why) });
  }

  /** Once more, by a fresh helper: not here, since what ended the helper would end this process too. */
  function again(asked: Asked): void {
    asked.lost = true;
    send(asked.request);
  }

  function send(request: Request): void {
    try {
      // Where it cannot be sent any more, the helper's end is about to be told.
      started().send(request, () => undefined);
    } catch {
      settle(request.number, null);
    }
  }

  async function ask(job: Job): Promise<Answer | null> {
    if (closed) throw new Failure('cut-off', { host: '' });
    return new Promise((resolve) => {
      clearTimeout(resting);
      last += 1;
      const request: Request = { ...job, number: last };
      waiting.set(request.number, { request, settle: resolve, lost: false });
      send(request);
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
        if ('failure' in answer) throw failureTold(answer.failure);
        const { feed } = answer as Extract<Answer, { feed: unknown }>;
        return { ...feed, failure: feed.failure === null ? null : failureTold(feed.failure) };
      } catch (error) {
        return { added: 0, problems: 0, failure: asFailure(error) };
      }
    },

    async page(target): Promise<Article> {
      const answer = await ask({ page: target });
      if (answer === null) return inThisProcess().page(target);
      if ('failure' in answer) throw failureTold(answer.failure);
      return (answer as Extract<Answer, { article: Article }>).article;
    },

    async close() {
      closed = true;
      clearTimeout(resting);
      // Also one in the middle of a page that takes its time, or one that is stopped. What it has kept is kept.
      helper?.kill('SIGKILL');
      helper = null;
      for (const asked of [...waiting.values()]) fail(asked, new Failure('cut-off', { host: '' }));
      await own?.close();
    },
  };
}
