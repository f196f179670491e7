import { EventEmitter } from 'node:events';
import type { Fetching } from '../../source/reader/fetching/fetching.ts';
import { type Answer, READY, type Request } from '../../source/worker/protocol.ts';
import { answer } from '../../source/worker/serve.ts';
import { articleOf, headline } from '../support/fake-headlines.ts';

export const ARTICLE = articleOf(headline(1));
export const FEED = { added: 3, problems: 1, failure: null };

/** The fetching of a worker, with its answers and the requests that it got. */
export function fetching(change: Partial<Fetching> = {}) {
  const asked: string[] = [];
  const parts: Fetching = {
    feed: async (section) => {
      asked.push(`feed ${section}`);
      return FEED;
    },
    page: async ({ id }) => {
      asked.push(`page ${id}`);
      return ARTICLE;
    },
    photo: async ({ url }) => {
      asked.push(`photo ${url}`);
      return { width: 2, height: 1, data: 'AAAA' };
    },
    keepPhoto: async ({ url }) => {
      asked.push(`keep ${url}`);
      return true;
    },
    prepare: () => asked.push('prepare'),
    close: async () => {
      asked.push('close');
    },
    ...change,
  };
  return { asked, ...parts };
}

/** A worker process without a process: messages both ways go through JSON, as between two. */
export class FakeWorker extends EventEmitter {
  killed = false;
  left = false;
  readonly #work: Fetching;
  /** Null if it never answers. */
  constructor(work: Fetching, starts = true) {
    super();
    this.#work = work;
    if (starts) queueMicrotask(() => this.emit('message', READY));
  }
  send(request: Request): boolean {
    void answer(this.#work, JSON.parse(JSON.stringify(request))).then((told: Answer) =>
      this.emit('message', JSON.parse(JSON.stringify(told))),
    );
    return true;
  }
  disconnect(): void {
    this.left = true;
  }
  kill(): boolean {
    this.killed = true;
    return true;
  }
  unref(): void {}
}
