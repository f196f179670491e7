/** Links handed to the desktop: to a browser, and to the clipboard. Loaded when they are asked for. */
import type { BrowserEnding, BrowserOutcome } from '../../terminal/browser.ts';
import type { CopyResult } from '../../terminal/clipboard.ts';

export interface DesktopParts {
  readonly env: NodeJS.ProcessEnv;
  /** Writes to the terminal. */
  write(sequence: string): void;
  /** Lends the terminal to another program until `run` resolves. */
  lend(run: () => Promise<BrowserEnding>): Promise<BrowserEnding>;
}

export interface Desktop {
  /** @param report called with what came of it, and again if a browser fails a little later. */
  openBrowser(url: string, report: (outcome: BrowserOutcome) => void): Promise<void>;
  copy(text: string): Promise<CopyResult>;
}

export function createDesktop({ env, write, lend }: DesktopParts): Desktop {
  const { platform } = process;
  return {
    async openBrowser(url, report) {
      const [{ openInBrowser }, { isFile, runOnTerminal, startDetached }] = await Promise.all([
        import('../../terminal/browser.ts'),
        import('../../terminal/start-browser.ts'),
      ]);
      const parts = {
        env,
        platform,
        isFile,
        start: startDetached,
        lend: (...started: Parameters<typeof runOnTerminal>) => lend(() => runOnTerminal(...started)),
      };
      await openInBrowser(url, parts, report);
    },

    async copy(text) {
      const [{ copyText }, { runWithInput }] = await Promise.all([
        import('../../terminal/clipboard.ts'),
        import('../../terminal/run-with-input.ts'),
      ]);
      return copyText(text, {
        env,
        platform,
        write,
        run: (command, args, input) => runWithInput(command, args, input, env),
      });
    },
  };
}
