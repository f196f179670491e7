/** The sections that the bar shows, by the setting. */
import type { Language } from '../../../messages/index.ts';
import { allSections, FOLLOWING, FOLLOWING_AT, otherSections, sectionLabel } from '../../../sections.ts';
import type { SectionTab, State } from '../../state/state.ts';

const newTab = (name: string, language: Language): SectionTab => ({
  name,
  label: sectionLabel(name, language),
  unread: 0,
  refreshedAt: null,
  refreshing: false,
  lastFailure: null,
});

export interface Bar {
  /** The sections that were chosen, in order. */
  readonly listed: readonly string[];
  /** Something is watched. */
  readonly watches: boolean;
  /** The section on screen: in the bar in any case. */
  readonly section: string;
}

/** The names of the bar's sections. */
export function barOf({ listed, watches, section }: Bar): readonly string[] {
  const others = otherSections().flatMap(({ name }) => (listed.includes(name) ? [] : [name]));
  const some = [...(listed.length === 0 ? ['total'] : listed), ...others];
  const chosen =
    watches && !some.includes(FOLLOWING.name) ? some.toSpliced(FOLLOWING_AT, 0, FOLLOWING.name) : some;
  return chosen.includes(section) ? chosen : [...chosen, section];
}

/**
 * The tabs of the bar and those of all other sections; counts and times of earlier tabs are kept, and labels
 * are in the language.
 */
export function tabsOf(
  bar: readonly string[],
  language: Language,
  before: readonly SectionTab[] = [],
): Pick<State, 'sections' | 'moreSections'> {
  const tabOf = (name: string): SectionTab => ({
    ...newTab(name, language),
    ...before.find((tab) => tab.name === name),
    label: sectionLabel(name, language),
  });
  return {
    sections: bar.map(tabOf),
    moreSections: [...allSections(), FOLLOWING].flatMap(({ name }) =>
      bar.includes(name) ? [] : [tabOf(name)],
    ),
  };
}
