/** The parts around an article's body: each a text of its own, or the empty row between two. */

import { cellWidth } from '../korean/cells.ts';
import { fullDate, fullTime } from '../korean/times.ts';
import { endsCut } from '../lead.ts';
import { REACTIONS } from '../messages/article.ts';
import { say } from '../messages/index.ts';
import type { Article, Headline, Reporter } from '../model.ts';
import { sectionLabel } from '../sections.ts';
import { behind, type SetLine, setRows, setTargets, setText, type TypesetOptions } from './blocks.ts';
import { shownText } from './glossed-text.ts';
import { rowText, type Style, span } from './rows.ts';
import type { TargetRange } from './targets.ts';
import { columnIn, prefixSpans, titleParts } from './title-prefix.ts';

type PagePart = readonly SetLine[];

const EMPTY: PagePart = setRows([[]]);

/** Notes on an article that stand above its body but are not part of it. */
export interface HeadNotes {
  /** A line between the head and the body: work under way, or a failure. */
  readonly notice?: { readonly text: string; readonly style: Style } | null;
  /** The number of corrections and the time of the last; absent for none. */
  readonly corrected?: string;
  /** The reader's own note and tags; absent for none. */
  readonly note?: string;
}

/** The part above the body: section and kicker, title, deck, times, reporters, and notes on these. */
export function above(
  article: Article,
  setting: TypesetOptions,
  { notice = null, corrected = '', note = '' }: HeadNotes,
): PagePart[] {
  const { columns, language } = setting;
  const set = (text: string, style: Style): PagePart =>
    setText(shownText(text, setting.hanja).text, columns, style);
  const over = [sectionLabel(article.section, language), article.kicker ?? ''].filter(Boolean).join(' · ');
  const times = [
    article.publishedAt === null
      ? null
      : say(language, 'article.published', { time: fullTime(article.publishedAt, language) }),
    article.updatedAt === null
      ? null
      : say(language, 'article.updated', { time: fullTime(article.updatedAt, language) }),
  ].filter((text) => text !== null);
  const onOneLine = times.join(' · ');
  const facts = cellWidth(onOneLine) <= columns ? onOneLine : times.join('\n');
  // Numbered in the order in which they stand.
  const column = columnLines(article.title, setting);
  const reporters = article.reporters.map((reporter) => {
    const text = reporterLine(reporter);
    const start = text.indexOf(reporter.name);
    const range: TargetRange = {
      start,
      end: start + reporter.name.length,
      target: { kind: 'reporter', name: reporter.name },
    };
    return setTargets(text, 'meta', reporter.name === '' ? [] : [range], { ...setting, hanja: false });
  });

  return [
    ...(over === '' ? [] : [set(over, 'meta')]),
    titleLines(article.title, setting),
    ...column,
    ...group(article.deck.map((line) => deckLines(line, setting))),
    ...group([
      ...[facts, corrected].filter((text) => text !== '').map((text) => setText(text, columns, 'meta')),
      ...reporters,
    ]),
    EMPTY,
    ...(note === '' ? [] : [setText(note, columns, 'plain'), EMPTY]),
    ...(notice === null ? [] : [setText(notice.text, columns, notice.style), EMPTY]),
  ];
}

/** The title; a part in brackets at its beginning looks different. */
function titleLines(title: string, { columns, hanja }: TypesetOptions): PagePart {
  const { text } = shownText(title, hanja);
  const { prefix, kind } = titleParts(text);
  return setText(text, columns, 'strong').map((line) => {
    const end = Math.max(0, prefix.length - line.offset);
    const shown = rowText(line.row);
    const rest = shown.slice(end);
    const row = [
      ...prefixSpans(prefix.slice(line.offset, line.offset + shown.length), kind),
      ...(rest === '' ? [] : [span(rest, 'strong')]),
    ];
    return { ...line, row };
  });
}

/** The column that a title names, which leads to all of its pieces. */
function columnLines(title: string, setting: TypesetOptions): PagePart[] {
  const name = columnIn(title);
  if (name === null) return [];
  const text = say(setting.language, 'article.column', { name });
  const start = text.lastIndexOf(name);
  const range: TargetRange = { start, end: start + name.length, target: { kind: 'column', name } };
  return [setTargets(text, 'meta', [range], { ...setting, hanja: false })];
}

/** A line of the deck, behind a mark that sets it apart from title and story. */
function deckLines(text: string, { columns, hanja }: TypesetOptions): PagePart {
  const lines = setText(shownText(text, hanja).text, Math.max(1, columns - 2), 'plain');
  return behind(lines, [span('│ ', 'gutter')]);
}

/** The rule between the story and the part below it. */
export function storyEnd({ columns }: TypesetOptions): PagePart {
  return setRows([[span('─'.repeat(columns), 'rule')]]);
}

/** The part below the body: a note on a cut lead, the wire, tags, reactions and comments. */
export function below(article: Article, options: TypesetOptions): PagePart[] {
  const { columns, language } = options;
  const counts = Object.entries(article.reactions).map(
    ([name, count]) => `${language === 'ko' ? name : (REACTIONS[name] ?? name)} ${count}`,
  );
  if (article.comments !== null) counts.push(say(language, 'article.comments', { count: article.comments }));
  const parts = [
    article.source === 'feed' && endsCut(leadOf(article))
      ? setText(say(language, 'article.cut'), columns, 'plain')
      : [],
    article.wire === null
      ? []
      : setText(say(language, 'article.wire', { wire: article.wire }), columns, 'meta'),
    tagLines(article.tags, options),
    counts.length === 0 ? [] : setText(counts.join(' · '), columns, 'meta'),
  ].filter((part) => part.length > 0);
  return parts.length === 0 ? [] : [...parts, EMPTY];
}

function tagLines(tags: readonly string[], options: TypesetOptions): PagePart {
  let text = '';
  const ranges = tags.map((tag): TargetRange => {
    const start = text === '' ? 0 : text.length + 1;
    text += `${text === '' ? '' : ' '}#${tag}`;
    return { start, end: text.length, target: { kind: 'tag', tag } };
  });
  return text === '' ? [] : setTargets(text, 'meta', ranges, { ...options, hanja: false });
}

/** Kept headlines related to the article: a heading and, a part each, the entries with their days. */
export function related(headlines: readonly Headline[], options: TypesetOptions): PagePart[] {
  if (headlines.length === 0) return [];
  const { columns, language, hanja } = options;
  const entries = headlines.map(({ title, url, publishedAt }) => {
    const shown = shownText(title, hanja).text;
    const day = publishedAt === null ? '' : `  ${fullDate(publishedAt, language)}`;
    const range: TargetRange = { start: 0, end: shown.length, target: { kind: 'link', url, title } };
    const lines = setTargets(shown + day, 'plain', [range], {
      ...options,
      hanja: false,
      columns: Math.max(1, columns - 2),
    });
    return behind(lines, [span('· ')], [span('  ')]);
  });
  return [setText(say(language, 'article.related'), columns, 'strong'), ...entries, EMPTY];
}

/** 지금 뜨는 뉴스: its heading and, a part each, its entries. */
export function trending(
  { trending: links }: Article,
  options: TypesetOptions,
): { heading: PagePart[]; entries: PagePart[] } {
  if (links.length === 0) return { heading: [], entries: [] };
  const { columns, language, targets } = options;
  const entries = links.map(({ title, url }, index) => {
    // The label, if there is one, is the number.
    const number = targets.label(0) === '' ? `${index + 1}. ` : '';
    const range: TargetRange = { start: 0, end: title.length, target: { kind: 'link', url, title } };
    const lines = setTargets(title, 'plain', [range], {
      ...options,
      columns: Math.max(1, columns - cellWidth(number)),
    });
    return behind(lines, [span(number)], [span(' '.repeat(number.length))]);
  });
  return { heading: [setText(say(language, 'article.trending'), columns, 'strong')], entries };
}

/** The last lines: the copyright, and the address. */
export function ending(
  { trending: links, copyright, url }: Article,
  { columns }: TypesetOptions,
): PagePart[] {
  const link = setText(url, columns, 'link').map((line) => ({
    ...line,
    row: line.row.map((piece) => ({ ...piece, href: url })),
  }));
  return [
    ...(links.length === 0 ? [] : [EMPTY]),
    ...(copyright === null ? [] : [setText(copyright, columns, 'meta')]),
    link,
  ];
}

/** Parts that belong together, an empty row above them. */
function group(parts: readonly PagePart[]): PagePart[] {
  return parts.length === 0 ? [] : [EMPTY, ...parts];
}

function reporterLine({ name, title, place, email }: Reporter): string {
  const who = [name, title].filter((part) => part !== null && part !== '').join(' ');
  const from = place === null ? who : `${place}=${who}`;
  return email === null ? from : `${from} ${email}`.trim();
}

function leadOf({ blocks }: Article): string {
  return blocks.flatMap((block) => ('text' in block ? [block.text] : [])).join('\n');
}
