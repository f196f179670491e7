import { sectionLabel } from '../sections.ts';
import { createLeads } from './leads.ts';
import { findEntries } from './match/engine.ts';
import { createSegment } from './match/segment.ts';
import { parseWords } from './query/query.ts';

/** The names of the sections that the typed text may mean, best first: by label, in either language, or by feed name. */
export function findSections(sections: readonly { name: string; label: string }[], typed: string): string[] {
  const words = parseWords(typed);
  if (words.length === 0) return [];
  const segment = createSegment(
    sections.map(({ name, label }, index) => ({
      id: name,
      title: label,
      beside: [name, sectionLabel(name, 'ko'), sectionLabel(name, 'en')],
      lead: '',
      sections: [name],
      tags: [],
      // The table's order among equals.
      time: -index,
    })),
    createLeads,
  );
  const query = {
    words,
    sections: [],
    tags: [],
    from: null,
    to: null,
    read: null,
    bookmarked: false,
    without: [],
    begun: false,
  };
  return findEntries(segment, query, sections.length).map(({ id }) => id);
}
