import { findSection } from '../../donga/sections.ts';
import { pad } from '../../korean/fit.ts';
import { age, koreanTime } from '../../korean/times.ts';
import { say } from '../../messages/index.ts';
import { setText } from '../../typeset/blocks.ts';
import { type Row, rowText, span } from '../../typeset/rows.ts';
import { sectionChoices } from '../choices.ts';
import { layoutOf } from '../layout.ts';
import { fitRow, rowWidth } from '../parts/line.ts';
import { searchBox } from '../parts/search-box.ts';
import type { SectionsScreen, SectionTab, State } from '../state.ts';
import type { Body } from '../view.ts';

/** The section chooser: what typing leaves, with what was fetched when and what failed why. */
export function sectionsScreen(state: State, screen: SectionsScreen): Body {
  const { body } = layoutOf(state.size, state.edition.kind === 'sample', false);
  const choices = sectionChoices(state, screen);
  const box = searchBox(state, screen.editor, '', body.columns);
  const detail = detailRows(state, choices[screen.selected]?.tab, body.columns);
  const height = Math.max(0, body.rows - 1 - detail.length);
  const top = Math.max(0, Math.min(screen.selected - height + 1, choices.length - height));
  const rows = choices
    .slice(top, top + height)
    .map(({ tab, number }, index) =>
      fitRow(choiceRow(state, tab, number, top + index === screen.selected), body.columns),
    );
  return {
    bar: [span('  '), span(` ${say(state.language, 'screen.sections')} `, 'current')],
    rows: [
      box.row,
      ...(choices.length === 0 ? [[span(`  ${say(state.language, 'empty.search')}`)]] : rows),
      ...detail,
    ],
    cursor: body.rows > 0 ? { x: box.caret, y: body.y } : null,
    context: 'typing',
  };
}

/** Why the selected section failed, whole, where its row has no room for it. */
function detailRows(state: State, tab: SectionTab | undefined, columns: number): Row[] {
  if (tab === undefined || tab.failure === null || tab.refreshing) return [];
  const row = choiceRow(state, tab, 0, true);
  if (rowWidth(row) <= columns) return [];
  return setText(rowText(row.slice(-1)), Math.max(1, columns - 2), 'alert').map(({ row: line }) => [
    span('  '),
    ...line,
  ]);
}

/** Cells of the label and of what is unread, with the space behind them. */
const LABEL = 25;
const SHORT_LABEL = 10;
const UNREAD = 13;
/** From this width on labels are whole. */
const WHOLE_LABELS = 64;

function choiceRow(state: State, tab: SectionTab, number: number, selected: boolean): Row {
  const { language, size } = state;
  const whole = size.columns >= WHOLE_LABELS;
  const label = whole ? tab.label : (findSection(tab.name)?.shortLabel ?? tab.label);
  const unread = tab.unread === 0 ? '' : say(language, 'section.unread', { count: tab.unread });
  return [
    span(selected ? '▌ ' : '  ', 'gutter'),
    span(`${String(number).padStart(2)} `),
    span(
      `${pad(label, (whole ? LABEL : SHORT_LABEL) - 1)} ${pad(unread, UNREAD - 1)} `,
      selected ? 'strong' : 'plain',
    ),
    ...standing(state, tab),
  ];
}

/** How it stands with a section's feed. What is to be read of it is the last span. */
function standing({ language, now }: State, { failure, refreshing, refreshedAt }: SectionTab): Row {
  const when = (ms: number) => age(koreanTime(ms), now, language);
  if (refreshing) return [span(say(language, 'section.refreshing'))];
  if (failure !== null) {
    const reason = say(language, failure.failure.messageKey, failure.failure.details);
    return [
      span('! ', 'warning'),
      span(say(language, 'section.failed', { age: when(failure.at), reason }), 'alert'),
    ];
  }
  return refreshedAt === null
    ? [span(say(language, 'section.never'))]
    : [span(say(language, 'section.refreshed', { age: when(refreshedAt) }))];
}
