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
  if (tab === undefined || tab.failure === null) return [];
  const row = choiceRow(state, tab, 0, true);
  if (rowWidth(row) <= columns) return [];
  return setText(rowText(row.slice(-1)), Math.max(1, columns - 2), 'alert').map(({ row: line }) => [
    span('  '),
    ...line,
  ]);
}

function choiceRow(state: State, tab: SectionTab, number: number, selected: boolean): Row {
  const { language, now } = state;
  const when = (ms: number) => age(koreanTime(ms), now, language);
  const told =
    tab.failure !== null
      ? span(
          say(language, 'section.failed', {
            age: when(tab.failure.at),
            reason: say(language, tab.failure.failure.messageKey, tab.failure.failure.details),
          }),
          'alert',
        )
      : span(
          tab.refreshedAt === null
            ? say(language, 'section.never')
            : say(language, 'section.refreshed', { age: when(tab.refreshedAt) }),
          'faint',
        );
  return [
    span(selected ? '▌ ' : '  ', 'gutter'),
    span(`${String(number).padStart(2)} `, 'faint'),
    span(pad(tab.label, state.size.columns < 100 ? 15 : 24), selected ? 'strong' : 'plain'),
    span(
      pad(say(language, 'section.unread', { count: tab.unread }), state.size.columns < 100 ? 12 : 16),
      'plain',
    ),
    told,
  ];
}
