// The tables of source/korean that are made from Unicode's database. `node test/support/generate/unicode-tables.ts` writes them.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIRST_SIGN, NAMES } from '../../../source/korean/line/line-break-classes.ts';
import { unicodeData } from './ucd.ts';

const KOREAN = join(import.meta.dirname, '../../../source/korean');

type Ranges = readonly { readonly range: readonly [string, string?]; readonly [property: string]: unknown }[];

/** A property's value for each code point. */
function spread(name: string, property: string, otherwise: string): string[] {
  const values: string[] = new Array(0x110000).fill(otherwise);
  for (const entry of unicodeData(name) as Ranges) {
    const [first, last = first] = entry.range;
    values.fill(String(entry[property]), Number.parseInt(first, 16), Number.parseInt(last, 16) + 1);
  }
  return values;
}

/** The classes that LineBreak.txt gives to unassigned code points (its @missing lines). */
const UNASSIGNED: readonly (readonly [first: number, last: number, lineBreak: string])[] = [
  [0x3400, 0x4dbf, 'ID'],
  [0x4e00, 0x9fff, 'ID'],
  [0xf900, 0xfaff, 'ID'],
  [0x1f000, 0x1faff, 'ID'],
  [0x1fc00, 0x1fffd, 'ID'],
  [0x20000, 0x2fffd, 'ID'],
  [0x30000, 0x3fffd, 'ID'],
  [0x20a0, 0x20cf, 'PR'],
];

/**
 * The line breaking classes, resolved as LB1 says, with the other properties that the rules need as classes
 * of this program: Pi and Pf are quotation marks that open and close, CN is a pictograph not assigned yet, DC
 * the dotted circle.
 */
function lineBreakClasses(): string[] {
  const assigned = spread('LineBreak', 'lineBreakProperty', '');
  const category = spread('extracted/DerivedGeneralCategory', 'category', 'Cn');
  const pictographs = new Set<number>();
  for (const { range, property } of unicodeData('emoji/emoji-data') as Ranges) {
    if (property !== 'Extended_Pictographic') continue;
    const [first, last = first] = range;
    for (let code = Number.parseInt(first, 16); code <= Number.parseInt(last, 16); code += 1)
      pictographs.add(code);
  }
  return assigned.map((value, code) => {
    const lineBreak =
      value || (UNASSIGNED.find(([first, last]) => code >= first && code <= last)?.[2] ?? 'XX');
    if (category[code] === 'Cn' && pictographs.has(code)) return 'CN';
    if (code === 0x25cc) return 'DC';
    if (lineBreak === 'QU') return category[code] === 'Pi' ? 'Pi' : category[code] === 'Pf' ? 'Pf' : 'QU';
    if (lineBreak === 'SA') return category[code] === 'Mn' || category[code] === 'Mc' ? 'CM' : 'AL';
    if (['AI', 'SG', 'XX'].includes(lineBreak)) return 'AL';
    return lineBreak === 'CJ' ? 'NS' : lineBreak;
  });
}

/** Runs of one class, its sign and the length in base 36; a run of one has no length. */
function lineBreakTable(): string {
  const classes = lineBreakClasses();
  for (let code = 0xac00; code <= 0xd7a3; code += 1) classes[code] = 'H3';
  const runs: string[] = [];
  let start = 0;
  for (let code = 1; code <= classes.length; code += 1) {
    if (classes[code] === classes[start] && code !== 0x10000) continue;
    const sign = String.fromCharCode(FIRST_SIGN + NAMES.indexOf(classes[start] as (typeof NAMES)[number]));
    runs.push(code - start === 1 ? sign : sign + (code - start).toString(36));
    start = code;
  }
  return runs.join(' ');
}

/** Emoji are wide; Node's own tables know those that are newer than the database. */
const EMOJI = /^(?!\p{RI})\p{Emoji_Presentation}$/u;
/** A character drawn over the one before it has no width of its own, whatever its letters' width. */
const MARK = /^[\p{Mn}\p{Me}]$/u;

function eastAsianTable(...wanted: readonly string[]): string {
  const widths = spread('EastAsianWidth', 'width', 'N');
  for (const [first, last, lineBreak] of UNASSIGNED) {
    if (lineBreak !== 'ID' || (first >= 0x1f000 && first < 0x20000)) continue;
    for (let code = first; code <= last; code += 1) if (widths[code] === 'N') widths[code] = 'W';
  }
  for (let code = 0; code < widths.length; code += 1) {
    const char = String.fromCodePoint(code);
    if (EMOJI.test(char)) widths[code] = 'W';
    if (MARK.test(char)) widths[code] = 'N';
  }
  const ranges: string[] = [];
  for (let code = 0; code < widths.length; code += 1) {
    if (!wanted.includes(widths[code]!)) continue;
    const first = code;
    while (wanted.includes(widths[code + 1]!)) code += 1;
    ranges.push(first.toString(36) + (code > first ? `-${code.toString(36)}` : ''));
  }
  return ranges.join(' ');
}

/** `syllable + its Hanja` for all Hanja of KS X 1001. */
function hanjaReadings(): string {
  const bySyllable = new Map<string, string>();
  for (const entry of unicodeData('Unihan_Readings') as readonly { codepoint: string; kHangul?: string }[]) {
    const char = String.fromCodePoint(Number.parseInt(entry.codepoint.slice(2), 16));
    if (!entry.kHangul || char.normalize('NFC') !== char) continue;
    // `한:0E`: 0 is KS X 1001, E a school's Hanja, N one for names.
    const known = entry.kHangul.split(' ').filter((reading) => reading.includes('0', 2));
    const best =
      known.find((reading) => reading.endsWith('E')) ??
      known.find((reading) => reading.endsWith('N')) ??
      known[0];
    if (best) bySyllable.set(best[0]!, (bySyllable.get(best[0]!) ?? '') + char);
  }
  return [...bySyllable.keys()]
    .sort()
    .map((syllable) => syllable + bySyllable.get(syllable))
    .join('');
}

function folded(text: string, columns: number): string {
  const lines: string[] = [];
  for (let rest = text; rest !== ''; ) {
    const cut = rest.length <= columns ? rest.length : rest.lastIndexOf(' ', columns);
    const end = cut > 0 ? cut : columns;
    lines.push(rest.slice(0, end));
    rest = rest.slice(end).replace(/^ /, '');
  }
  return lines.join('\n');
}

/** Each file's name, its constant and the contents. */
export const TABLES = [
  { file: 'line/line-break-data.ts', constant: 'LINE_BREAK_RUNS', make: () => folded(lineBreakTable(), 108) },
  { file: 'width-data.ts', constant: 'WIDE', make: () => folded(eastAsianTable('W', 'F'), 108) },
  { file: 'width-data.ts', constant: 'HALF_WIDTH', make: () => folded(eastAsianTable('H'), 108) },
  { file: 'width-data.ts', constant: 'AMBIGUOUS', make: () => folded(eastAsianTable('A'), 108) },
  { file: 'hanja/hanja-readings.ts', constant: 'HANJA_READINGS', make: () => folded(hanjaReadings(), 52) },
] as const;

/** The text between the back quotes of a constant in a file. */
export function tableIn(file: string, constant: string): string {
  const source = readFileSync(join(KOREAN, file), 'utf8');
  return new RegExp(`${constant} = \`\\n([^\`]*)\\n\``).exec(source)?.[1] ?? '';
}

if (process.argv[1] === import.meta.filename) {
  for (const { file, constant, make } of TABLES) {
    const source = readFileSync(join(KOREAN, file), 'utf8');
    const pattern = new RegExp(`(${constant} = \`\\n)[^\`]*(\`)`);
    writeFileSync(
      join(KOREAN, file),
      source.replace(pattern, (_, head, tail) => `${head}${make()}\n${tail}`),
    );
  }
}
