import type { Element } from '../tree/dom.ts';

/** How items are counted, by the names of CSS (Counter Styles Level 3, 6); null shows no count. */
type CounterStyle = 'decimal' | keyof typeof WRITTEN | 'none';

const letters = (from: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => String.fromCodePoint(from.codePointAt(0)! + at));

const GREEK = [...'αβγδεζηθικλμνξοπρστυφχψω'];

/** Letters count as 1 to the last of them, then by two: a … z, aa, ab (the system `alphabetic`). */
const alphabetic = (signs: readonly string[]) => (number: number) => {
  let written = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / signs.length))
    written = signs[(rest - 1) % signs.length]! + written;
  return written;
};

const ROMAN: readonly (readonly [value: number, sign: string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** Roman numerals reach to 3,999; greater numbers are written in digits. */
function roman(number: number): string {
  if (number > 3999) return '';
  let rest = number;
  let written = '';
  for (const [value, sign] of ROMAN) {
    for (; rest >= value; rest -= value) written += sign;
  }
  return written;
}

const lowerAlpha = alphabetic(letters('a', 26));
const upper = (write: (number: number) => string) => (number: number) => write(number).toUpperCase();

/** Writes a number from 1 upward in each style; '' for a number that the style has no sign for. */
const WRITTEN = {
  'lower-alpha': lowerAlpha,
  'lower-latin': lowerAlpha,
  'upper-alpha': upper(lowerAlpha),
  'upper-latin': upper(lowerAlpha),
  'lower-roman': roman,
  'upper-roman': upper(roman),
  'lower-greek': alphabetic(GREEK),
  hangul: alphabetic([...'가나다라마바사아자차카타파하']),
  'hangul-consonant': alphabetic([...'ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ']),
  'decimal-leading-zero': (number: number) => String(number).padStart(2, '0'),
} as const;

/** HTML's `type` of a list or an item, in which case matters. */
const TYPES: ReadonlyMap<string, CounterStyle> = new Map([
  ['1', 'decimal'],
  ['a', 'lower-alpha'],
  ['A', 'upper-alpha'],
  ['i', 'lower-roman'],
  ['I', 'upper-roman'],
]);

const BULLETS = new Set(['none', 'disc', 'circle', 'square']);

/** The counter style that a list or an item states; null if it states none, or an unknown one. */
export function styleOf({ attribs }: Element): CounterStyle | null {
  const named = /(?:^|;)\s*list-style(?:-type)?\s*:([^;]{1,100})/i.exec(attribs.style ?? '')?.[1] ?? '';
  for (const name of named.toLowerCase().split(/\s+/)) {
    if (BULLETS.has(name)) return 'none';
    if (name === 'decimal' || Object.hasOwn(WRITTEN, name)) return name as CounterStyle;
  }
  return TYPES.get(attribs.type?.trim() ?? '') ?? null;
}

/** A number as a list's marker, without the sign behind it; null if the style shows none. */
export function markerOf(number: number, style: CounterStyle): string | null {
  if (style === 'none') return null;
  return (style === 'decimal' || number < 1 ? '' : WRITTEN[style](number)) || String(number);
}
