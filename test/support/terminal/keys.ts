// Keys as a terminal sends them.

/** The bytes that a terminal sends for the keys that type no text. */
const SENT: Readonly<Record<string, string>> = {
  up: '\x1b[A',
  down: '\x1b[B',
  right: '\x1b[C',
  left: '\x1b[D',
  home: '\x1b[H',
  end: '\x1b[F',
  pageup: '\x1b[5~',
  pagedown: '\x1b[6~',
  'shift-tab': '\x1b[Z',
  delete: '\x1b[3~',
  space: ' ',
  enter: '\r',
  esc: '\x1b',
  tab: '\t',
  backspace: '\x7f',
};

/** The bytes that a terminal sends for a key, by the key table's name. */
export const sentFor = (key: string): string =>
  SENT[key] ?? (key.startsWith('ctrl-') ? String.fromCharCode(key.charCodeAt(5) - 96) : key);
