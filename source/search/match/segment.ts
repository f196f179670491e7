import type { Headline } from '../../model.ts';
import type { Word } from '../query/query.ts';
import { type Column, createColumn, type RowText } from './column.ts';
import { hanjaForms } from './forms.ts';

/** What a search gives back of something that it found. */
export interface FoundEntry {
  readonly id: string;
  readonly title: string;
  readonly sections: readonly string[];
  /** Normalised. */
  readonly tags: readonly string[];
  /** ms since the epoch; newer comes first among equals. Null without a date: no day matches it. */
  readonly time: number | null;
}

/** Something that can be found. Texts are NFC. */
export interface SegmentEntry extends FoundEntry {
  /** Short fields beside the title, looked through in every way: reporters, tags, a section's label. */
  readonly beside: readonly string[];
  /** A long text, in which few ways of finding look. */
  readonly lead: string;
}

/**
 * The names by which `@` finds a headline: its feeds and, where the feed of all headlines is the only one,
 * the section in its link.
 */
export function sectionsOf({ section, sections }: Pick<Headline, 'section' | 'sections'>): readonly string[] {
  return section === null || sections.includes(section) ? sections : [...sections, section];
}

/** A field of all entries of a segment, and the weight of a hit in it beside one in a title. */
export interface Field {
  readonly column: Column;
  readonly worth: number;
}

/** Many long texts. */
export interface Leads {
  /** Calls back with the number of each text that has the word. */
  eachWith(word: Word, onText: (text: number) => void): void;
}

/** Entries set up for searching. Rows' owners are indices of `entries`. */
export interface Segment {
  readonly entries: readonly FoundEntry[];
  /** Titles first; then Hanja read in Hangul, and other short fields. */
  readonly fields: readonly Field[];
  /** Made when first needed: it is the longest. */
  readonly leads: Leads;
}

/** A field beside the title counts a little less than the title. */
const BESIDE = 0.95;

/** Sets entries up for searching; some 5 ms for 1,000. `leadsOf` makes their long texts ready. */
export function createSegment(
  entries: readonly SegmentEntry[],
  leadsOf: (leads: readonly string[]) => Leads,
): Segment {
  const titles = entries.map(({ title }) => title);
  const beside = entries.flatMap((entry) => entry.beside);
  const besideOwners = entries.flatMap((entry, index) => entry.beside.map(() => index));
  let leads: Leads | null = null;
  return {
    entries,
    fields: [
      { column: createColumn(titles), worth: 1 },
      ...readInHangul(titles, null, 1),
      ...(beside.length === 0 ? [] : [{ column: createColumn(beside, besideOwners), worth: BESIDE }]),
      ...readInHangul(beside, besideOwners, BESIDE),
    ],
    get leads() {
      leads ??= leadsOf(entries.map(({ lead }) => lead));
      return leads;
    },
  };
}

function readInHangul(texts: readonly string[], owners: readonly number[] | null, worth: number): Field[] {
  const rows: RowText[] = [];
  const rowOwners: number[] = [];
  texts.forEach((text, index) => {
    for (const form of hanjaForms(text)) {
      rows.push(form);
      rowOwners.push(owners?.[index] ?? index);
    }
  });
  return rows.length === 0 ? [] : [{ column: createColumn(rows, rowOwners, true), worth }];
}
