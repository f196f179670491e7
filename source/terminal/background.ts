/** A terminal's background, dark or light: from the environment, or by asking the terminal. */
import { listenFor } from './listen.ts';
import type { Background } from './theme.ts';

/** OSC 11 with a question mark: the terminal answers with its background (xterm, Operating System Commands). */
const QUESTION = '\x1b]11;?\x1b\\';
/** The answer: three or four fields of one to four hexadecimal digits. */
const ANSWER = /\x1b\]11;rgba?:([0-9a-f]{1,4})\/([0-9a-f]{1,4})\/([0-9a-f]{1,4})/i;
const WHOLE_ANSWER = /\x1b\]11;[^\x07\x1b]*(?:\x07|\x1b\\)/;
/** The time that an answer is listened for, in ms: a slow line may split it, and nothing waits for it. */
const PATIENCE = 10_000;

/** The colours of rxvt's COLORFGBG that are light: grey, and the bright ones but for black. */
const LIGHT_COLOUR = /;(?:7|9|1[0-5])$/;

/**
 * The background by the environment: the Linux console is dark, and rxvt, Konsole and others set COLORFGBG.
 * Null if it is not known.
 */
export function backgroundIn(env: Readonly<Record<string, string | undefined>>): Background | null {
  if (env.TERM === 'linux') return 'dark';
  const told = env.COLORFGBG ?? '';
  return /;\d+$/.test(told) ? (LIGHT_COLOUR.test(told) ? 'light' : 'dark') : null;
}

/**
 * Reads an answer; null for none. A background nearer to white by its luminance (Rec. 709, in sRGB's own
 * values) is light.
 */
export function readBackground(heard: string): Background | null {
  const fields = ANSWER.exec(heard)?.slice(1);
  if (fields === undefined) return null;
  const [red, green, blue] = fields.map((digits) => Number.parseInt(digits, 16) / (16 ** digits.length - 1));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue! > 0.5 ? 'light' : 'dark';
}

/** Asks the terminal; listening ends after ten seconds without an answer. */
export function askBackground(
  stdin: NodeJS.ReadStream,
  write: (text: string) => void,
  onBackground: (background: Background) => void,
): void {
  void listenFor(stdin, PATIENCE, (heard) => {
    const found = readBackground(heard);
    // An answer may come in pieces: the last field is whole when its end is there.
    if (found === null || !WHOLE_ANSWER.test(heard)) return false;
    onBackground(found);
    return true;
  });
  write(QUESTION);
}
