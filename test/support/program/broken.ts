// Makes the built program break on a signal, as a fault of its own would: `node --import …/broken.ts
// dist/bin.js`. Its process id is written into $BROKEN_PID; SIGUSR2 makes it break in the way $BROKEN names.
import { writeFileSync } from 'node:fs';

const WORDS = '기사에서 읽은 문장';

Error.stackTraceLimit = 100;

const WAYS: Readonly<Record<string, () => void>> = {
  exception: () => {
    throw new Error(WORDS);
  },
  rejection: () => {
    void Promise.reject(new Error(WORDS));
  },
  /** From then on, whenever Ink has the views drawn: React tries it a second time. */
  component: () => {
    const { map } = Array.prototype;
    // biome-ignore lint/suspicious/noExplicitAny: it stands in for a function of any type
    Array.prototype.map = function (this: any[], ...all: Parameters<typeof map>) {
      const { stack = '' } = new Error();
      if (stack.includes('/chunks/ink-') && /\/(?:cli\.js|chunks\/(?!ink-))/.test(stack))
        throw new Error(WORDS);
      return map.apply(this, all);
    } as typeof map;
  },
  'lost terminal': () => {
    process.stdout.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
  },
};

// The worker, which is started with the same flags, is not the one that breaks.
if (process.send === undefined) writeFileSync(process.env.BROKEN_PID!, String(process.pid));
process.on('SIGUSR2', WAYS[process.env.BROKEN ?? ''] ?? (() => undefined));
