import { LINE_BREAK_RUNS } from './line-break-data.ts';

/** In the order that `line-break-data.ts` numbers them. */
// biome-ignore format: a table
export const NAMES = [
  'AL', 'HL', 'DC', 'NU', 'BK', 'CR', 'LF', 'NL', 'SP', 'ZW', 'CM', 'ZWJ', 'WJ', 'GL', 'CB', 'CL', 'CP', 'EX', 'IS', 'SY',
  'OP', 'QU', 'Pi', 'Pf', 'NS', 'B2', 'BA', 'HY', 'BB', 'IN', 'PR', 'PO', 'ID', 'EB', 'EM', 'CN', 'RI', 'JL', 'JV', 'JT',
  'H2', 'H3', 'AK', 'AP', 'AS', 'VF', 'VI',
] as const;

type Name = (typeof NAMES)[number];

/**
 * Numbers of the line breaking classes by their names in LineBreak.txt, and of our own: `Pi` and `Pf` for
 * opening and closing quotation marks, `CN` for pictographs not assigned yet, `DC` for the dotted circle.
 */
export const C = Object.fromEntries(NAMES.map((name, at) => [name, at])) as Readonly<Record<Name, number>>;

/** A set of classes, as `CLASSES[class] === 1`: quicker than a Set, since every character is looked up. */
export function classes(...names: readonly Name[]): Uint8Array {
  const members = new Uint8Array(NAMES.length + 1);
  for (const name of names) members[C[name]] = 1;
  return members;
}

/** The class that stands for the start or the end of the text. */
export const EDGE = NAMES.length;

const BASIC_PLANE = 0x10000;
const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
const FINALS = 28;

/** The sign that stands for the first class in `line-break-data.ts`. */
export const FIRST_SIGN = 0x21;

let basic: Uint8Array | null = null;
const beyond: { readonly first: number; readonly lineBreak: number }[] = [];

/** Expands the runs into a table for the basic plane; later planes stay a list of runs. */
function expand(): Uint8Array {
  const table = new Uint8Array(BASIC_PLANE);
  let first = 0;
  for (const run of LINE_BREAK_RUNS.trim().split(/\s/)) {
    const lineBreak = run.charCodeAt(0) - FIRST_SIGN;
    const next = first + (run.length === 1 ? 1 : Number.parseInt(run.slice(1), 36));
    if (next <= BASIC_PLANE) table.fill(lineBreak, first, next);
    else beyond.push({ first, lineBreak });
    first = next;
  }
  return table;
}

/** The class of a code point, resolved as LB1 says. */
export function lineBreakClass(code: number): number {
  if (code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE) {
    return (code - FIRST_SYLLABLE) % FINALS === 0 ? C.H2 : C.H3;
  }
  basic ??= expand();
  if (code < BASIC_PLANE) return basic[code]!;
  return beyond.findLast(({ first }) => first <= code)!.lineBreak;
}
