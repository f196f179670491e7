import { type Entry, findEntries } from './engine.ts';
import { prepare } from './prepared.ts';
import { parseQuery } from './query.ts';

/** The names of the sections that what was typed may mean, best first: by label or by feed name. */
export function findSections(sections: readonly { name: string; label: string }[], typed: string): string[] {
  const entries = sections.map(
    ({ name, label }, index): Entry => ({
      id: name,
      title: prepare(label),
      beside: [prepare(name)],
      lead: '',
      sections: [name],
      tags: [],
      // The table's order among equals.
      time: -index,
    }),
  );
  const query = parseQuery(typed, 0);
  if (query.words.length === 0) return [];
  return findEntries(
    entries,
    query,
    entries.map((_, index) => index),
  ).results.map(({ index }) => entries[index]!.id);
}
