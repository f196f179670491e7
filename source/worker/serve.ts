/** The helper's side: it opens what is kept and the network for itself, and does what it is asked. */
import { openFetching } from '../compose.ts';
import type { Fetching } from '../reader/fetching.ts';
import { type Answer, READY, type Request, tellFailure } from './protocol.ts';
import { dieWithReader } from './watcher.ts';

/** Serves the process that started this one, until that one is gone. */
export function serve(): void {
  const fetching = openFetching({ env: process.env, now: Date.now });
  let watched = false;
  process.on('message', (request: Request) => {
    // The first request goes out before the thread is made: that takes some ms.
    if (!watched) setImmediate(dieWithReader);
    watched = true;
    void answer(fetching, request).then((told) => {
      if (process.connected) process.send?.(told);
    });
  });
  process.on('disconnect', end);
  process.send?.(READY);
}

/** All it was to keep is kept. Not by `process.exit`, which may wait for V8's compilers for ever (nodejs/node#54918). */
function end(): void {
  process.getBuiltinModule('node:module').flushCompileCache?.();
  process.kill(process.pid, 'SIGKILL');
}

/** Does one job; resolves to its answer, a failure too. */
export async function answer(fetching: Fetching, request: Request): Promise<Answer> {
  const { number } = request;
  try {
    if ('page' in request) return { number, article: await fetching.page(request.page) };
    const { failure, ...feed } = await fetching.feed(request.feed);
    return { number, feed: { ...feed, failure: failure === null ? null : tellFailure(failure) } };
  } catch (error) {
    return { number, failure: tellFailure(error) };
  }
}
