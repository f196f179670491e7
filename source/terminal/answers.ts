/** A terminal's answers in words, for a report; each is '' if there was no question or no answer. */
export interface TerminalAnswers {
  /** Whether there was any answer: `yes`, `no`, or '' if there was no question. */
  readonly answered: string;
  /** XTVERSION: its name and version. */
  readonly terminalVersion: string;
  /** The cells that it draws an East Asian Ambiguous character in. */
  readonly ambiguousWidth: string;
  /** The protocol for pictures, and whether they can stand in the text. */
  readonly images: string;
  /** The background colour (OSC 11), as the terminal writes it. */
  readonly background: string;
  /** Whether its attributes say that it takes texts for the clipboard (OSC 52). */
  readonly osc52: string;
}

export const NO_ANSWERS: TerminalAnswers = {
  answered: '',
  terminalVersion: '',
  ambiguousWidth: '',
  images: '',
  background: '',
  osc52: '',
};

const POSITION = /\x1b\[\d+;(\d+)R/;
const BACKGROUND = /\x1b\]11;([^\x07\x1b]*)(?:\x07|\x1b\\)/;
const VERSION = /\x1bP>\|([^\x1b]*)\x1b\\/;
const ATTRIBUTES = /\x1b\[\?([\d;]*)c/;
/** "Clipboard access" among the primary device attributes, as kitty, Ghostty and others say it. */
const CLIPBOARD = '52';

/** Reads a terminal's answers to `QUESTIONS`. */
export function readSaid(heard: string): Omit<TerminalAnswers, 'images'> {
  const attributes = ATTRIBUTES.exec(heard)?.[1];
  const column = POSITION.exec(heard)?.[1];
  return {
    answered: heard === '' ? 'no' : 'yes',
    terminalVersion: VERSION.exec(heard)?.[1] ?? '',
    ambiguousWidth: column === undefined ? '' : String(Number(column) - 1),
    background: BACKGROUND.exec(heard)?.[1] ?? '',
    osc52: attributes === undefined ? '' : attributes.split(';').includes(CLIPBOARD) ? 'yes' : 'not said',
  };
}

/**
 * An ambiguous character in the first column and the cursor's place after it, the line erased again;
 * background; version; DA1.
 */
export const QUESTIONS = '\r…\x1b[6n\r\x1b[K\x1b]11;?\x1b\\\x1b[>q\x1b[c';
