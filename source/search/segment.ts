import type { Headline } from '../model.ts';
import { type Column, createColumn, type RowText } from './column.ts';
import { hanjaForms } from './forms.ts';
import { createLeads, type Leads } from './lead-index.ts';

/** Something that can be found. Texts are NFC. */
export interface Entry {
  readonly id: string;
  readonly title: string;
  /** Short fields beside the title, looked through in every way: reporters, tags, a section's label. */
  readonly beside: readonly string[];
  /** A long field; only what was typed is looked for in it. Let go when a full shelf has taken it over. */
  lead: string;
  readonly sections: readonly string[];
  /** Normalised. */
  readonly tags: readonly string[];
  /** ms since the epoch; newer comes first among equals. Null for what has no date: it is of no day. */
  readonly time: number | null;
}

/** What `@` finds a headline by: the feeds it came in and, where that is the one of all alone, what its link says. */
export function sectionsOf({ section, sections }: Pick<Headline, 'section' | 'sections'>): readonly string[] {
  return section === null || sections.includes(section) ? sections : [...sections, section];
}

/** A field of all entries of a shelf, and what a hit in it counts beside one in a title. */
export interface Field {
  readonly column: Column;
  readonly worth: number;
}

/** Entries set up for searching. Rows' owners are indices of `entries`. */
export interface Shelf {
  readonly entries: readonly Entry[];
  /** Titles first; then what there is of Hanja read in Hangul and of other short fields. */
  readonly fields: readonly Field[];
  /** Made when first needed: it is the longest. */
  readonly leads: Leads;
  /** 1 for an entry whose place another has taken; null where all stand. */
  stale: Uint8Array | null;
}

/** So many entries make a shelf full: it is never set up anew. Few enough that setting one up is not felt. */
export const FULL = 2000;

/** A field beside the title counts a little less than the title. */
const BESIDE = 0.95;

export function createShelf(entries: readonly Entry[]): Shelf {
  const titles = entries.map(({ title }) => title);
  const beside = entries.flatMap((entry) => entry.beside);
  const besideOwners = entries.flatMap((entry, index) => entry.beside.map(() => index));
  let leads: Leads | null = null;
  return {
    entries,
    stale: null,
    fields: [
      { column: createColumn(titles), worth: 1 },
      ...readInHangul(titles, null, 1),
      ...(beside.length === 0 ? [] : [{ column: createColumn(beside, besideOwners), worth: BESIDE }]),
      ...readInHangul(beside, besideOwners, BESIDE),
    ],
    get leads() {
      if (leads === null) {
        leads = createLeads(entries.map(({ lead }) => lead));
        if (entries.length >= FULL) for (const entry of entries) entry.lead = '';
      }
      return leads;
    },
  };
}

/** Makes what else is made when first needed. */
export function prepareShelf({ fields, leads }: Shelf): void {
  for (const { column } of fields) void [column.jamo, column.choseong];
  leads.eachWith('', () => {});
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
