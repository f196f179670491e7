/** Keeping the feeds' headlines, and the search index and the stories made of them. */
import { setImmediate as turn } from 'node:timers/promises';
import type { FeedHeadline } from '../../model.ts';
import { createQueue } from '../../net/queue.ts';
import type { Archive, FeedAnswer, FeedState } from '../../storage/types.ts';
import type { createStories } from '../stories.ts';

export interface Intake {
  /** Says that a feed has been asked for, and nothing is indexed meanwhile; the result says that it was taken, or failed. */
  expect(): () => void;
  /**
   * Reads a feed's answer when its turn comes and keeps it, with those that arrive together in one
   * transaction. Resolves to the result of reading and the number of new headlines. Rejects with errors of
   * reading or the archive.
   */
  take<Read extends FeedRead>(state: FeedState, read: () => Promise<Read>): Promise<Read & Kept>;
  /** Indexes texts, some at a time, once no more feeds come. */
  later(): void;
  /** Indexes and groups some of the remaining headlines, since the process is about to end. */
  close(): Promise<void>;
}

interface FeedRead {
  readonly headlines: readonly FeedHeadline[];
}

interface Kept {
  readonly added: number;
}

interface Waiting extends FeedAnswer {
  resolve(added: number): void;
  reject(error: unknown): void;
}

/**
 * The number of feeds kept in one transaction, whose lock another process may wait for: 200 headlines, some
 * 15 ms.
 */
const TOGETHER = 4;
/**
 * The pause in coming feeds before new headlines are indexed, and the pause between two slices of that; in
 * ms.
 */
const INDEX_AFTER = 100;
const BETWEEN_SLICES = 20;
/** Slices when the process is about to end, of 200 titles or 30 texts and 50 headlines to be grouped. */
const SLICES_AT_END = 3;
/**
 * With more new headlines than this the end waits for none of it: in a first fill, headlines are found
 * without the index too, and a later process indexes and groups them.
 */
const FIRST_FILL = 600;

export function createIntake(archive: Archive, storiesFile: string): Intake {
  /** Feeds are read one at a time, so that other work, a key above all, comes before the next. */
  const inTurn = createQueue(1);
  let expected = 0;
  let reading = 0;
  let came = 0;
  let waiting: Waiting[] = [];

  function keepAll(): void {
    const feeds = waiting;
    waiting = [];
    if (feeds.length === 0) return;
    try {
      const added = archive.putFeeds(feeds);
      feeds.forEach((feed, at) => {
        came += added[at]!;
        feed.resolve(added[at]!);
      });
    } catch {
      // A feed that cannot be kept does not stop the others.
      for (const feed of feeds) {
        try {
          feed.resolve(archive.putFeeds([feed])[0]!);
        } catch (error) {
          feed.reject(error);
        }
      }
    }
    if (feeds.some(({ headlines }) => headlines.length > 0)) later();
  }

  /** Keeps the feeds read so far, unless more are about to be. */
  function keepSoon(): void {
    if (waiting.length >= TOGETHER) keepAll();
    else if (reading === 0 && waiting.length > 0) setImmediate(() => reading === 0 && keepAll());
  }

  async function take<Read extends FeedRead>(
    state: FeedState,
    read: () => Promise<Read>,
  ): Promise<Read & Kept> {
    reading += 1;
    let answer: Read;
    try {
      answer = await inTurn(async () => {
        await turn();
        return read();
      });
    } finally {
      reading -= 1;
      // Keeps the feeds before, which waited for this one.
      keepSoon();
    }
    const added = await new Promise<number>((resolve, reject) => {
      waiting.push({ state, headlines: answer.headlines, resolve, reject });
      keepSoon();
    });
    return { ...answer, added };
  }

  let timer: NodeJS.Timeout | null = null;
  let isLeft = false;
  let isClosed = false;
  /** The slice that a timer began; the archive may be closed only behind it. */
  let running: Promise<void> = Promise.resolve();

  function later(): void {
    isLeft = archive.mode === 'read-write';
    if (isLeft) schedule(INDEX_AFTER);
  }

  function schedule(ms: number): void {
    if (timer !== null) clearTimeout(timer);
    if (isClosed) return;
    timer = setTimeout(() => {
      running = work();
    }, ms).unref();
  }

  async function work(): Promise<void> {
    if (expected > 0) return schedule(INDEX_AFTER);
    isLeft = await slice();
    if (isLeft) schedule(BETWEEN_SLICES);
  }

  /**
   * Indexes and groups some of the new headlines; false if none are left. Headlines that cannot be indexed
   * are found all the same.
   */
  async function slice(): Promise<boolean> {
    const { indexSome } = await import('../indexing.ts');
    const isGroupingLeft = await groupSome();
    try {
      return indexSome(archive) || isGroupingLeft;
    } catch {
      // The next feed tries it again, and a search shows the failure.
      return isGroupingLeft;
    }
  }

  let stories: Promise<ReturnType<typeof createStories>> | null = null;

  /**
   * Groups some of the new headlines into stories; false when all are grouped. Failures are ignored: stories
   * can be made again.
   */
  async function groupSome(): Promise<boolean> {
    stories ??= import('../stories.ts').then((module) => module.createStories(archive, storiesFile));
    try {
      return (await stories).groupSome();
    } catch {
      return false;
    }
  }

  return {
    expect() {
      expected += 1;
      return () => {
        expected -= 1;
      };
    },
    take,
    later,
    async close() {
      isClosed = true;
      if (timer !== null) clearTimeout(timer);
      await running;
      const slices = came > FIRST_FILL ? 0 : SLICES_AT_END;
      for (let done = 0; done < slices && isLeft; done += 1) isLeft = await slice();
      (await stories)?.close();
    },
  };
}
