/** The worker's side: it does the jobs that the reader's process sends, and ends with it. */
import type { Fetching } from '../reader/fetching/fetching.ts';
import { type Answer, READY, type Request, toWire } from './protocol.ts';
import { dieWithReader } from './watcher.ts';

/** Does jobs for the process that started this one until that process is gone. */
export function serve(fetching: Fetching): void {
  let watched = false;
  process.on('message', (request: Request) => {
    // The first request goes out before the thread is made: that takes some ms.
    if (!watched) setImmediate(dieWithReader);
    watched = true;
    void answer(fetching, request).then((done) => {
      if (process.connected) process.send?.(done);
    });
  });
  process.on('disconnect', end);
  process.send?.(READY);
  // The first job, whatever it is, is likely to need this; modules that load while a request travels cost no
  // time.
  setImmediate(fetching.prepare);
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
    if ('photo' in request) return { number, rendered: await fetching.photo(request.photo) };
    if ('keepPhoto' in request) return { number, fetched: await fetching.keepPhoto(request.keepPhoto) };
    const { failure, ...feed } = await fetching.feed(request.feed);
    return { number, feed: { ...feed, failure: failure === null ? null : toWire(failure) } };
  } catch (error) {
    return { number, failure: toWire(error) };
  }
}
