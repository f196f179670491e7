/** Feeds that are not the paper's were added or removed by another process while reading. */
import { allSections, FOLLOWING, otherSections, sectionLabel } from '../../../sections.ts';
import type { Effect, Step } from '../../state/effects.ts';
import type { State } from '../../state/state.ts';
import { toSection } from '../list/headlines.ts';
import { andThen, notify, withEffects } from '../steps.ts';
import { tabsOf } from './bar.ts';

/** New sections get tabs in the bar, and are asked for; removed ones are left. */
export function otherFeedsChanged(state: State): Step {
  const before = [...state.sections, ...state.moreSections];
  const known = new Set([...allSections(), FOLLOWING].map(({ name }) => name));
  const added = otherSections().flatMap(({ name }) =>
    before.some((tab) => tab.name === name) ? [] : [name],
  );
  const bar = [...state.sections.map(({ name }) => name).filter((name) => known.has(name)), ...added];
  const next: State = { ...state, ...tabsOf(bar.length === 0 ? ['total'] : bar, state.language, before) };
  const effects: Effect[] = [
    { type: 'load-sections' },
    ...(added.length === 0 || state.offline
      ? []
      : [{ type: 'refresh', sections: added, asked: false } as const]),
  ];
  const names = added.map((name) => sectionLabel(name, state.language)).join(', ');
  const told = added.length === 0 ? next : notify(next, 'feeds.added', { names });
  const { section } = state.screens[0];
  const left: Step = known.has(section) ? [told, []] : toSection(told, next.sections[0]!.name);
  return andThen(left, (shown) => withEffects(shown, ...effects));
}
