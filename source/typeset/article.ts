import { findSection } from '../donga/sections.ts';
import { cellWidth } from '../korean/cells.ts';
import { gloss } from '../korean/hanja.ts';
import { fullTime } from '../korean/times.ts';
import { type Language, say } from '../messages/index.ts';
import type { Article, Place, Reporter } from '../model.ts';
import { type SetLine, setBlock, setText } from './blocks.ts';
import { type Row, type Style, span } from './rows.ts';

/** The widest column, in cells: 38 syllables, what a reader's eye follows without losing the line. */
export const MEASURE = 76;

export interface SetOptions {
  /** The column, in cells; MEASURE at most is used. */
  readonly columns: number;
  readonly language: Language;
  /** Hanja with their readings. */
  readonly hanja: boolean;
  /** A line between the head and the body: what is under way or what failed. */
  readonly notice?: { readonly text: string; readonly style: Style } | null;
}

/** Something on a row that can be opened. */
export interface ArticleLink {
  readonly row: number;
  readonly title: string;
  readonly url: string;
}

/** An article as rows. `places[i]` is where row i is, each after the one before it. */
export interface SetArticle {
  readonly rows: readonly Row[];
  readonly places: readonly Place[];
  /** The entries of 지금 뜨는 뉴스, in their order. */
  readonly links: readonly ArticleLink[];
}

/** Sets an article: head, body, what stands below it. Pure; the same rows serve the screen and a pipe. */
export function setArticle(article: Article, options: SetOptions): SetArticle {
  const columns = Math.max(1, Math.min(options.columns, MEASURE));
  const glossed = (text: string): string => (options.hanja ? gloss(text) : text);
  const rows: Row[] = [];
  const places: Place[] = [];
  const links: ArticleLink[] = [];

  const put = (block: number, lines: readonly SetLine[]): void => {
    for (const line of lines) {
      rows.push(line.row);
      places.push({ block, offset: line.offset });
    }
  };
  /** A part that has no place in the text counts its rows instead. */
  let counted = 0;
  const putCounted = (block: number, part: readonly Row[]): void => {
    put(
      block,
      part.map((row) => {
        counted += 1;
        return { row, offset: counted - 1 };
      }),
    );
  };

  putCounted(-1, head(article, columns, options, glossed));
  article.blocks.forEach((block, index) => {
    const lines = setBlock(block, columns, options.language, glossed);
    put(index, lines);
    // Behind all of the text: a place in its last line is that line's, not the empty one's.
    const end = 'text' in block ? glossed(block.text).length : (lines.at(-1)?.offset ?? 0);
    put(index, [{ row: [], offset: end + 1 }]);
  });
  counted = 0;
  const below = article.blocks.length;
  putCounted(below, foot(article, columns, options.language));
  if (article.trending.length > 0) {
    putCounted(
      below,
      setText(say(options.language, 'article.trending'), columns, 'strong').map(({ row }) => row),
    );
    article.trending.forEach(({ title, url }, index) => {
      links.push({ row: rows.length, title, url });
      const number = `${index + 1}. `;
      const lines = setText(glossed(title), columns - cellWidth(number), 'link');
      putCounted(
        below,
        lines.map((line, at) => [span(at === 0 ? number : ' '.repeat(number.length), 'faint'), ...line.row]),
      );
    });
    putCounted(below, [[]]);
  }
  putCounted(below, ending(article, columns));
  return { rows, places, links };
}

/** The row that shows a place: the last one that does not come after it. */
export function rowOf(places: readonly Place[], place: Place): number {
  let row = 0;
  for (let at = 0; at < places.length; at += 1) {
    const { block, offset } = places[at]!;
    if (block > place.block || (block === place.block && offset > place.offset)) break;
    row = at;
  }
  return row;
}

function head(
  article: Article,
  columns: number,
  { language, notice = null }: SetOptions,
  glossed: (text: string) => string,
): Row[] {
  const rows: Row[] = [];
  const add = (text: string, style: Style): void => {
    rows.push(...setText(text, columns, style).map(({ row }) => row));
  };
  const label = article.section === null ? null : (findSection(article.section)?.label ?? article.section);
  const over = [label, article.kicker].filter((text) => text !== null).join(' · ');
  if (over !== '') add(glossed(over), 'section');
  add(glossed(article.title), 'strong');
  if (article.deck.length > 0) {
    rows.push([]);
    for (const line of article.deck) add(glossed(line), 'plain');
  }
  rows.push([]);
  const times = [
    article.publishedAt === null
      ? null
      : say(language, 'article.published', { time: fullTime(article.publishedAt, language) }),
    article.updatedAt === null
      ? null
      : say(language, 'article.updated', { time: fullTime(article.updatedAt, language) }),
  ].filter((text) => text !== null);
  if (times.join(' · ').length > 0) {
    const joined = times.join(' · ');
    if (cellWidth(joined) <= columns) add(joined, 'faint');
    else for (const time of times) add(time, 'faint');
  }
  const people = article.reporters.map(reporterLine).filter((line) => line !== '');
  for (const line of people) add(line, 'faint');
  if (rows.at(-1)!.length > 0) rows.push([]);
  if (notice !== null) {
    add(notice.text, notice.style);
    rows.push([]);
  }
  return rows;
}

function reporterLine({ name, title, place, email }: Reporter): string {
  const who = [name, title].filter((part) => part !== null && part !== '').join(' ');
  const from = place === null ? who : `${place}=${who}`;
  return email === null ? from : `${from} ${email}`.trim();
}

/** What stands below the body: the wire, tags, reactions and comments. */
function foot(article: Article, columns: number, language: Language): Row[] {
  const rows: Row[] = [];
  const add = (text: string, style: Style): void => {
    rows.push(...setText(text, columns, style).map(({ row }) => row));
  };
  if (article.wire !== null) add(say(language, 'article.wire', { wire: article.wire }), 'faint');
  if (article.tags.length > 0) add(article.tags.map((tag) => `#${tag}`).join(' '), 'section');
  const counts = Object.entries(article.reactions).map(([name, count]) => `${name} ${count}`);
  if (article.comments !== null) counts.push(say(language, 'article.comments', { count: article.comments }));
  if (counts.length > 0) add(counts.join(' · '), 'faint');
  if (rows.length > 0) rows.push([]);
  return rows;
}

function ending({ copyright, url }: Article, columns: number): Row[] {
  const rows: Row[] = [];
  if (copyright !== null) rows.push(...setText(copyright, columns, 'faint').map(({ row }) => row));
  rows.push(...setText(url, columns, 'link').map(({ row }) => row.map((piece) => ({ ...piece, href: url }))));
  return rows;
}

/** Silent reading of Korean prose, in characters a minute, spaces counted: a calm reader's pace. */
const READING_SPEED = 500;

/** How many minutes the body takes to read, at least 1. */
export function minutesToRead({ blocks }: Article): number {
  const characters = blocks.reduce((sum, block) => {
    if ('text' in block) return sum + block.text.length;
    if (block.type === 'list') return sum + block.items.join('').length;
    if (block.type === 'table') return sum + block.rows.flat().join('').length;
    return sum;
  }, 0);
  return Math.max(1, Math.round(characters / READING_SPEED));
}
