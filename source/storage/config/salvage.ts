import { parseJson } from '../files/stored-json.ts';

/** The greatest depth of brackets that is looked at: deeper than in any file of this program. */
const DEPTH = 8;

/**
 * Reads damaged JSON as far as possible: each `"key": value` whose value is whole, the outermost first, in
 * the order of the text. Pairs inside a value that is given are not given again.
 *
 * Brackets are matched across the damage, and a string ends with its line at the latest (JSON's own strings
 * hold no line break), so that pairs behind a damaged place are found again.
 */
export function salvage(text: string): [key: string, value: unknown][] {
  const found: { start: number; end: number; pair: [string, unknown] }[] = [];
  const isInside = (at: number): boolean => found.some(({ start, end }) => at >= start && at < end);

  let lastEnd = 0;
  for (const { start, end, key } of bracketed(text)) {
    if (start < lastEnd) continue;
    const value = parseJson(text.slice(start, end));
    if (value === undefined) continue;
    found.push({ start, end, pair: [unescaped(key), value] });
    lastEnd = end;
  }
  for (const { start, key, value: written } of plainPairs(text)) {
    const value = parseJson(written);
    if (value === undefined || isInside(start)) continue;
    found.push({ start, end: start, pair: [unescaped(key), value] });
  }
  return found.sort((one, other) => one.start - other.start).map(({ pair }) => pair);
}

interface TextRange {
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

/** Every `{…}` and `[…]` with a key before it, by its beginning. */
function bracketed(text: string): TextRange[] {
  const spans: TextRange[] = [];
  const open: { at: number; key: string | null }[] = [];
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (inString) {
      if (character === '\\') at += 1;
      else if (character === '"' || character === '\n') inString = false;
    } else if (character === '"') {
      inString = true;
    } else if (character === '{' || character === '[') {
      open.push({ at, key: keyBefore(text, at) });
    } else if (character === '}' || character === ']') {
      const opened = open.pop();
      if (opened !== undefined && opened.key !== null && open.length < DEPTH) {
        spans.push({ start: opened.at, end: at + 1, key: opened.key });
      }
    }
  }
  return spans.sort((one, other) => one.start - other.start);
}

/** A `"key": value` whose value is a string, a number, true, false or null, as they are written. */
interface PlainPair {
  readonly start: number;
  readonly key: string;
  readonly value: string;
}

const LITERAL = /-?\d+(?:\.\d+)?|true|false|null/y;

/**
 * Every plain pair, by its beginning; any quotation mark may begin a key. Linear: the text behind a key's
 * last mark is read once, for any number of marks at which the key may begin.
 */
function* plainPairs(text: string): Generator<PlainPair> {
  const behind = new Map<number, { value: string; end: number } | null>();
  let end = 0;
  for (let start = text.indexOf('"'); start >= 0; ) {
    if (end <= start) end = endOfString(text, start);
    if (!behind.has(end)) behind.set(end, text[end] === '"' ? valueBehind(text, end) : null);
    const pair = behind.get(end)!;
    if (pair !== null) yield { start, key: text.slice(start + 1, end), value: pair.value };
    start = text.indexOf('"', pair === null ? start + 1 : pair.end);
  }
}

/** The end of a string that begins at a place: a mark without a backslash before it, or its line's end. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"' && text[at] !== '\n') at += text[at] === '\\' ? 2 : 1;
  return at;
}

/** The value behind a key's last mark: `: value`, and then the end of the pair. */
function valueBehind(text: string, mark: number): { value: string; end: number } | null {
  const colon = behindSpaces(text, mark + 1);
  if (text[colon] !== ':') return null;
  const start = behindSpaces(text, colon + 1);
  LITERAL.lastIndex = start;
  const end =
    text[start] === '"' ? endOfString(text, start) + 1 : start + (LITERAL.exec(text)?.[0].length ?? 0);
  const value = text.slice(start, end);
  if (value === '' || (value.startsWith('"') && !value.endsWith('"'))) return null;
  const next = behindSpaces(text, end);
  const isEnded = text[next] === ',' || text[next] === '}' || text.slice(end, next).includes('\n');
  return isEnded ? { value, end } : null;
}

function behindSpaces(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at]!)) at++;
  return at;
}

/** In UTF-16 units; the keys in these files are ids and field names. */
const LONGEST_KEY = 200;

/** The key of a `"key":` that stands before a place, as it is written; null if none does. */
function keyBefore(text: string, place: number): string | null {
  const colon = beforeSpaces(text, place) - 1;
  const end = text[colon] === ':' ? beforeSpaces(text, colon) - 1 : -1;
  if (text[end] !== '"') return null;
  for (let start = end - 1; start >= 0 && end - start < LONGEST_KEY && text[start] !== '\n'; start--) {
    if (text[start] !== '"') continue;
    let slashes = 0;
    while (slashes < LONGEST_KEY && text[start - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return text.slice(start + 1, end);
  }
  return null;
}

function beforeSpaces(text: string, from: number): number {
  let at = from;
  while (at > 0 && from - at < LONGEST_KEY && /\s/.test(text[at - 1]!)) at--;
  return at;
}

function unescaped(key: string): string {
  const value = parseJson(`"${key}"`);
  return typeof value === 'string' ? value : key;
}
