import { writeSync } from 'node:fs';
import { endBySignal } from '../system/ending.ts';

/**
 * Undoes everything a full screen may have set: styles, the mouse, bracketed paste, keyboard protocols, wrapping off,
 * the hidden cursor, and last the alternate screen.
 */
export const RESTORE =
  '\x1b[0m\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?2004l\x1b[<u\x1b[>4;0m\x1b[?7h\x1b[?25h\x1b[?1049l';

/** The file descriptor is written to directly: the stream may still hold earlier writes back. */
const STDOUT = 1;

export interface Guard {
  /** Gives the terminal back now; a second time does nothing. */
  release(): void;
}

export interface GuardOptions {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  /** Called before the terminal is given back; nothing may be drawn on it afterwards. */
  readonly onRelease: () => void;
  /** Further sequences to write before the terminal is given back. */
  readonly farewell: () => string;
  /** Called with the error that ended the program, once the terminal is given back. */
  readonly onCrash: (error: unknown) => void;
  /** Saves unsaved state before the program ends by a signal. */
  readonly onEnd: () => void;
  /** Whether another program has the terminal: its Ctrl-c reaches this one too, and is not meant for it. */
  readonly isLent: () => boolean;
}

/** The exit status a shell reports for a death by each signal. */
const BY_SIGNAL = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * Ends the process by a signal, as if it were not handled. `process.exit` would wait for V8's compilers, and one of
 * those may wait for this thread to collect garbage, for ever (nodejs/node#54918).
 */
function dieOf(signal: keyof typeof BY_SIGNAL, status: number): void {
  process.emit('exit', status);
  process.removeAllListeners(signal);
  endBySignal(signal);
}

/**
 * Gives the terminal back at every end of the program: normal, by a signal, or by an uncaught exception or
 * rejected promise. Writes synchronously, since the process may end at any moment.
 */
export function guardTerminal(options: GuardOptions): Guard {
  const { stdin, stdout, farewell, onRelease, onCrash, onEnd, isLent } = options;
  let released = false;

  function release(): void {
    if (released) return;
    released = true;
    onRelease();
    process.off('exit', release);
    process.off('uncaughtException', crash);
    process.off('unhandledRejection', crash);
    for (const [signal, handler] of handlers) process.off(signal, handler);
    try {
      if (stdin.isTTY) stdin.setRawMode(false);
      if (stdout.isTTY) writeSync(STDOUT, farewell() + RESTORE);
    } catch {
      // The terminal is gone: there is nothing to give back.
    }
  }

  function crash(error: unknown): void {
    release();
    onCrash(error);
    process.exit(1);
  }

  const handlers = Object.entries(BY_SIGNAL).map(([signal, status]) => {
    const handler = (): void => {
      if (signal === 'SIGINT' && isLent()) return;
      release();
      onEnd();
      dieOf(signal as keyof typeof BY_SIGNAL, status);
    };
    return [signal as keyof typeof BY_SIGNAL, handler] as const;
  });

  process.on('exit', release);
  process.on('uncaughtException', crash);
  process.on('unhandledRejection', crash);
  for (const [signal, handler] of handlers) process.on(signal, handler);
  return { release };
}
