/**
 * Bytes a terminal sends, made into keys. Pure: whoever reads the terminal pushes what came and, when nothing
 * came for a while, asks for what was held back.
 *
 * A chunk may hold many keys (a held `j`, two syllables from the IME) and a sequence may be parted between
 * chunks. Only the classic encodings are known: the kitty protocol and modifyOtherKeys stay off, since with them
 * an IME's Ctrl-c would no longer be one.
 */
import { graphemes } from '../korean/graphemes.ts';

/** A key by its name in `keys.ts`, or the grapheme it types; or a whole pasted text. */
export type Input = { readonly key: string } | { readonly paste: string };

/** How long, in ms, an escape that may begin a sequence is waited for, and the end of a paste. */
const ESCAPE_WAIT = 40;
const PASTE_WAIT = 1000;

export interface InputParser {
  /** Takes a decoded chunk; returns the keys that are complete. */
  push(chunk: string): Input[];
  /** How long to wait for more before `flush`, in ms; null where nothing is held back. */
  waiting(): number | null;
  /** Gives what was held back as what it is by itself: Esc, an unfinished paste; a part of a sequence is dropped. */
  flush(): Input[];
}

const ESC = '\x1b';
const PASTE_START = '\x1b[200~';
const PASTE_END = '\x1b[201~';

/** ECMA-48: CSI, parameters, intermediates, a final byte; SS3 and one byte. The linux console's `[[A` too. */
const SEQUENCE = /^\x1b(?:\[\[[A-E]|\[[0-?]*[ -/]*[@-~]|O[0-9;]*[@-~])/;
/** A beginning of such a sequence that more bytes could complete. */
const UNFINISHED = /^\x1b(?:\[\[?|\[[0-?]{1,64}[ -/]{0,8}|O[0-9;]{0,16})?$/;
/** Replies and reports in string form (OSC, DCS, APC, PM, SOS) with their end. */
const STRING = /^\x1b[\]P_^X][^\x07\x1b]*(?:\x07|\x1b\\)/;
const UNFINISHED_STRING = /^\x1b[\]P_^X][^\x07\x1b]{0,4096}\x1b?$/;

/** Final bytes of cursor keys (xterm, VT100 application mode), whatever modifiers stand before them. */
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

/** The key of a whole sequence; null for one that is none of ours (a mouse's, a focus report, F5). */
function keyOfSequence(sequence: string): string | null {
  if (sequence.startsWith('\x1b[[')) return null;
  const final = sequence.at(-1)!;
  const parameters = sequence.slice(2, -1);
  // `ESC O M` is the keypad's Enter; `CSI M` begins a mouse report.
  if (final === 'M') return sequence === '\x1bOM' ? 'enter' : null;
  if (/^[\d;]*$/.test(parameters)) {
    if (final === '~') return BY_NUMBER[parameters.split(';')[0]!] ?? null;
    return BY_FINAL[final] ?? null;
  }
  return null;
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

/** A parser for one terminal. */
export function createInputParser(): InputParser {
  let held = '';
  /** True where an Esc has just been given for a lone escape: what follows may be the rest of its sequence. */
  let late = false;

  function parse(): Input[] {
    const inputs: Input[] = [];
    while (held !== '') {
      const at = held.indexOf(ESC);
      if (at !== 0) {
        inputs.push(...keysOfText(at < 0 ? held : held.slice(0, at)));
        held = at < 0 ? '' : held.slice(at);
        continue;
      }
      if (held.startsWith(PASTE_START)) {
        const end = held.indexOf(PASTE_END);
        if (end < 0) return inputs;
        inputs.push({ paste: held.slice(PASTE_START.length, end) });
        held = held.slice(end + PASTE_END.length);
        continue;
      }
      if (UNFINISHED.test(held) || UNFINISHED_STRING.test(held)) return inputs;
      const sequence = SEQUENCE.exec(held)?.[0];
      if (sequence !== undefined) {
        const key = keyOfSequence(sequence);
        if (key !== null) inputs.push({ key });
        held = held.slice(sequence.length);
        // X10 mouse reports carry three bytes more, which are no keys.
        if (sequence === '\x1b[M') held = held.slice(3);
        continue;
      }
      const string = STRING.exec(held)?.[0];
      if (string !== undefined) {
        held = held.slice(string.length);
        continue;
      }
      // Esc and a key pressed quickly after it; no Alt key means anything here.
      inputs.push({ key: 'esc' });
      held = held.slice(1);
    }
    return inputs;
  }

  return {
    push(chunk) {
      // Over a slow line an arrow may come as Esc and, too late, `[A`: that is no key of its own.
      const rest = late ? /^(?:\[[\d;]*[A-Z~]|O[A-Z])/.exec(chunk)?.[0] : undefined;
      late = false;
      held += rest === undefined ? chunk : chunk.slice(rest.length);
      return parse();
    },
    waiting() {
      if (held === '') return null;
      return held.startsWith(PASTE_START) ? PASTE_WAIT : ESCAPE_WAIT;
    },
    flush() {
      const left = held;
      held = '';
      if (left === '') return [];
      if (left.startsWith(PASTE_START)) return [{ paste: left.slice(PASTE_START.length) }];
      late = left === ESC;
      return late ? [{ key: 'esc' }] : [];
    },
  };
}
