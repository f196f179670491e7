import { findSections } from '../../../search/find-sections.ts';
import type { SectionsScreen } from '../../state/screens.ts';
import type { SectionTab, State } from '../../state/state.ts';

export interface SectionChoice {
  readonly tab: SectionTab;
  /** From 1, by the chooser's whole list. */
  readonly number: number;
}

/** The sections that match the typed text: by number, or by name and label as headlines are searched. */
export function sectionChoices(state: State, { field }: SectionsScreen): SectionChoice[] {
  const all = [...state.sections, ...state.moreSections].map((tab, index) => ({ tab, number: index + 1 }));
  const typed = field.text.trim();
  if (typed === '') return all;
  if (/^\d+$/.test(typed)) return all.filter(({ number }) => String(number).startsWith(typed));
  const found = findSections(
    all.map(({ tab }) => tab),
    typed,
  );
  return found.flatMap((name) => all.filter(({ tab }) => tab.name === name));
}
