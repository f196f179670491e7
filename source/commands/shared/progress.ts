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
    // The first signal ends the bar and shows the cursor again; only a second one ends the program.
    gracefulExit: true,
    format: (options, { progress: done, value, total: all, eta }, { label }) => {
      const filled = Math.round(done * (options.barsize ?? BAR));
      const left = Number.isFinite(Number(eta))
        ? say(language, 'progress.left', { seconds: Number(eta) })
        : '';
      return `[${'#'.repeat(filled)}${'-'.repeat(BAR - filled)}] ${value}/${all} ${left} ${fit(String(label), LABEL)}`;
    },
  });
  bar.start(total, 0, { label: what });
  return { step: (label) => bar.increment(1, { label }), end: () => bar.stop() };
}
