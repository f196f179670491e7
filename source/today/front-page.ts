/** The day as a front page: within the rows there are, in two columns where the terminal is wide. */
import { cellWidth } from '../korean/cells.ts';
import { fit, pad } from '../korean/fit.ts';
import { clockOf } from '../korean/times.ts';
import { type Language, say } from '../messages/index.ts';
import type { Headline } from '../model.ts';
import { sectionLabel } from '../sections.ts';
import { type Row, rowText, type Span, span } from '../typeset/rows.ts';
import { prefixSpans, titleParts } from '../typeset/title-prefix.ts';
import type { Day, DayHeadline, DaySection } from './day.ts';
import { dayFacts, dayName, headingRow, setDay } from './rows.ts';

export interface FrontPageOptions {
  /** In cells. */
  readonly columns: number;
  readonly language: Language;
  /** How many rows there are for it. */
  readonly height: number;
}

/** A page narrower than this has one column, and none is wider than the other figure; in cells. */
const TWO_FROM = 120;
const WIDEST_COLUMN = 90;
const GAP = 3;
/** The most that a section's name takes in a headline's row, in cells. */
const WIDEST_LABEL = 16;
/** In cells: as in `rows.ts`, and behind a label. */
const INDENT = 2;
const NARROWEST_WITH_ID = 60;

/** The most that a part of the page has. */
interface Fill {
  readonly stories: number;
  readonly ofSection: number;
  /** Whether a headline of a section has its lead, or is a row with nothing but its title. */
  readonly sections: 'leads' | 'titles' | 'rows';
  readonly storyLeads: boolean;
}

/** From the fullest page to the shortest. */
const FILLS: readonly Fill[] = [
  { stories: 5, ofSection: 5, sections: 'leads', storyLeads: true },
  { stories: 3, ofSection: 3, sections: 'leads', storyLeads: true },
  { stories: 3, ofSection: 2, sections: 'titles', storyLeads: true },
  ...[
    [5, 5],
    [5, 3],
    [3, 3],
    [5, 2],
    [3, 2],
    [5, 1],
    [3, 1],
    [2, 1],
  ].map(([stories, ofSection]) => ({
    stories: stories!,
    ofSection: ofSection!,
    sections: 'rows' as const,
    storyLeads: true,
  })),
  { stories: 3, ofSection: 1, sections: 'rows', storyLeads: false },
  { stories: 1, ofSection: 1, sections: 'rows', storyLeads: false },
];
/** Of a column that stories have to themselves. */
const MOST_STORIES = 12;

/** The page; null where even the shortest one has more rows than there are. */
export function setFrontPage(day: Day, options: FrontPageOptions): readonly Row[] | null {
  const { columns, language, height } = options;
  const name = dayName(day, language);
  const facts = fit(` · ${dayFacts(day, language)}`, Math.max(0, columns - cellWidth(name)));
  const head: Row = [span(name, 'strong'), span(facts, 'meta')];
  const room = height - 1;
  const isWide = columns >= TWO_FROM && day.stories.length > 0 && day.sections.length > 0;
  const body = isWide ? twoColumns(day, { ...options, height: room }) : null;
  const rows =
    body ?? oneColumn(day, { ...options, columns: Math.min(columns, WIDEST_COLUMN), height: room });
  return rows === null ? null : [head, ...rows];
}

function oneColumn(day: Day, options: FrontPageOptions): readonly Row[] | null {
  for (const fill of FILLS) {
    const stories = storyRows(day, fill, options);
    const sections = sectionRows(day, fill, options);
    const between = stories.length > 0 && sections.length > 0 ? [[]] : [];
    const rows = [...stories, ...between, ...sections];
    if (rows.length <= options.height) return rows;
  }
  return null;
}

/** Stories on the left, sections on the right, each as full as there is room. */
function twoColumns(day: Day, options: FrontPageOptions): readonly Row[] | null {
  const columns = Math.min(WIDEST_COLUMN, Math.floor((options.columns - GAP) / 2));
  const own = { ...options, columns };
  const fits = (rows: readonly Row[]): boolean => rows.length <= options.height;
  const counts = Array.from({ length: MOST_STORIES }, (_, at) => MOST_STORIES - at);
  const left = counts.map((stories) => storyRows(day, { ...FILLS[0]!, stories }, own)).find(fits);
  const right = FILLS.map((fill) => sectionRows(day, fill, own)).find(fits);
  if (left === undefined || right === undefined) return null;
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at): Row => {
    const row = left[at] ?? [];
    const rest = columns - cellWidth(rowText(row)) + GAP;
    const beside = right[at] ?? [];
    return beside.length === 0 ? row : [...row, span(' '.repeat(rest)), ...beside];
  });
}

function storyRows(day: Day, { stories, storyLeads }: Fill, options: FrontPageOptions): readonly Row[] {
  const { columns, language } = options;
  const shown = day.stories.slice(0, stories);
  if (shown.length === 0) return [];
  const left = day.stories.length - shown.length;
  const name =
    say(language, 'day.stories') + (left > 0 ? ` · ${say(language, 'day.more', { count: left })}` : '');
  const link = ({ id }: Headline): string => id;
  const set = { columns, language, limit: null, leads: true, link };
  const rows = storyLeads
    ? setDay({ ...day, stories: shown, sections: [] }, set).rows.slice(1)
    : shown.map(({ headline, headlines }) =>
        lineOf(headline, { columns, label: ' '.repeat(INDENT), tail: ` +${headlines.length - 1}` }),
      );
  return [headingRow(name, columns), ...rows];
}

function sectionRows(day: Day, { ofSection, sections }: Fill, options: FrontPageOptions): readonly Row[] {
  const { columns, language } = options;
  if (day.sections.length === 0) return [];
  if (sections === 'rows') {
    const widest = Math.max(...day.sections.map(({ name }) => cellWidth(sectionLabel(name, language))));
    const label = Math.min(WIDEST_LABEL, widest, Math.floor(columns / 3));
    const lines = { columns, language, most: ofSection, label };
    return [
      headingRow(say(language, 'day.sections'), columns),
      ...day.sections.flatMap((each) => sectionLines(each, lines)),
    ];
  }
  const link = ({ id }: Headline): string => id;
  const set = { columns, language, limit: ofSection, leads: sections === 'leads', link };
  return setDay({ ...day, stories: [] }, set).rows;
}

/** A section's headlines, a row each: its name before the first, and behind the last how many more there are. */
function sectionLines(
  { name, headlines }: DaySection,
  {
    columns,
    language,
    most,
    label,
  }: Omit<FrontPageOptions, 'height'> & { readonly most: number; readonly label: number },
): Row[] {
  const shown = headlines.slice(0, most);
  const left = headlines.length - shown.length;
  return shown.map((headline, at) => {
    const tail =
      left > 0 && at === shown.length - 1 ? ` · ${say(language, 'day.more', { count: left })}` : '';
    const own = at === 0 ? sectionLabel(name, language) : '';
    return lineOf(headline, { columns, label: `${' '.repeat(INDENT)}${pad(own, label)} `, tail });
  });
}

/** A headline in one row: a label in its cells, its title, the number behind it, its time and its id. */
function lineOf(
  { title, id, publishedAt, read }: DayHeadline,
  { columns, label, tail }: { readonly columns: number; readonly label: string; readonly tail: string },
): Row {
  const time = publishedAt === null ? '' : clockOf(publishedAt);
  const facts = columns >= NARROWEST_WITH_ID ? `${time} ${id}` : time;
  const end = facts === '' ? '' : ` ${facts}`;
  const room = Math.max(1, columns - cellWidth(label) - cellWidth(tail) - cellWidth(end));
  const { prefix, kind } = titleParts(title);
  const text = fit(title, room);
  const isWhole = text.startsWith(prefix);
  const spans: Span[] = [
    span(label, 'section'),
    ...(isWhole ? prefixSpans(prefix, kind) : []),
    span(isWhole ? text.slice(prefix.length) : text, read ? 'read' : 'strong'),
    span(tail, 'meta'),
    span(' '.repeat(Math.max(0, room - cellWidth(text)))),
    span(end, 'meta'),
  ];
  return spans.filter((piece) => piece.text !== '');
}
