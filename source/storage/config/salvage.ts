import { parseJson } from '../files/stored-json.ts';

/** How deep the brackets may stand that are looked at: deeper than anything of ours. */
const DEPTH = 8;

/** A `"key":` before something. */
const KEY_BEFORE = /"((?:[^"\\\n]|\\.)*)"\s*:\s*$/;

/** A `"key": value` whose value is a string, a number, true, false or null. */
const PLAIN_PAIR =
  /"((?:[^"\\\n]|\\.)*)"\s*:\s*("(?:[^"\\\n]|\\.)*"|-?\d+(?:\.\d+)?|true|false|null)(?=\s*[,}\n])/g;

/**
 * What can still be read of damaged JSON: each `"key": value` whose value is whole, the outermost first, in the
 * order of the text. Pairs inside a value that is given are not given again.
 *
 * Brackets are matched across the damage, and a string ends with its line at the latest (JSON's own strings
 * hold no line break), so that what stands behind a damaged place is found again.
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
  for (const match of text.matchAll(PLAIN_PAIR)) {
    const value = parseJson(match[2]!);
    if (value === undefined || isInside(match.index)) continue;
    found.push({ start: match.index, end: match.index, pair: [unescaped(match[1]!), value] });
  }
  return found.sort((one, other) => one.start - other.start).map(({ pair }) => pair);
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

/** Every `{…}` and `[…]` that a key stands before, by where it begins. */
function bracketed(text: string): Span[] {
  const spans: Span[] = [];
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
      const before = text.slice(Math.max(0, at - 200), at);
      open.push({ at, key: KEY_BEFORE.exec(before)?.[1] ?? null });
    } else if (character === '}' || character === ']') {
      const opened = open.pop();
      if (opened !== undefined && opened.key !== null && open.length < DEPTH) {
        spans.push({ start: opened.at, end: at + 1, key: opened.key });
      }
    }
  }
  return spans.sort((one, other) => one.start - other.start);
}

function unescaped(key: string): string {
  const value = parseJson(`"${key}"`);
  return typeof value === 'string' ? value : key;
}
