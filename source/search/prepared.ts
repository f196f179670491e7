import { glosses, hanjaReadings } from '../korean/hanja.ts';
import { choseong, jamo } from '../korean/jamo.ts';
import { normalise } from './normalise.ts';

/** A field of something that can be found, prepared once. */
export interface Prepared {
  /** As it is shown; matches are ranges of it. */
  readonly original: string;
  readonly forms: readonly Form[];
}

/** One way to read a field: as it stands, or with its Hanja read in Hangul. */
export interface Form {
  readonly hanja: boolean;
  readonly text: string;
  readonly offsets: readonly number[];
  /** For each unit of `text`, the end of what it came from (a Hanja's reading has several units). */
  readonly ends: readonly number[];
  readonly jamo: string;
  /** For each jamo, its unit in `text`. */
  readonly jamoUnits: Uint16Array;
  readonly choseong: string;
}

const HANJA = /[\u3400-\u9fff]/;

/** Prepares an NFC text. With `whole` false only comparing as typed is prepared, which is enough for a long one. */
export function prepare(original: string): Prepared {
  const { text, offsets } = normalise(original);
  const ends = offsets.map((offset) => offset + 1);
  const forms = [formOf(text, offsets, ends, false)];
  if (HANJA.test(original)) forms.push(...hanjaForms(original));
  return { original, forms };
}

function formOf(text: string, offsets: readonly number[], ends: readonly number[], hanja: boolean): Form {
  let apart = '';
  const units: number[] = [];
  for (let unit = 0; unit < text.length; unit += 1) {
    const letters = jamo(text[unit]!);
    apart += letters;
    for (let each = 0; each < letters.length; each += 1) units.push(unit);
  }
  return {
    hanja,
    text,
    offsets,
    ends,
    jamo: apart,
    jamoUnits: Uint16Array.from(units),
    choseong: choseong(text),
  };
}

/** Hanja read as what they stand for (美 미국), by their context (韓美 한미), and syllable by syllable. */
function hanjaForms(original: string): Form[] {
  const meanings = new Map<string, string>();
  for (const { at, text } of glosses(original)) {
    const meaning = text.replace(/^\(|\)$/g, '');
    const run = /[\u3400-\u9fff]+$/.exec(original.slice(0, at))?.[0];
    if (run !== undefined) meanings.set(run, meaning);
  }
  const byRun = readAs(original, /[\u3400-\u9fff]+/g, (run) => meanings.get(run) ?? null);
  const byWord = readAs(original, /[\u3400-\u9fff]/g, (char) => hanjaReadings(char)[0] ?? null);
  const bySyllable = readAs(
    original,
    /[\u3400-\u9fff]/g,
    (char) => hanjaReadings(char)[1] ?? hanjaReadings(char)[0] ?? null,
  );
  const seen = new Set<string>();
  return [byRun, byWord, bySyllable].filter((form) => {
    if (seen.has(form.text)) return false;
    seen.add(form.text);
    return true;
  });
}

function readAs(original: string, what: RegExp, reading: (run: string) => string | null): Form {
  let text = '';
  const offsets: number[] = [];
  const ends: number[] = [];
  let at = 0;
  const plain = (end: number): void => {
    const part = normalise(original.slice(at, end));
    text += part.text;
    for (const offset of part.offsets) {
      offsets.push(at + offset);
      ends.push(at + offset + 1);
    }
    at = end;
  };
  for (const match of original.matchAll(what)) {
    const read = reading(match[0]);
    if (read === null) continue;
    plain(match.index);
    text += read;
    for (let unit = 0; unit < read.length; unit += 1) {
      offsets.push(match.index);
      ends.push(match.index + match[0].length);
    }
    at = match.index + match[0].length;
  }
  plain(original.length);
  return formOf(text, offsets, ends, true);
}
