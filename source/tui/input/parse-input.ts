/**
 * Makes keys of a terminal's bytes. Pure: the caller pushes the bytes that came and, after a pause, asks for
 * those held back.
 *
 * A chunk may hold many keys (a held `j`, two syllables from the IME) and a sequence may be parted between
 * chunks. Only the classic encodings are known: the kitty protocol and modifyOtherKeys stay off, since with
 * them an IME's Ctrl-c would no longer be one.
 */
import { graphemes } from '../../korean/graphemes.ts';

/** A key by its name in `keys.ts`, or the grapheme it types; or a whole pasted text. */
export type Input = { readonly key: string } | { readonly paste: string } | { readonly mouse: MouseInput };

/** A click of the left button (wheel 0) or a notch of the wheel (1 down, -1 up), in cells from the top left. */
export interface MouseInput {
  readonly wheel: -1 | 0 | 1;
  readonly x: number;
  readonly y: number;
}

/** The wait, in ms, for the rest of an escape that may begin a sequence, and for the end of a paste. */
const ESCAPE_WAIT = 40;
const PASTE_WAIT = 1000;
/**
 * The time after that, in ms, in which the rest of a sequence is still recognised: over a slow line it comes
 * late. Each part of a string restarts it: an answer of a terminal comes in more parts than a key does.
 */
const LATE = 1000;

export interface InputParser {
  /** Takes a decoded chunk; returns the keys that are complete. */
  push(chunk: string): Input[];
  /** The wait for more before `flush`, in ms; null if no key is held back. */
  waiting(): number | null;
  /** Gives the bytes held back as single input: Esc, an unfinished paste; a part of a sequence gives nothing. */
  flush(): Input[];
}

const ESC = '\x1b';
const PASTE_START = '\x1b[200~';
const PASTE_END = '\x1b[201~';

/**
 * ECMA-48: CSI, parameters, intermediates, a final byte; SS3 and one byte. The linux console's `[[A` too, and an X10
 * mouse's `[M` with three bytes behind it.
 */
const SEQUENCE = /^\x1b(?:\[\[[A-E]|\[M[\s\S]{3}|\[[0-?]*[ -/]*[@-~]|O[0-9;]*[@-~])/;
/** A beginning of such a sequence that more bytes could complete. */
const UNFINISHED = /^\x1b(?:\[\[?|\[M[\s\S]{0,2}|\[[0-?]{1,64}[ -/]{0,8}|O[0-9;]{0,16})?$/;
/** Behind an Esc that was given: more likely a key of its own than such a beginning. */
const PRESSED = /^\x1b(?:\[\[?|O|\]|P)$/;
/** Replies and reports in string form: OSC, DCS, APC, PM, SOS. */
const STRING_START = /^\x1b[\]P_^X]/;
/** Such a string with its end. */
const STRING = /^\x1b[\]P_^X][^\x07\x1b]*(?:\x07|\x1b\\)/;
/** The beginning of an answer that was asked for, OSC or DCS: recognised also behind an Esc that was given. */
const ANSWER =
  /^\x1b(?:\](?:\d{1,3}(?:;[^\x00-\x1f\x7f-\uffff]{0,64}\x1b?)?)?|P(?:>(?:\|[^\x00-\x1f\x7f-\uffff]{0,64}\x1b?)?)?)$/;
const UNFINISHED_STRING = /^\x1b[\]P_^X][^\x07\x1b]{0,4096}\x1b?$/;

/** Final bytes of cursor keys (xterm, VT100 application mode), with any modifiers before them. */
const BY_FINAL: Readonly<Record<string, string>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  H: 'home',
  F: 'end',
  M: 'enter',
  Z: 'shift-tab',
};

/** First parameters of `CSI n ~` keys (VT220, rxvt). */
const BY_NUMBER: Readonly<Record<string, string>> = {
  1: 'home',
  3: 'delete',
  4: 'end',
  5: 'pageup',
  6: 'pagedown',
  7: 'home',
  8: 'end',
};

const CONTROLS: ReadonlyMap<string, string> = new Map([
  ['\r', 'enter'],
  ['\n', 'enter'],
  ['\t', 'tab'],
  [' ', 'space'],
  ['\x7f', 'backspace'],
  ['\b', 'backspace'],
]);

/** The key of a whole sequence; null for sequences without one here (a mouse's, a focus report, F5). */
function keyOfSequence(sequence: string): string | null {
  if (sequence.startsWith('\x1b[[') || sequence.startsWith('\x1b[M')) return null;
  const final = sequence.at(-1)!;
  const parameters = sequence.slice(2, -1);
  // `ESC O M` is the keypad's Enter; `CSI … M` a mouse report.
  if (final === 'M') return sequence === '\x1bOM' ? 'enter' : null;
  if (/^[\d;]*$/.test(parameters)) {
    if (final === '~') return BY_NUMBER[parameters.split(';')[0]!] ?? null;
    return BY_FINAL[final] ?? null;
  }
  return null;
}

/** SGR mouse reports (xterm, mode 1006): the button with its modifiers, column, row, and M for pressed. */
const MOUSE = /^\x1b\[<(\d{1,3});(\d{1,5});(\d{1,5})M$/;
const WHEEL = 64;
/** Motion, and buttons beyond the wheel's two. */
const NOT_OURS = 32 | 128;
/** Shift, Meta and Control do not matter. */
const MODIFIERS = 4 | 8 | 16;

function mouseOf(sequence: string): MouseInput | null {
  const [code, column, row] = (MOUSE.exec(sequence) ?? []).slice(1).map(Number);
  if (code === undefined || (code & NOT_OURS) !== 0) return null;
  const button = code & ~MODIFIERS;
  const at = { x: column! - 1, y: row! - 1 };
  if (at.x < 0 || at.y < 0) return null;
  if (button === WHEEL || button === WHEEL + 1) return { wheel: button === WHEEL ? -1 : 1, ...at };
  return button === 0 ? { wheel: 0, ...at } : null;
}

/** The keys of text without an escape. */
function keysOfText(text: string): Input[] {
  return text
    .split(/([\x00-\x20\x7f-\x9f])/)
    .filter((part) => part !== '')
    .flatMap((part): Input[] => {
      const named = CONTROLS.get(part);
      if (named !== undefined) return [{ key: named }];
      const code = part.charCodeAt(0);
      if (part.length === 1 && code >= 1 && code <= 26) {
        return [{ key: `ctrl-${String.fromCharCode(code + 96)}` }];
      }
      if (part.length === 1 && (code < 0x20 || (code >= 0x7f && code < 0xa0))) return [];
      return graphemes(part.normalize('NFC')).map((key) => ({ key }));
    });
}

/** A parser for one terminal; `now` is a clock in ms. */
export function createInputParser(now: () => number = () => performance.now()): InputParser {
  let held = '';
  /**
   * The number of held characters that were given up: an escape that was given as Esc, or a part of a
   * sequence. They stay, since more may still complete them, but give no key any more.
   */
  let given = 0;
  let givenAt = 0;
  /** Whether the escape at the beginning of `held` was given as Esc. */
  let told = false;

  function take(length: number): string {
    const taken = held.slice(0, length);
    held = held.slice(length);
    given = 0;
    told = false;
    return taken;
  }

  /** Whether more may complete what is held. Behind an Esc that was given, keys are more likely than a string. */
  function isUnfinished(): boolean {
    return UNFINISHED.test(held) || (told ? ANSWER : UNFINISHED_STRING).test(held);
  }

  function parse(): Input[] {
    const inputs: Input[] = [];
    while (held !== '') {
      const at = held.indexOf(ESC);
      if (at !== 0) {
        inputs.push(...keysOfText(take(at < 0 ? held.length : at)));
        continue;
      }
      if (held.startsWith(PASTE_START)) {
        const end = held.indexOf(PASTE_END);
        if (end < 0) return inputs;
        inputs.push({ paste: take(end + PASTE_END.length).slice(PASTE_START.length, end) });
        continue;
      }
      if (isUnfinished()) return inputs;
      const sequence = SEQUENCE.exec(held)?.[0];
      if (sequence !== undefined) {
        const key = told ? null : keyOfSequence(sequence);
        const mouse = told ? null : mouseOf(sequence);
        if (key !== null) inputs.push({ key });
        if (mouse !== null) inputs.push({ mouse });
        take(sequence.length);
        continue;
      }
      const string = STRING.exec(held)?.[0];
      if (string !== undefined) {
        take(string.length);
        continue;
      }
      // Esc and a key pressed quickly after it; no Alt key means anything here.
      if (given === 0) inputs.push({ key: 'esc' });
      take(Math.max(given, ESC.length));
    }
    return inputs;
  }

  return {
    push(chunk) {
      if (given > 0 && now() - givenAt >= LATE) take(given);
      held += chunk;
      return parse();
    },
    waiting() {
      if (held.length === given) return null;
      return held.startsWith(PASTE_START) ? PASTE_WAIT : ESCAPE_WAIT;
    },
    flush() {
      if (held.length === given) return [];
      if (held.startsWith(PASTE_START)) return [{ paste: take(held.length).slice(PASTE_START.length) }];
      if (told && PRESSED.test(held)) return keysOfText(take(held.length).slice(ESC.length));
      if (given === 0 || STRING_START.test(held)) givenAt = now();
      given = held.length;
      if (held !== ESC) return [];
      told = true;
      return [{ key: 'esc' }];
    },
  };
}
