/**
 * The reader's side: what asks the network is a process of its own, so that no key waits while a feed or a page is
 * parsed, and the memory for it is given back when it is done.
 */
import type { ChildProcess } from 'node:child_process';
import { asFailure, Failure } from '../failure.ts';
import type { Article } from '../model.ts';
import type { FetchedFeed, Fetching } from '../reader/fetching.ts';
import { type Answer, failureTold, type Job, READY, type Request, tellFailure } from './messages.ts';

/** What is needed of a child process. */
export type Helper = Pick<ChildProcess, 'send' | 'on' | 'disconnect' | 'kill' | 'unref'>;

export interface HelpedParts {
  /** Starts the helper. */
  start(): Helper;
  /** Does the work in this process, where no helper can be had. */
  instead(): Fetching;
  /** How long a helper without work is kept, in ms. */
  readonly idle: number;
}

/** The answer to a job; null where no helper could be had for it. */
type Settle = (answer: Answer | null) => void;

export function createHelped({ start, instead, idle }: HelpedParts): Fetching {
  const waiting = new Map<number, Settle>();
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
      // What ended the helper would end this process too, if it were tried here.
      if (helper === fresh) drop(ready ? new Error('the helper ended') : null);
    };
    fresh.on('message', (said: Answer | typeof READY) => {
      if (said === READY) ready = true;
      else settle(said.number, said);
    });
    fresh.on('exit', lost);
    fresh.on('error', lost);
    // The reader's end is not put off for it.
    fresh.unref();
    helper = fresh;
    return fresh;
  }

  function settle(number: number, answer: Answer | null): void {
    const told = waiting.get(number);
    waiting.delete(number);
    told?.(answer);
    if (waiting.size > 0 || helper === null) return;
    resting = setTimeout(() => {
      // It ends by itself, and so keeps what Node compiled for the next one.
      helper?.disconnect();
      drop(null);
    }, idle);
    resting.unref();
  }

  /** There is no helper any more: what it still had to do failed, or is to be done here. */
  function drop(why: unknown): void {
    clearTimeout(resting);
    helper = null;
    for (const number of [...waiting.keys()]) {
      settle(number, why === null ? null : { number, failure: tellFailure(why) });
    }
  }

  async function ask(job: Job): Promise<Answer | null> {
    if (closed) throw new Failure('cut-off', { host: '' });
    return new Promise((resolve) => {
      clearTimeout(resting);
      last += 1;
      const request: Request = { ...job, number: last };
      waiting.set(request.number, resolve);
      try {
        started().send(request, (error) => {
          if (error !== null) settle(request.number, null);
        });
      } catch {
        settle(request.number, null);
      }
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
      // Also from the middle of a page that takes its time.
      helper?.kill();
      drop(new Failure('cut-off', { host: '' }));
      await own?.close();
    },
  };
}
