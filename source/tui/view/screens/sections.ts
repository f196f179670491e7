import { fit, pad } from '../../../korean/fit.ts';
import { age, koreanTime } from '../../../korean/times.ts';
import { failureText, say } from '../../../messages/index.ts';
import { FOLLOWING } from '../../../sections.ts';
import { behind, setText } from '../../../typeset/blocks.ts';
import { type Row, span } from '../../../typeset/rows.ts';
import type { SectionsScreen } from '../../state/screens.ts';
import type { SectionTab, State } from '../../state/state.ts';
import { layoutOf } from '../layout/screen.ts';
import { type SectionChoice, sectionChoices } from '../layout/section-choices.ts';
import { type Body, placeOf } from '../parts/body.ts';
import { fitRow, rowWidth } from '../parts/rows.ts';
import { searchBox } from '../parts/search-box.ts';

/**
 * The section chooser: the sections that match the typed text, with the times of their feeds and their
 * failures.
 */
export function sectionsScreen(state: State, screen: SectionsScreen): Body {
  const { body } = layoutOf(state.size, state.edition.kind === 'sample', 'none');
  const choices = sectionChoices(state, screen);
  const box = searchBox(state, screen.field, '', body.columns);
  const rows = choicesInSight(
    choices.map((choice, index) => pressed(choiceRows(state, choice, index === screen.selected), index)),
    screen.selected,
    Math.max(0, body.rows - 1),
  );
  return {
    bar: [span('  '), span(` ${say(state.language, 'screen.sections')} `, 'current')],
    rows: [
      box.row,
      ...(choices.length === 0 ? [[span(`  ${say(state.language, 'empty.sections')}`)]] : rows),
    ],
    cursor: body.rows > 0 ? { x: box.caret, y: body.y } : null,
    context: 'typing',
    position: placeOf(screen.selected, choices.length),
  };
}

/** A choice's rows, which a click on them presses. */
function pressed({ brief, whole }: ChoiceRows, at: number): ChoiceRows {
  const on = (row: Row): Row => row.map((each) => ({ ...each, press: { on: 'choice', at } }));
  return { brief: on(brief), whole: whole.map(on) };
}

/** A choice in one row, and in all the rows that its whole text takes. */
interface ChoiceRows {
  readonly brief: Row;
  readonly whole: readonly Row[];
}

/** As many choices as fit: the selected one whole, and all of them whole if there is room. */
function choicesInSight(choices: readonly ChoiceRows[], selected: number, height: number): Row[] {
  const whole = choices.flatMap((choice) => choice.whole);
  if (whole.length <= height) return whole;
  const chosen = (choices[selected]?.whole ?? []).slice(0, height);
  const others = height - chosen.length;
  const top = Math.max(0, Math.min(selected - others, choices.length - 1 - others));
  return choices
    .slice(top, top + others + 1)
    .flatMap((choice, index) => (top + index === selected ? chosen : [choice.brief]));
}

/** Cells of the selection's mark and the number, and of the unread count, with the space behind them. */
const NUMBER = 5;
const UNREAD = 13;
/** The fewest and the most cells of a label, with the space behind it. */
const LABEL = { least: 10, most: 27 } as const;
/** The fewest cells for a reason beside its section; with fewer, it stands below. */
const NARROWEST = 20;
/** And so far from the left. */
const BELOW = 2;

/** The selected section's reason, if it is too long for its row, takes the cells of the unread count and continues below. */
function choiceRows(state: State, { tab, number }: SectionChoice, selected: boolean): ChoiceRows {
  const { language, size } = state;
  const { columns } = size;
  const labelColumns = Math.max(LABEL.least, Math.min(LABEL.most, columns - NUMBER - UNREAD));
  const unread = tab.unread === 0 ? '' : say(language, 'section.unread', { count: tab.unread });
  const style = selected ? 'strong' : 'plain';
  const name = [
    span(selected ? '▌ ' : '  ', 'gutter'),
    span(`${String(number).padStart(2)} `),
    span(pad(fit(tab.label, labelColumns - 1), labelColumns), style),
  ];
  const { failed, text } = standing(state, tab, selected);
  const mark = failed ? [span('! ', 'warning')] : [];
  const told = span(text, failed ? 'alert' : 'plain');
  const row = [...name, span(`${pad(unread, UNREAD - 1)} `, style), ...mark, told];
  const fits = rowWidth(row) <= columns;
  if (!failed || !selected || fits) {
    // Without room for both, the mark of the failure matters more than the unread count.
    const fitted = fitRow(failed && !fits ? [...name, ...mark, told] : row, columns);
    return { brief: fitted, whole: [fitted] };
  }

  const room = columns - rowWidth(name) - rowWidth(mark);
  const beside = room >= NARROWEST;
  const indent = span(' '.repeat(beside ? rowWidth(name) : BELOW));
  const lines = setText(text, beside ? room : Math.max(1, columns - BELOW - rowWidth(mark)), 'alert');
  const set = behind(lines, [...(beside ? name : [indent]), ...mark], [indent, span('  ')]);
  return {
    brief: fitRow([...name, ...mark, told], columns),
    whole: [...(beside ? [] : [name]), ...set.map((line) => line.row)].map((each) => fitRow(each, columns)),
  };
}

/** How it stands with a section's feed; the reason of a failure for the selected one, as many sections may have the same. */
function standing(
  { language, now }: State,
  { name, lastFailure, refreshing, refreshedAt }: SectionTab,
  selected: boolean,
): { readonly failed: boolean; readonly text: string } {
  const when = (ms: number) => age(koreanTime(ms), now, language);
  // Followed headlines come from the other sections: there is no feed.
  if (name === FOLLOWING.name) return { failed: false, text: '' };
  if (refreshing) return { failed: false, text: say(language, 'section.refreshing') };
  if (lastFailure !== null) {
    const reason = selected ? failureText(language, lastFailure.why) : null;
    return { failed: true, text: say(language, 'section.failed', { age: when(lastFailure.at), reason }) };
  }
  return {
    failed: false,
    text:
      refreshedAt === null
        ? say(language, 'section.never')
        : say(language, 'section.refreshed', { age: when(refreshedAt) }),
  };
}
