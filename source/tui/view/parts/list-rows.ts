import { fit, pad } from '../../../korean/fit.ts';
import { setLines } from '../../../korean/line/lines.ts';
import { age } from '../../../korean/times.ts';
import type { MatchRange } from '../../../model.ts';
import { findSection } from '../../../sections.ts';
import { shownRange, shownText } from '../../../typeset/glossed-text.ts';
import { highlight, type Row, type Span, span } from '../../../typeset/rows.ts';
import { prefixSpans, titleParts } from '../../../typeset/title-prefix.ts';
import type { List, ListItem, State } from '../../state/state.ts';
import { itemHeight, type ListGeometry } from '../layout/list.ts';

/** The rows of a list: what is in sight of it, at most `geometry.rows` rows. */
export function listRows(state: State, list: List, geometry: ListGeometry): Row[] {
  const rows: Row[] = [];
  for (let at = list.top; at < list.items.length && rows.length < geometry.rows; at += 1) {
    const item = list.items[at]!;
    const selected = at === list.selected;
    const height = itemHeight(item, selected, geometry, state.hanja);
    rows.push(...itemRows(state, item, selected, geometry).slice(0, height));
  }
  return rows.slice(0, geometry.rows);
}

function itemRows(state: State, item: ListItem, selected: boolean, geometry: ListGeometry): Row[] {
  const { marks, age: ageColumns, section, title } = geometry.columns;
  const { headline } = item;
  const before: Span[] = [...marksOf(item, selected, marks)];
  if (ageColumns > 0) {
    const told = headline.publishedAt === null ? '' : age(headline.publishedAt, state.now, state.language);
    before.push(span(pad(shortened(told, ageColumns - 1), ageColumns), 'faint'));
  }
  if (section > 0) {
    const label = headline.section === null ? '' : (findSection(headline.section)?.shortLabel ?? '');
    before.push(span(pad(fit(label, section - 1), section), 'section'));
  }
  const indent = [span(selected ? '▌' : ' ', 'gutter'), span(' '.repeat(marks - 1 + ageColumns + section))];
  return titleRows(item, selected, title, state.hanja).map((row, index) => [
    ...(index === 0 ? before : indent),
    ...row,
  ]);
}

/** A day of another year is cut to its month. */
function shortened(told: string, columns: number): string {
  return pad(told, columns) === fit(told, columns) || !told.includes('년 ')
    ? told
    : told.replace(/ \d+일$/, '');
}

function marksOf({ headline }: ListItem, selected: boolean, columns: number): Span[] {
  const gutter = span(selected ? '▌' : ' ', 'gutter');
  if (columns < 4) return [gutter];
  return [
    gutter,
    headline.read ? span(' ') : span('•', 'unread'),
    headline.bookmarked ? span('★', 'star') : span(' '),
    span(' '),
  ];
}

/** A title's lines: cut to one, or all of them where it is the selected one. */
function titleRows(item: ListItem, selected: boolean, columns: number, hanja: boolean): Row[] {
  const shown = shownText(item.headline.title, hanja);
  const title = shown.text;
  const ranges = item.matches.map((range) => shownRange(shown, range));
  const { prefix, kind } = titleParts(title);
  const lines = selected ? setLines(title, columns) : [{ start: 0, end: title.length }];
  return lines.map(({ start, end }) => {
    const text = selected ? title.slice(start, end) : fit(title, columns);
    const prefixEnd = Math.max(0, Math.min(prefix.length - start, text.length));
    const row: Row = [
      ...prefixSpans(text.slice(0, prefixEnd), kind),
      span(text.slice(prefixEnd), selected ? 'strong' : 'plain'),
    ];
    // A match that was cut off ends before the ellipsis.
    const visible = text.endsWith('…') && text !== title ? text.length - 1 : text.length;
    return highlight(
      row,
      ranges
        .map(([from, to]): MatchRange => [Math.max(0, from - start), Math.min(visible, to - start)])
        .filter(([from, to]) => from < to),
    );
  });
}
