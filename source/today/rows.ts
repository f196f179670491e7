/** The day in one page, as rows: each headline has rows of its own, which lead to it. */
import { HOUR } from '../clock.ts';
import { cellWidth } from '../korean/cells.ts';
import { fit } from '../korean/fit.ts';
import { clockOf, dayHeading, koreanTime } from '../korean/times.ts';
import { type Language, say } from '../messages/index.ts';
import type { Headline } from '../model.ts';
import { sectionLabel } from '../sections.ts';
import { setText } from '../typeset/blocks.ts';
import { type Row, type Span, span } from '../typeset/rows.ts';
import { prefixSpans, titleParts } from '../typeset/title-prefix.ts';
import type { Day, DayHeadline, DayStory } from './day.ts';

export interface DayOptions {
  /** In cells. */
  readonly columns: number;
  readonly language: Language;
  /** The most stories, and headlines of a section, that are set; null for all. */
  readonly limit: number | null;
  /** The first sentence under a headline of a section too, not under stories alone. */
  readonly leads: boolean;
  /** The text behind a headline's time: its link, its id or nothing. */
  readonly link: (headline: Headline) => string;
}

/** A headline of the page, and its rows: from the first to before the last. */
export interface DayEntry {
  readonly headline: DayHeadline;
  /** The story that the headline stands for; null for a headline of its own. */
  readonly story: DayStory | null;
  readonly first: number;
  readonly end: number;
}

export interface SetDay {
  readonly rows: readonly Row[];
  readonly entries: readonly DayEntry[];
}

/** The indent of a headline's rows, in cells; the mark of the selected one stands in it. */
const INDENT = 2;

export function setDay(day: Day, options: DayOptions): SetDay {
  const { columns, language, limit } = options;
  const rows: Row[] = [];
  const entries: DayEntry[] = [];
  const put = (headline: DayHeadline, story: DayStory | null): void => {
    const first = rows.length;
    rows.push(...entryRows(headline, story, options));
    entries.push({ headline, story, first, end: rows.length });
  };
  const heading = (name: string): void => {
    if (rows.length > 0) rows.push([]);
    rows.push(headingRow(name, columns));
  };
  const more = (all: number): void => {
    const left = limit === null ? 0 : all - limit;
    if (left > 0)
      rows.push([span(' '.repeat(INDENT)), span(say(language, 'day.more', { count: left }), 'faint')]);
  };
  const shown = <Item>(items: readonly Item[]): readonly Item[] => items.slice(0, limit ?? items.length);

  if (day.stories.length > 0) {
    heading(say(language, 'day.stories'));
    for (const story of shown(day.stories)) put(story.headline, story);
    more(day.stories.length);
  }
  for (const { name, headlines } of day.sections) {
    heading(sectionLabel(name, language));
    for (const headline of shown(headlines)) put(headline, null);
    more(headlines.length);
  }
  return { rows, entries };
}

/** A rule with a name in it. */
export function headingRow(name: string, columns: number): Row {
  const label = ` ${fit(name, Math.max(1, columns - 4))} `;
  const rest = Math.max(0, columns - cellWidth(label) - 1);
  return [span('─', 'rule'), span(label, 'strong'), span('─'.repeat(rest), 'rule')];
}

/** `11월 20일 금 07:00부터 · 기사 132건 · 읽는 데 41분`: the page's time and size. */
export function dayFacts(day: Day, language: Language): string {
  const count =
    day.stories.reduce((sum, { headlines }) => sum + headlines.length, 0) +
    day.sections.reduce((sum, { headlines }) => sum + headlines.length, 0);
  return say(language, 'day.heading', { since: sinceText(day, language), count, minutes: day.minutes });
}

/** A page of more than this, in ms, is not of one day. */
const LONGEST_DAY = 36 * HOUR;

/** The name of the page: a day's, or that of several days together. */
export const dayName = ({ since, until }: Pick<Day, 'since' | 'until'>, language: Language): string =>
  say(language, until - since > LONGEST_DAY ? 'day.name-of-days' : 'day.name');

/** The time from which on the page's headlines came, relative to the page's own day. */
export function sinceText({ since, until }: Pick<Day, 'since' | 'until'>, language: Language): string {
  const time = koreanTime(since);
  // Not at the beginning of a sentence.
  const day = dayHeading(time, until, language).replace(/^(?:Today|Yesterday)/, (word) => word.toLowerCase());
  return `${day} ${clockOf(time)}`;
}

function entryRows(headline: DayHeadline, story: DayStory | null, options: DayOptions): Row[] {
  const { columns, language, leads, link } = options;
  const width = Math.max(1, columns - INDENT);
  const inner: Row[] = [...titleRows(headline, story, width)];
  if (headline.lead !== '' && (leads || story !== null)) {
    inner.push(...setText(headline.lead, width, 'plain').map(({ row }) => row));
  }
  const sections = story === null ? [] : sectionsOf(story, language);
  const time = headline.publishedAt === null ? '' : clockOf(headline.publishedAt);
  const parts = [time, ...sections, link(headline)].filter((part) => part !== '');
  const onOneLine = parts.join(' · ');
  // A link too long for the row gets a row of its own.
  const facts =
    cellWidth(onOneLine) <= width
      ? onOneLine
      : `${parts.slice(0, -1).join(' · ')}\n${parts.at(-1) ?? ''}`.trim();
  // A link is cut nowhere: it is to be followed from there.
  if (facts !== '') inner.push(...setText(facts, width, 'meta').map(({ row }) => row));
  return inner.map((row) => [span(' '.repeat(INDENT)), ...row]);
}

const sectionsOf = ({ headlines }: DayStory, language: Language): string[] => {
  const names = new Set(headlines.flatMap(({ section }) => section ?? []));
  return [[...names].map((name) => sectionLabel(name, language)).join(', ')];
};

/** The title, with the number of other headlines of its story. */
function titleRows(headline: DayHeadline, story: DayStory | null, columns: number): Row[] {
  const { title, read } = headline;
  const count = story === null ? '' : ` +${story.headlines.length - 1}`;
  const { prefix, kind } = titleParts(title);
  const rows = setText(title + count, columns, read ? 'read' : 'strong').map(({ row, offset }): Row => {
    const text = row.map((piece) => piece.text).join('');
    const end = Math.max(0, prefix.length - offset);
    const tail = Math.max(end, title.length - offset);
    const pieces: Span[] = [
      ...(end > 0 && kind === 'news'
        ? prefixSpans(text.slice(0, end), kind)
        : [span(text.slice(0, end), 'column')]),
      span(text.slice(end, tail), read ? 'read' : 'strong'),
      span(text.slice(tail), 'meta'),
    ];
    return pieces.filter((piece) => piece.text !== '');
  });
  return rows.length > 0 ? rows : [[span(fit(title, columns))]];
}
