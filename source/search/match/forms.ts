import { glosses, hanjaReadings } from '../../korean/hanja/hanja.ts';
import { endRun } from '../../text/runs.ts';
import { BEGINS, ENDS, normalise } from '../query/normalise.ts';
import { type Column, createColumn } from './column.ts';

/** A reading of a text: as it stands, or with its Hanja read in Hangul. */
export interface Form {
  readonly hanja: boolean;
  readonly text: string;
  /**
   * For each unit of `text`, the beginning and end of its source in the original (a Hanja's reading has
   * several units).
   */
  readonly offsets: readonly number[];
  readonly ends: readonly number[];
  readonly edges: Uint8Array;
}

const HANJA = /[\u3400-\u9fff]/;

/** The ways to read an NFC text, as it stands first. */
export function formsOf(original: string): Form[] {
  const { text, offsets, edges } = normalise(original);
  const plain = { hanja: false, text, offsets, edges, ends: offsets.map((offset) => offset + 1) };
  return [plain, ...hanjaForms(original)];
}

/** A form as a column of its own, to be looked through as many are. */
export function columnOf(form: Form): Column {
  return createColumn([form], undefined, form.hanja);
}

/** In UTF-16 units; a longer run of Hanja is not a word with a gloss. */
const LONGEST_RUN = 32;

/** Hanja read by their meaning (美 미국), by their context (韓美 한미), and syllable by syllable. */
export function hanjaForms(original: string): Form[] {
  if (!HANJA.test(original)) return [];
  const meanings = new Map<string, string>();
  for (const { at, text } of glosses(original)) {
    const meaning = text.replace(/^\(|\)$/g, '');
    const before = original.slice(Math.max(0, at - LONGEST_RUN), at);
    const run = before.slice(endRun(before, /[\u3400-\u9fff]/));
    if (run !== '') meanings.set(run, meaning);
  }
  const byRun = readAs(original, /[\u3400-\u9fff]+/g, (run) => meanings.get(run) ?? null);
  const byWord = readAs(original, /[\u3400-\u9fff]/g, (char) => readingsOf(char)[0] ?? null);
  const bySyllable = readAs(
    original,
    /[\u3400-\u9fff]/g,
    (char) => readingsOf(char)[1] ?? readingsOf(char)[0] ?? null,
  );
  const seen = new Set<string>();
  return [byRun, byWord, bySyllable].filter((form) => {
    if (seen.has(form.text)) return false;
    seen.add(form.text);
    return true;
  });
}

/** Runs of Hanja, each read in Hangul by its context and syllable by syllable, for texts too long to be read whole. */
export function hanjaReadingsOf(original: string): string[] {
  if (!HANJA.test(original)) return [];
  const read = [...original.matchAll(/[\u3400-\u9fff]+/g)].flatMap(([run]) =>
    [0, 1].map((which) =>
      [...run].map((char) => readingsOf(char)[which] ?? readingsOf(char)[0] ?? char).join(''),
    ),
  );
  return [...new Set(read)];
}

const readings = new Map<string, readonly string[]>();

/** Headlines have few different Hanja, which come again and again. */
function readingsOf(char: string): readonly string[] {
  let known = readings.get(char);
  if (known === undefined) {
    known = hanjaReadings(char);
    readings.set(char, known);
  }
  return known;
}

function readAs(original: string, what: RegExp, reading: (run: string) => string | null): Form {
  const normal = normalise(original);
  let text = '';
  const offsets: number[] = [];
  const ends: number[] = [];
  const edges: number[] = [];
  let unit = 0;
  const plain = (until: number): void => {
    for (; unit < normal.text.length && normal.offsets[unit]! < until; unit += 1) {
      text += normal.text[unit];
      offsets.push(normal.offsets[unit]!);
      ends.push(normal.offsets[unit]! + 1);
      edges.push(normal.edges[unit]!);
    }
  };
  for (const match of original.matchAll(what)) {
    const read = reading(match[0]);
    if (read === null) continue;
    const end = match.index + match[0].length;
    plain(match.index);
    const first = normal.edges[unit]! & BEGINS;
    while (unit < normal.text.length && normal.offsets[unit]! < end) unit += 1;
    const last = normal.edges[unit - 1]! & ENDS;
    for (let each = 0; each < read.length; each += 1) {
      text += read[each];
      offsets.push(match.index);
      ends.push(end);
      edges.push((each === 0 ? first : 0) | (each === read.length - 1 ? last : 0));
    }
  }
  plain(original.length);
  return { hanja: true, text, offsets, ends, edges: Uint8Array.from(edges) };
}
