import { findSections } from '../../../search/find-sections.ts';
import { allSections, FOLLOWING, otherSections } from '../../../sections.ts';
import type { SectionsScreen } from '../../state/screens.ts';
import type { SectionTab, State } from '../../state/state.ts';

export interface SectionChoice {
  readonly tab: SectionTab;
  /**
   * From 1, by the settings alone: what is watched, or visited for once, does not change it. 0 is the section
   * of followed headlines.
   */
  readonly number: number;
}

/** The sections that match the typed text: by number, or by name and label as headlines are searched. */
export function sectionChoices(state: State, { field }: SectionsScreen): SectionChoice[] {
  const all = numbered(state);
  const typed = field.text.trim();
  if (typed === '') return all;
  if (/^\d+$/.test(typed)) return all.filter(({ number }) => String(number).startsWith(typed));
  const found = findSections(
    all.map(({ tab }) => tab),
    typed,
  );
  return found.flatMap((name) => all.filter(({ tab }) => tab.name === name));
}

/** The sections of the bar, then the others. */
function numbered({ settings: { sections: listed }, ...state }: State): SectionChoice[] {
  const names = new Set([
    FOLLOWING.name,
    ...(listed.length === 0 ? ['total'] : listed),
    ...otherSections().map(({ name }) => name),
    ...allSections().map(({ name }) => name),
  ]);
  const numbers = [...names];
  const tabs = [...state.sections, ...state.moreSections];
  return tabs.map((tab) => ({ tab, number: numbers.indexOf(tab.name) }));
}
