/** What stands around an article's body, in parts: each a text of its own, or the empty row between two. */

import { cellWidth } from '../korean/cells.ts';
import { fullTime } from '../korean/times.ts';
import { endsCut } from '../lead.ts';
import { say } from '../messages/index.ts';
import type { Article, Reporter } from '../model.ts';
import { sectionLabel } from '../sections.ts';
import { behind, type SetLine, setRows, setText, type TypesetOptions } from './blocks.ts';
import { shownText } from './glossed-text.ts';
import { type Style, span } from './rows.ts';

type Part = readonly SetLine[];

const EMPTY: Part = setRows([[]]);

/** Above the body: section and kicker, title, deck, times, reporters, and what is to be said of all that. */
export function above(
  article: Article,
  setting: TypesetOptions,
  notice: { readonly text: string; readonly style: Style } | null,
): Part[] {
  const { columns, language } = setting;
  const set = (text: string, style: Style): Part =>
    setText(shownText(text, setting.hanja).text, columns, style);
  const over = [sectionLabel(article.section), article.kicker ?? ''].filter(Boolean).join(' · ');
  const times = [
    article.publishedAt === null
      ? null
      : say(language, 'article.published', { time: fullTime(article.publishedAt, language) }),
    article.updatedAt === null
      ? null
      : say(language, 'article.updated', { time: fullTime(article.updatedAt, language) }),
  ].filter((text) => text !== null);
  const onOneLine = times.join(' · ');
  const facts = [
    cellWidth(onOneLine) <= columns ? onOneLine : times.join('\n'),
    ...article.reporters.map(reporterLine),
  ].filter((text) => text !== '');

  return [
    ...(over === '' ? [] : [set(over, 'section')]),
    set(article.title, 'strong'),
    ...group(article.deck.map((line) => set(line, 'plain'))),
    ...group(facts.map((line) => setText(line, columns, 'plain'))),
    EMPTY,
    ...(notice === null ? [] : [setText(notice.text, columns, notice.style), EMPTY]),
  ];
}

/** Below the body: where a lead was cut, the wire, tags, reactions and comments. */
export function below(article: Article, { columns, language }: TypesetOptions): Part[] {
  const counts = Object.entries(article.reactions).map(([name, count]) => `${name} ${count}`);
  if (article.comments !== null) counts.push(say(language, 'article.comments', { count: article.comments }));
  const texts = [
    article.source === 'feed' && endsCut(leadOf(article)) ? say(language, 'article.cut') : '',
    article.wire === null ? '' : say(language, 'article.wire', { wire: article.wire }),
    article.tags.map((tag) => `#${tag}`).join(' '),
    counts.join(' · '),
  ].filter((text) => text !== '');
  return texts.length === 0 ? [] : [...texts.map((text) => setText(text, columns, 'plain')), EMPTY];
}

/** 지금 뜨는 뉴스: its heading and, a part each, its entries. */
export function trending(
  { trending: links }: Article,
  { columns, language, hanja }: TypesetOptions,
): { heading: Part[]; entries: Part[] } {
  if (links.length === 0) return { heading: [], entries: [] };
  const entries = links.map(({ title }, index) => {
    const number = `${index + 1}. `;
    const lines = setText(shownText(title, hanja).text, columns - cellWidth(number), 'link');
    return behind(lines, [span(number)], [span(' '.repeat(number.length))]);
  });
  return { heading: [setText(say(language, 'article.trending'), columns, 'strong')], entries };
}

/** The last lines: whose the article is, and where it stands. */
export function ending({ trending: links, copyright, url }: Article, { columns }: TypesetOptions): Part[] {
  const link = setText(url, columns, 'link').map((line) => ({
    ...line,
    row: line.row.map((piece) => ({ ...piece, href: url })),
  }));
  return [
    ...(links.length === 0 ? [] : [EMPTY]),
    ...(copyright === null ? [] : [setText(copyright, columns, 'plain')]),
    link,
  ];
}

/** Parts that belong together, an empty row above them. */
function group(parts: readonly Part[]): Part[] {
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
