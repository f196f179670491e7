/** Reading the keyboard: raw mode, bracketed paste, and chunks made into keys. */
import type { Event } from '../state/events.ts';
import { createInputParser, type Input } from './parse-input.ts';

export interface Listening {
  /** Leaves the keyboard to another program for a while. */
  pause(): void;
  resume(): void;
  end(): void;
}

const PASTE_ON = '\x1b[?2004h';
const PASTE_OFF = '\x1b[?2004l';

/**
 * Listens to a terminal's keyboard; the keys of a chunk are told together, so that they are one frame. `onClosed`
 * is called when the terminal is gone.
 */
export function listenToKeys(
  stdin: NodeJS.ReadStream,
  stdout: NodeJS.WriteStream,
  onKeys: (events: readonly Event[]) => void,
  onClosed: () => void,
): Listening {
  const parser = createInputParser();
  let timer: NodeJS.Timeout | undefined;

  function tell(inputs: readonly Input[]): void {
    if (inputs.length === 0) return;
    onKeys(
      inputs.map((each) =>
        'key' in each ? { type: 'key', key: each.key } : { type: 'paste', text: each.paste },
      ),
    );
  }

  function onData(chunk: string): void {
    clearTimeout(timer);
    tell(parser.push(chunk));
    const wait = parser.waiting();
    if (wait !== null) timer = setTimeout(() => tell(parser.flush()), wait);
  }

  function resume(): void {
    stdin.setRawMode(true);
    stdout.write(PASTE_ON);
    stdin.on('data', onData);
    stdin.resume();
  }

  function pause(): void {
    clearTimeout(timer);
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
