import { cellWidth } from '../korean/cells.ts';
import { setLines } from '../korean/line/lines.ts';
import { countOf, listItem } from '../list-item.ts';
import { type Language, say } from '../messages/index.ts';
import type { Block, ListItem, TextLink } from '../model.ts';
import { type GlossedText, shownRange, shownText, sourceOffset } from './glossed-text.ts';
import { type Row, restyle, rowText, type Span, type Style, span } from './rows.ts';
import { setTable } from './table.ts';
import type { Target, TargetRange, Targets } from './targets.ts';

/** A row of a text, and how it stands in the text. */
export interface SetLine {
  readonly row: Row;
  /**
   * The offset in the text at which the row begins, in UTF-16 units; in rows without a text, the row's
   * number.
   */
  readonly offset: number;
  /** The length of the row before the text, in UTF-16 units: a mark, an indent. */
  readonly margin: number;
  /** Whether the row continues a word that the one before broke. */
  readonly continued: boolean;
}

/**
 * A text in lines of one style, no wider than `columns` cells (at least 1). The spaces at the beginning of a
 * line of verse are its margin, and that of the rows that continue it.
 */
export function setText(text: string, columns: number, style: Style): SetLine[] {
  if (!/^ |\n /.test(text)) return setProse(text, columns, style);
  let offset = 0;
  return text.split('\n').flatMap((line) => {
    const indent = line.length - line.trimStart().length;
    const start = offset + indent;
    offset += line.length + 1;
    const margin = ' '.repeat(Math.min(indent, Math.max(0, columns - NARROWEST)));
    const rows = setProse(line.slice(indent), columns - margin.length, style);
    const verse = margin === '' ? rows : behind(rows, [span(margin)]);
    return verse.map((row) => ({ ...row, offset: row.offset + start }));
  });
}

function setProse(text: string, columns: number, style: Style): SetLine[] {
  const lines = setLines(text, columns);
  return lines.map(({ start, end }, index) => ({
    row: [span(text.slice(start, end), style)],
    offset: start,
    margin: 0,
    continued: index > 0 && lines[index - 1]!.end === start,
  }));
}

/** Rows that are not lines of a text. */
export function setRows(rows: readonly Row[]): SetLine[] {
  return rows.map((row, offset) => ({ row, offset, margin: 0, continued: false }));
}

/** Lines behind a mark; the lines after the first may have another one. */
export function behind(lines: readonly SetLine[], first: Row, rest: Row = first): SetLine[] {
  return lines.map((line, index) => {
    const before = index === 0 ? first : rest;
    return { ...line, row: [...before, ...line.row], margin: line.margin + rowText(before).length };
  });
}

/** How an article is to be set. */
export interface TypesetOptions {
  /** In cells. */
  readonly columns: number;
  readonly language: Language;
  /** Hanja with their readings. */
  readonly hanja: boolean;
  /** Sets a photo; without it, only its caption is set. */
  readonly photo?: (url: string) => SetPhoto;
  /** Collects the targets of the article's links. */
  readonly targets: Targets;
}

/** A photo in the text. */
export interface SetPhoto {
  /** The rows of the photo; none if it is not shown. */
  readonly rows: readonly Row[];
  /** The label before its caption; null for none. */
  readonly label: string | null;
}

/** A block of an article as rows no wider than the column. */
export function setBlock(block: Block, options: TypesetOptions): SetLine[] {
  const { columns, language, hanja } = options;
  const indented = (text: string, style: Style, first: Row, rest?: Row): SetLine[] =>
    behind(setShown(shownText(text, hanja), columns - 2, style), first, rest);
  switch (block.type) {
    case 'paragraph':
      return setTargets(block.text, 'plain', linksOf(block.text, block.links), options);
    case 'heading':
      return setTargets(block.text, 'strong', linksOf(block.text, block.links), options);
    case 'quote':
      return behind(
        setTargets(block.text, 'plain', linksOf(block.text, block.links), {
          ...options,
          columns: columns - 2,
        }),
        [span('│ ', 'rule')],
      );
    case 'list':
      return numbered(block.items.flatMap((item) => setItem(listItem(item), { columns, hanja })));
    case 'table':
      return setRows(
        setTable(
          block.rows.map((cells) => cells.map((cell) => shownText(cell, hanja).text)),
          columns,
        ),
      );
    case 'photo': {
      const caption = block.caption ?? block.alt;
      const label = `[${say(language, 'article.photo')}]`;
      const set = options.photo?.(block.url) ?? { rows: [], label };
      const text = [set.label, caption].filter((part) => part !== null).join(' ');
      return numbered([
        // A photo's rows hold no text to search.
        ...setRows(set.rows).map((line) => ({ ...line, margin: rowText(line.row).length })),
        ...(text === '' ? [] : indented(text, 'caption', [span('┃ ', 'rule')])),
      ]);
    }
    case 'embed': {
      const text = `[${say(language, 'article.embed')}] ${block.title ?? block.url}`;
      const target: Target = { kind: 'link', url: block.url, title: block.title ?? block.url };
      return numbered(setTargets(text, 'plain', [{ start: 0, end: text.length, target }], options));
    }
  }
}

/** In cells: the indent of a level of a list, and the least part of a line that an indent of verse leaves. */
const LEVEL = 2;
const NARROWEST = 8;

/** A list's item behind its number or a dot, set in by its level; its other lines stand under its first word. */
function setItem(item: ListItem, { columns, hanja }: Pick<TypesetOptions, 'columns' | 'hanja'>): SetLine[] {
  const { text, level } = item;
  const count = countOf(item);
  const mark = count === null ? '· ' : `${count}. `;
  const width = cellWidth(mark);
  const room = Math.max(0, columns - NARROWEST - width);
  const indent = ' '.repeat(Math.min(level * LEVEL, room));
  return behind(
    setShown(shownText(text, hanja), Math.max(1, columns - indent.length - width), 'plain'),
    [span(indent), span(mark, 'faint')],
    [span(' '.repeat(indent.length + width))],
  );
}

/** Sets a text as it is shown; its lines carry their offsets in the text itself. */
function setShown(shown: GlossedText, columns: number, style: Style): SetLine[] {
  const lines = setText(shown.text, columns, style);
  return shown.glosses.length === 0
    ? lines
    : lines.map((line) => ({ ...line, offset: sourceOffset(shown, line.offset) }));
}

const linksOf = (text: string, links: readonly TextLink[] = []): TargetRange[] =>
  links.map(([start, end, url]) => ({
    start,
    end,
    target: { kind: 'link', url, title: text.slice(start, end) },
  }));

/**
 * A text with ranges that lead to targets, numbered in their order; each has its label before it if targets
 * are labelled.
 */
export function setTargets(
  text: string,
  style: Style,
  ranges: readonly TargetRange[],
  { columns, hanja, targets }: Pick<TypesetOptions, 'columns' | 'hanja' | 'targets'>,
): SetLine[] {
  const numbered = ranges.map((range) => ({ ...range, number: targets.add(range.target) }));
  const labels = numbered.map(({ start, number }) => ({ at: start, text: targets.label(number) }));
  const shown = shownText(
    text,
    hanja,
    labels.filter((label) => label.text !== ''),
  );
  return setText(shown.text, columns, style).map((line) => {
    let { row } = line;
    const before = line.offset - line.margin;
    const mark = (from: number, to: number, change: (piece: Span) => Span): void => {
      row = restyle(row, [[Math.max(from - before, line.margin), to - before]], change);
    };
    for (const { start, end, target, number } of numbered) {
      const [from, to] = shownRange(shown, [start, end]);
      const label = targets.label(number).length;
      mark(from, to, (piece) =>
        target.kind === 'link'
          ? { ...piece, style: 'link', href: target.url, target: number }
          : { ...piece, target: number },
      );
      mark(from - label, from, (piece) => ({ ...piece, style: 'current', target: number }));
    }
    return { ...line, row, offset: sourceOffset(shown, line.offset) };
  });
}

/** Numbers the lines of more than one text, to distinguish them. */
function numbered(lines: readonly SetLine[]): SetLine[] {
  return lines.map((line, offset) => ({ ...line, offset }));
}
