/** An article as a voice says it: plain lines, each a paragraph, nothing that has to be seen. */
import { isKorean, spokenLine } from '../korean/spoken.ts';
import { fullTime } from '../korean/times.ts';
import { endsCut } from '../lead.ts';
import { listItem } from '../list-item.ts';
import { type Language, type MessageKey, type Params, say } from '../messages/index.ts';
import type { Article, Block, Reporter } from '../model.ts';
import { sectionLabel } from '../sections.ts';

/** Says the parts of one article. */
interface Speaker {
  /** A line of the article's own. */
  line(text: string): string;
  /** A text's lines, none empty. */
  lines(text: string): string[];
  /** A name for the part that follows it, in the interface's language. */
  named(key: MessageKey, params?: Params): string;
}

/**
 * The lines of an article for a voice or a screen reader, none empty: section, title, deck, times and
 * reporters, the body, tags and the copyright line. Captions, subheads, quotations, lists and tables are
 * named as such. Parts that only lead elsewhere (trending news, counts of reactions, mail addresses) are left
 * out.
 */
export function spokenArticle(article: Article, language: Language): string[] {
  const speaker = speakerOf(article, language);
  const { line, lines, named } = speaker;
  const { kicker, publishedAt, updatedAt, wire, tags, copyright } = article;
  const time = (key: MessageKey, at: string): string => {
    const text = named(key, { time: fullTime(at, language) });
    return ended(language === 'ko' ? spokenLine(text, true) : text);
  };
  return [
    ended([sectionLabel(article.section, language), line(kicker ?? '')].filter(Boolean).join(', ')),
    ended(line(article.title)),
    ...article.deck.flatMap(lines),
    [
      ...(publishedAt === null ? [] : [time('article.published', publishedAt)]),
      ...(updatedAt === null ? [] : [time('article.updated', updatedAt)]),
    ].join(' '),
    ended(article.reporters.map((reporter) => line(reporterName(reporter))).join(', ')),
    ...article.blocks.flatMap((block) => spokenBlock(block, speaker)),
    article.source === 'feed' && endsCut(lastText(article)) ? named('spoken.cut') : '',
    wire === null ? '' : ended(named('article.wire', { wire: line(wire) })),
    tags.length === 0 ? '' : ended(named('spoken.tags', { tags: tags.map(line).join(', ') })),
    line(copyright ?? ''),
  ].filter((each) => each !== '');
}

function speakerOf({ title, blocks }: Article, language: Language): Speaker {
  // A line of figures alone is spoken in the language of the article.
  const korean = isKorean(title) || blocks.some((block) => 'text' in block && isKorean(block.text));
  const line = (text: string): string => spokenLine(text, korean);
  return {
    line,
    lines: (text) =>
      text
        .split('\n')
        .map(line)
        .filter((each) => each !== ''),
    named: (key, params = {}) => say(language, key, params),
  };
}

function spokenBlock(block: Block, speaker: Speaker): string[] {
  const { line, lines, named } = speaker;
  switch (block.type) {
    case 'paragraph':
      return lines(block.text);
    case 'heading':
      return [ended(named('spoken.heading', { text: line(block.text) }))];
    case 'quote':
      return [named('spoken.quote', { text: lines(block.text).join(' ') })];
    case 'photo': {
      const text = line(block.caption ?? block.alt ?? '');
      return [ended(text === '' ? named('spoken.photo') : named('spoken.caption', { text }))];
    }
    case 'embed':
      return [ended(named('spoken.embed', { text: line(block.title ?? '') }))];
    case 'list': {
      const items = block.items.map(listItem);
      return [
        named('spoken.list', { count: items.length }),
        ...items.map(({ text, number }) => ended(`${number === null ? '' : `${number}. `}${line(text)}`)),
      ];
    }
    case 'table':
      return spokenTable(block.rows, speaker);
  }
}

/** Reads a table row by row, each cell behind its column's name, so that it makes sense without the header. */
function spokenTable(rows: readonly (readonly string[])[], { line, named }: Speaker): string[] {
  const [head = [], ...body] = rows.map((cells) => cells.map(line));
  const title = named('spoken.table', {
    rows: rows.length,
    columns: Math.max(0, ...rows.map((row) => row.length)),
  });
  if (body.length === 0) return [title, ended(head.filter(Boolean).join(', '))];
  const said = body.map((cells, at) => {
    const pairs = cells.map((cell, column) =>
      cell === '' || column === 0 ? cell : `${head[column] ?? ''} ${cell}`.trim(),
    );
    return ended(`${named('spoken.row', { row: at + 1 })} ${pairs.filter(Boolean).join(', ')}`);
  });
  return [title, ...said];
}

/** Place, name and title; a mail address says nothing aloud. */
const reporterName = ({ name, title, place }: Reporter): string =>
  [place, name, title].filter(Boolean).join(' ');

/** A line with an end that a voice pauses at. */
const ended = (line: string): string => (line === '' || /[.!?,:…”’"')\]]$/.test(line) ? line : `${line}.`);

const lastText = ({ blocks }: Article): string => {
  const last = blocks.at(-1);
  return last !== undefined && 'text' in last ? last.text : '';
};
