import { setLines } from '../korean/lines.ts';
import { type Language, say } from '../messages/index.ts';
import type { Block, TextLink } from '../model.ts';
import { type Row, restyle, type Style, span } from './rows.ts';
import { setTable } from './table.ts';

/** A row of a block, and where in the block's text it begins (for what has no text, its number). */
export interface SetLine {
  readonly row: Row;
  readonly offset: number;
}

/** A text in lines of one style. */
export function setText(text: string, columns: number, style: Style): SetLine[] {
  return setLines(text, columns).map(({ start, end }) => ({
    row: [span(text.slice(start, end), style)],
    offset: start,
  }));
}

/** A block of an article as rows no wider than `columns` cells. */
export function setBlock(
  block: Block,
  columns: number,
  language: Language,
  glossed: (text: string) => string,
): SetLine[] {
  switch (block.type) {
    case 'paragraph':
      return setLinked(
        glossed(block.text),
        columns,
        glossed(block.text) === block.text ? (block.links ?? []) : [],
      );
    case 'heading':
      return setText(glossed(block.text), columns, 'strong');
    case 'quote':
      return indented(setText(glossed(block.text), columns - 2, 'plain'), [span('│ ', 'rule')]);
    case 'list':
      return numbered(
        block.items.flatMap((item) => {
          const [first, ...rest] = setText(glossed(item), columns - 2, 'plain');
          return [
            ...indented(first === undefined ? [] : [first], [span('· ', 'faint')]),
            ...indented(rest, [span('  ')]),
          ];
        }),
      );
    case 'table':
      return numbered(
        setTable(
          block.rows.map((cells) => cells.map(glossed)),
          columns,
        ).map((row) => ({ row, offset: 0 })),
      );
    case 'photo': {
      const caption = block.caption ?? block.alt;
      const label = `[${say(language, 'article.photo')}]`;
      const text = caption === null ? label : `${label} ${glossed(caption)}`;
      return numbered(indented(setText(text, columns - 2, 'caption'), [span('┃ ', 'rule')]));
    }
    case 'embed': {
      const label = `[${say(language, 'article.embed')}] ${block.title === null ? block.url : block.title}`;
      return numbered(
        setText(label, columns, 'link').map(({ row, offset }) => ({
          row: row.map((piece) => ({ ...piece, href: block.url })),
          offset,
        })),
      );
    }
  }
}

function setLinked(text: string, columns: number, links: readonly TextLink[]): SetLine[] {
  return setText(text, columns, 'plain').map(({ row, offset }) => {
    let linked = row;
    for (const [start, end, href] of links) {
      linked = restyle(linked, [[start - offset, end - offset]], (piece) => ({
        ...piece,
        style: 'link',
        href,
      }));
    }
    return { row: linked, offset };
  });
}

function indented(lines: readonly SetLine[], before: Row): SetLine[] {
  return lines.map(({ row, offset }) => ({ row: [...before, ...row], offset }));
}

function numbered(lines: readonly SetLine[]): SetLine[] {
  return lines.map(({ row }, offset) => ({ row, offset }));
}
