/** Giving the terminal to the shell or to another program for a while, and taking it back. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Keyboard } from '../input/keyboard.ts';
import type { Display } from './display.ts';

export interface HandingOverParts {
  readonly keyboard: Pick<Keyboard, 'pause' | 'resume'>;
  readonly display: Pick<Display, 'leave' | 'enter' | 'forget'>;
  /** The process; tests pass another one in. */
  readonly system?: Pick<NodeJS.Process, 'platform' | 'kill'>;
  /** Asks the terminal for its size, which may have changed meanwhile, and has the state take it. */
  measure(): void;
}

export interface HandingOver {
  /** Stops this program until the shell continues it (Ctrl-z and fg); not on Windows. */
  suspend(): Promise<void>;
  /** Lends the terminal to another program until `run` resolves. */
  lend<Result>(run: () => Promise<Result>): Promise<Result>;
  /** Takes the terminal back after SIGCONT, from the shell or another program. */
  onContinue(): void;
  /** Whether another program has the terminal: its Ctrl-c is not meant for this one. */
  readonly lent: boolean;
}

/** The pause in which a stopped process stops, in ms: it is over as soon as the process continues. */
const STOPPING = 50;

export function createHandingOver({
  keyboard,
  display,
  measure,
  system = process,
}: HandingOverParts): HandingOver {
  let suspending = false;
  let lent = false;

  function give(): void {
    keyboard.pause();
    display.leave();
  }

  function takeBack(): void {
    keyboard.resume();
    display.forget();
    measure();
    display.enter();
  }

  return {
    get lent() {
      return lent;
    },

    async suspend() {
      if (suspending || lent || system.platform === 'win32') return;
      suspending = true;
      give();
      // The whole group, as the terminal itself does: npx waits in front of us.
      system.kill(0, 'SIGTSTP');
      await sleep(STOPPING);
      suspending = false;
      takeBack();
    },

    async lend(run) {
      lent = true;
      give();
      try {
        return await run();
      } finally {
        lent = false;
        takeBack();
      }
    },

    onContinue() {
      if (suspending || lent) return;
      keyboard.pause();
      takeBack();
    },
  };
}
