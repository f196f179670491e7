import { fit } from '../../korean/fit.ts';
import { say } from '../../messages/index.ts';
import type { Context } from './context.ts';

/** The progress of a long task. */
export interface Progress {
  /** Counts one more as done; the label names it. */
  step(label: string): void;
  end(): void;
}

const BAR = 24;
const LABEL = 30;
const ENDING: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM'];

/**
 * Shows the progress of a long task and the time that the rest may take, on stderr if that is a terminal: as
 * a bar or, in the line-by-line mode, in words at the beginning alone. Otherwise, and with nothing to do, it
 * shows nothing.
 */
export async function startProgress(
  { stderr, plain, language }: Context,
  what: string,
  total: number,
): Promise<Progress> {
  if (!stderr.isTTY || total === 0) return { step: () => undefined, end: () => undefined };
  if (plain) {
    stderr.write(`${say(language, 'progress.begins', { what, total })}\n`);
    return { step: () => undefined, end: () => undefined };
  }
  const { default: progress } = await import('cli-progress');
  const bar = new progress.SingleBar({
    stream: stderr,
    barsize: BAR,
    clearOnComplete: true,
    hideCursor: true,
    // Its own way keeps the signal from the program.
    gracefulExit: false,
    format: (options, { progress: done, value, total: all, eta }, { label }) => {
      const filled = Math.round(done * (options.barsize ?? BAR));
      const left = Number.isFinite(Number(eta))
        ? say(language, 'progress.left', { seconds: Number(eta) })
        : '';
      return `[${'#'.repeat(filled)}${'-'.repeat(BAR - filled)}] ${value}/${all} ${left} ${fit(String(label), LABEL)}`;
    },
  });
  /** Gives the cursor and the terminal's line wrapping back, then ends the program as if there had been no bar. */
  const stop = (signal: NodeJS.Signals): void => {
    end();
    process.kill(process.pid, signal);
  };
  const end = (): void => {
    for (const signal of ENDING) process.off(signal, stop);
    bar.stop();
  };
  for (const signal of ENDING) process.once(signal, stop);
  bar.start(total, 0, { label: what });
  return { step: (label) => bar.increment(1, { label }), end };
}
