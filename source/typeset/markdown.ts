import { listItem } from '../list-item.ts';
import type { Article, Block } from '../model.ts';

/** Text that Markdown (CommonMark 0.31, with GFM's tables) shows as it is. */
export function markdownText(text: string): string {
  return (
    text
      .replace(/[\\`*_[\]<>|~$^=&]/g, '\\$&')
      // A mark makes a heading, a quotation or a list at the beginning of a line only.
      .replace(
        /^([^\S\n\r\u2028\u2029]*)(#|[-+](?=\s)|\d{1,9}(?=[.)]))/gm,
        (_, spaces: string, mark: string) => (/^\d/.test(mark) ? `${spaces}${mark}` : `${spaces}\\${mark}`),
      )
      .replace(/^([^\S\n\r\u2028\u2029]*\d{1,9})([.)])(?=\s)/gm, '$1\\$2')
  );
}

/** The text from which `markdownText` made a text. */
export function plainOfMarkdown(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** A link; the URL is ASCII without angle brackets, as `webLink` and `parseLink` leave it. */
export function markdownLink(text: string, url: string): string {
  return `[${markdownText(text)}](<${url}>)`;
}

/** An article as Markdown: headline, deck, byline, text and the line of copyright. */
export function articleMarkdown(article: Article): string {
  const { kicker, title, deck, reporters, wire, blocks, copyright } = article;
  const byline = [
    ...reporters.map(({ name, title: rank, place }) => [place, name, rank].filter(Boolean).join(' ')),
    ...(wire === null ? [] : [wire]),
  ];
  const parts = [
    `# ${kicker === null ? '' : `${markdownText(`[${kicker}]`)} `}${markdownText(title)}`,
    ...(deck.length === 0 ? [] : [deck.map((line) => `**${broken(line)}**`).join('\\\n')]),
    ...(byline.length === 0 ? [] : [markdownText(byline.join(', '))]),
    ...blocks.map(blockMarkdown),
    ...(copyright === null ? [] : ['---', markdownText(copyright)]),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Text whose own line breaks are kept, as hard ones. */
const broken = (text: string): string => markdownText(text).replaceAll('\n', '\\\n');

function blockMarkdown(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return linked(block);
    case 'heading':
      return `## ${linked(block).replaceAll('\\\n', ' ')}`;
    case 'quote':
      return linked(block).replace(/^/gm, '> ');
    case 'photo': {
      const alt = block.alt ?? block.caption ?? '';
      const picture = `!${markdownLink(alt.replaceAll('\n', ' '), block.url)}`;
      return block.caption === null ? picture : `${picture}\n\n${broken(block.caption)}`;
    }
    case 'table':
      return table(block.rows);
    case 'list':
      return block.items
        .map(listItem)
        .map(({ text, level, number, marker }) => {
          const indent = '    '.repeat(level);
          const words = broken(text).replaceAll('\n', `\n${indent}  `);
          // Markdown counts in digits only.
          const mark = number === null ? '-' : marker === undefined ? `${number}.` : `- ${marker}.`;
          return `${indent}${mark} ${words}`;
        })
        .join('\n');
    case 'embed':
      return markdownLink(block.title ?? block.url, block.url);
  }
}

function linked({ text, links = [] }: Extract<Block, { type: 'paragraph' | 'heading' | 'quote' }>): string {
  let made = '';
  let at = 0;
  for (const [start, end, url] of links) {
    if (start < at) continue;
    made += `${broken(text.slice(at, start))}${markdownLink(text.slice(start, end), url)}`;
    at = end;
  }
  return made + broken(text.slice(at));
}

function table(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  if (columns === 0) return '';
  const line = (row: readonly string[]) =>
    `| ${Array.from({ length: columns }, (_, at) => markdownText(row[at] ?? '').replaceAll('\n', '<br>')).join(' | ')} |`;
  const [head = [], ...others] = rows;
  return [line(head), `|${' --- |'.repeat(columns)}`, ...others.map(line)].join('\n');
}
