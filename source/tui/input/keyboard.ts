/** Reading the keyboard: raw mode, bracketed paste, and chunks made into keys. */
import { createInputParser, type Input } from './parse-input.ts';

/** The keyboard of a terminal that is being listened to. */
export interface Keyboard {
  /** Leaves the keyboard to another program, until it is resumed. */
  pause(): void;
  resume(): void;
  end(): void;
}

const PASTE_ON = '\x1b[?2004h';
const PASTE_OFF = '\x1b[?2004l';

/**
 * Listens to a terminal's keyboard. `onKeys` is called once for all keys of a chunk, so that they are one frame;
 * `onClosed` when the terminal is gone.
 */
export function listenToKeys(
  stdin: NodeJS.ReadStream,
  stdout: NodeJS.WriteStream,
  onKeys: (inputs: readonly Input[]) => void,
  onClosed: () => void,
): Keyboard {
  const parser = createInputParser();
  let timer: NodeJS.Timeout | undefined;
  let turn: NodeJS.Immediate | undefined;

  function notify(inputs: readonly Input[]): void {
    if (inputs.length > 0) onKeys(inputs);
  }

  function stopWaiting(): void {
    clearTimeout(timer);
    clearImmediate(turn);
  }

  function flush(): void {
    notify(parser.flush());
  }

  function onData(chunk: string): void {
    stopWaiting();
    notify(parser.push(chunk));
    const wait = parser.waiting();
    if (wait === null) return;
    timer = setTimeout(() => {
      // What came while the process was busy is read first.
      turn = setImmediate(flush);
    }, wait);
  }

  function resume(): void {
    stdin.setRawMode(true);
    stdout.write(PASTE_ON);
    stdin.on('data', onData);
    stdin.resume();
  }

  function pause(): void {
    stopWaiting();
    parser.flush();
    stdin.off('data', onData);
    stdin.pause();
    stdout.write(PASTE_OFF);
    try {
      stdin.setRawMode(false);
    } catch {
      // The terminal is gone: there is nothing to give back.
    }
  }

  stdin.setEncoding('utf8');
  stdin.on('end', onClosed);
  stdin.on('error', onClosed);
  resume();
  return {
    pause,
    resume,
    end() {
      stdin.off('end', onClosed);
      stdin.off('error', onClosed);
      pause();
      stdin.unref();
    },
  };
}
