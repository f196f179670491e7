// Text that would do something to a terminal: every kind of control, in the ways a server can send it.

/** Attacks by name. Each stands in the middle of a word, of which `속` and `글` must stay. */
const CONTROLS: Readonly<Record<string, string>> = {
  'window title (OSC 0)': '\x1b]0;훔친 제목\x07',
  'window title, ended by ST': '\x1b]0;훔친 제목\x1b\\',
  'a link of their own (OSC 8)': '\x1b]8;;http://evil.example/\x1b\\',
  'the clipboard (OSC 52)': '\x1b]52;c;ZXZpbA==\x07',
  'what the clipboard holds': '\x1b]52;c;?\x07',
  'a file (OSC 1337)': '\x1b]1337;File=name=eA==:ZXZpbA==\x07',
  'a question (DCS)': '\x1bP+q544e\x1b\\',
  'a picture (APC)': '\x1b_Gf=100,a=T;ZXZpbA==\x1b\\',
  'a privacy message (PM)': '\x1b^evil\x1b\\',
  'a string (SOS)': '\x1bXevil\x1b\\',
  'where the cursor is (CSI 6n)': '\x1b[6n',
  'what the terminal is (DA)': '\x1b[c',
  'the main screen': '\x1b[?1049l',
  'an empty screen': '\x1b[2J\x1b[H',
  'the mouse': '\x1b[?1003h',
  'a reset (RIS)': '\x1bc',
  'another alphabet': '\x1b(0',
  'a C1 CSI': '\x9b6n',
  'a C1 OSC': '\x9d0;훔친 제목\x9c',
  'a C1 DCS': '\x90+q544e\x9c',
  'a C1 APC': '\x9fGf=100;ZXZpbA==\x9c',
  'single controls': '\x05\x07\x08\x0e\x0f\x7f\x84\x88\x8d',
  bidi: '\u202e\u2066\u2069\u061c\u200f',
  'what cannot be seen': '\u200b\u2060\ufeff\u00ad\u{e0041}',
};

/** Never ended: the rest of the line may go with it. */
const UNENDED = ['\x1b]0;끝없음', '\x1bP끝없음', '\x1b_끝없음', '\x9d0;끝없음', '\x1b[', '\x1b'];

/** All attacks, each in a word of its own, and those without an end in their own lines. */
export const ATTACK = Object.values(CONTROLS)
  .map((control) => `속${control}글`)
  .join(' ');
export const UNENDED_ATTACKS: readonly string[] = UNENDED.map((control) => `앞말 ${control}`);
/** The rest of a word after the sanitiser. */
export const LEFT = '속글';

/** The same as character references, which a parser makes characters again. */
export const asReferences = (text: string): string =>
  text.replace(/[^\p{L}\p{N} ]/gu, (sign) => `&#${sign.codePointAt(0)};`);
/** And escaped twice, as feeds are. */
export const escapedTwice = (text: string): string => asReferences(text).replaceAll('&', '&amp;');

/** The sequences the program itself sends to a full screen. */
const OWN = [
  /^\x1b\[[\d;]*m$/, // SGR
  /^\x1b\[\d*(?:;\d+)?[HCKXLMGABD]$/, // moving, erasing, inserting and deleting lines
  /^\x1b\[(?:\d+;\d+)?r$/, // what scrolls
  /^\x1b\[\?(?:7|25|1049|2004|2026)[hl]$/,
  /^\x1b\[\?(?:1000|1002|1003|1006)l$/,
  /^\x1b\[<u$/,
  /^\x1b\[>4;0m$/,
  /^\x1b]8;;(?:https?:\/\/[\x21-\x7e]+)?(?:\x1b\\|\x07)$/,
  // The character set and the origin of a terminal that another program had: at the start, after fg, at Ctrl-l.
  /^(?:\x1b\(B|\x0f|\x1b\[\?6l)$/,
  // Questions at the start: name, cell and picture sizes, kinds of picture (XTVERSION, XTWINOPS, XTSMGRAPHICS, DA1).
  /^\x1b\[(?:>q|16t|\?[12];[14];0S|c)$/,
  /^[\r\n]$/,
];
const SEQUENCE =
  /\x1b[\]P_^X][^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?|\x1b\[[\x30-\x3f]*[\x20-\x2f]*[\x40-\x7e]?|\x1b[\x20-\x2f]*[\x30-\x7e]?|[\x00-\x1a\x1c-\x1f\x7f-\x9f]|[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\u00ad]|\u{e0041}/gu;

/** The sequences in output that the program does not send itself. `terminal` is false for a pipe or a file. */
export function foreignIn(output: string, terminal: boolean): string[] {
  const own = terminal ? OWN : [/^[\n\t]$/];
  const found = output.match(SEQUENCE) ?? [];
  return found
    .filter((sequence) => !own.some((shape) => shape.test(sequence)))
    .map((each) => JSON.stringify(each));
}
