import type { Block, TextLink } from '../../../model.ts';
import { DEEPEST_INDENT, sanitiseLine } from '../../../text/sanitise.ts';
import { collapse } from '../tree/dom.ts';

/** A body read from left to right: runs of text, line breaks, the edges of blocks, and finished blocks. */
export type Piece =
  | {
      readonly type: 'text';
      readonly text: string;
      readonly bold: boolean;
      readonly heading: boolean;
      readonly href: string | null;
      /** Whether its spaces are kept as they are in the source. */
      readonly verbatim: boolean;
    }
  | { readonly type: 'break' }
  | { readonly type: 'edge' }
  | { readonly type: 'quote'; readonly pieces: readonly Piece[] }
  | { readonly type: 'block'; readonly block: Block };

type TextRun = Extract<Piece, { type: 'text' }>;

/** A line of a paragraph, between two line breaks. */
interface Line {
  text: string;
  links: TextLink[];
  /** Whether it stands in a heading's element. */
  heading: boolean;
  /** Whether it is bold as a whole and reads as a subhead does. */
  subhead: boolean;
  /** In cells, the no-break and wide spaces that it begins with. */
  indent: number;
  verbatim: boolean;
}

/**
 * The blocks a body's pieces make. Two line breaks part paragraphs, one is a line break within a paragraph;
 * the edge of a block parts them too. A wholly bold line is a heading, unless it reads as a sentence or stands in a
 * run of bold lines. Verse keeps its indents.
 */
export function blocksOf(pieces: readonly Piece[], type: 'paragraph' | 'quote' = 'paragraph'): Block[] {
  const blocks: Block[] = [];
  const subheads = new Set<Block>();
  let lines: Line[] = [];
  let bold: Line[] = [];
  /** The lines of one heading's element, which a line break does not part. */
  let headed: Line[] = [];
  let runs: TextRun[] = [];

  const endParagraph = () => {
    if (lines.length > 0) blocks.push(paragraph(type, lines));
    lines = [];
  };
  /** A single bold line is a heading; several in a run are verse, or a notice. */
  const endBold = () => {
    if (bold.length > 1 && !bold.some(({ text }) => MARK.test(text))) {
      lines.push(...bold);
    } else {
      for (const line of bold) {
        endParagraph();
        blocks.push(paragraph('heading', [line]));
        subheads.add(blocks.at(-1)!);
      }
    }
    bold = [];
  };
  const endHeading = () => {
    if (headed.length > 0) blocks.push(paragraph('heading', headed));
    headed = [];
  };
  const endLine = () => {
    const line = lineOf(runs);
    runs = [];
    if (line?.heading && type === 'paragraph') {
      endBold();
      endParagraph();
      headed.push(line);
      return;
    }
    if (headed.length > 0 && line === null) return;
    endHeading();
    if (line?.subhead && type === 'paragraph') {
      bold.push(line);
      return;
    }
    endBold();
    if (line === null) {
      endParagraph();
    } else {
      lines.push(line);
    }
  };
  const endAll = () => {
    endLine();
    endHeading();
    endBold();
    endParagraph();
  };

  for (const piece of pieces) {
    if (piece.type === 'text') {
      runs.push(piece);
      continue;
    }
    if (piece.type === 'break') {
      endLine();
      continue;
    }
    endAll();
    if (piece.type === 'block') push(blocks, piece.block);
    if (piece.type === 'quote') blocks.push(...blocksOf(piece.pieces, 'quote'));
  }
  endAll();
  return withoutRuns(blocks, subheads);
}

/** Bold paragraphs in a row that are this many head nothing: they are text. */
const FEWEST_IN_RUN = 3;

/** Takes a run of subheads with nothing between them, none of them marked, for the text that it is. */
function withoutRuns(blocks: readonly Block[], subheads: ReadonlySet<Block>): Block[] {
  const told: Block[] = [];
  for (let at = 0; at < blocks.length; ) {
    let end = at;
    while (end < blocks.length && subheads.has(blocks[end]!)) end++;
    const run = blocks.slice(at, end);
    const isText =
      run.length >= FEWEST_IN_RUN && !run.some((block) => 'text' in block && MARK.test(block.text));
    told.push(...(isText ? run.map((block): Block => ({ ...block, type: 'paragraph' }) as Block) : run));
    if (end < blocks.length) told.push(blocks[end]!);
    at = end + 1;
  }
  return told;
}

/** A picture that loads late stands twice in the page, the second time for readers without scripts and captions. */
function push(blocks: Block[], block: Block): void {
  const last = blocks.at(-1);
  const isTwin = block.type === 'photo' && last?.type === 'photo' && last.url === block.url;
  if (!isTwin || (block.caption !== null && last.caption !== null && block.caption !== last.caption))
    blocks.push(block);
  else if (last.caption === null && block.caption !== null) blocks[blocks.length - 1] = block;
}

/** A line's runs as one text with its links; null for an empty line. */
function lineOf(runs: readonly TextRun[]): Line | null {
  let text = '';
  const links: [start: number, end: number, url: string][] = [];
  let bold = true;
  let heading = false;
  let indent = 0;
  for (const run of runs) {
    if (text === '') indent += indentOf(run, indent > 0);
    const collapsed = collapse(run.text);
    const added = text === '' || text.endsWith(' ') ? collapsed.trimStart() : collapsed;
    const visible = added.trim() !== '';
    if (visible && run.href !== null) {
      const start = text.length + added.length - added.trimStart().length;
      const end = text.length + added.trimEnd().length;
      const last = links.at(-1);
      // A link whose text is partly bold comes in several runs.
      if (last !== undefined && last[2] === run.href && text.slice(last[1], start).trim() === '')
        last[1] = end;
      else links.push([start, end, run.href]);
    }
    if (visible) {
      bold &&= run.bold;
      heading ||= run.heading;
    }
    text += added;
  }
  const trimmed = text.trimEnd();
  const clean = sanitise(trimmed, links);
  if (clean.text === '') return null;
  const verbatim = runs.some((run) => run.verbatim && run.text.trim() !== '');
  return { ...clean, heading, subhead: bold && isSubhead(clean.text), indent, verbatim };
}

/**
 * The cells of white space that a browser shows at the beginning of a run: no-break and wide spaces, and any
 * between them; in a `<pre>` all of it.
 */
function indentOf({ text, verbatim }: TextRun, isBegun: boolean): number {
  const blank = text.slice(0, text.length - text.trimStart().length);
  const shown = verbatim || isBegun ? blank : blank.replace(/^[ \t\r\n]+/, '');
  let cells = 0;
  for (const space of shown.replace(/[ \r\n]+/g, (spaces) => (verbatim ? spaces : ' '))) {
    if (space === '\t') cells += 4;
    else if (space !== '\ufeff') cells += space === '\u3000' || space === '\u2003' ? 2 : 1;
  }
  return cells;
}

/** The text sanitised, and the links at the present places of their words. */
function sanitise(text: string, links: readonly TextLink[]): { text: string; links: TextLink[] } {
  const clean = sanitiseLine(text);
  if (clean === text) return { text, links: [...links] };
  const moved: TextLink[] = [];
  for (const [start, end, url] of links) {
    const words = sanitiseLine(text.slice(start, end));
    const at = clean.indexOf(words, Math.min(sanitiseLine(text.slice(0, start)).length, clean.length));
    if (words !== '' && at >= 0) moved.push([at, at + words.length, url]);
  }
  return { text: clean, links: moved };
}

const MARK = /^[●■◆▲△▶▷◇○□★☆◎▣①-⑳]/;
const SENTENCE_END = /[.?!…][\])}’”"'」』》〉]*$/;
const LONGEST_SUBHEAD = 60;

/**
 * Whether a wholly bold line is a subhead: it is short and no sentence. Under a mark a question may be one
 * too.
 */
function isSubhead(text: string): boolean {
  if (text.length > LONGEST_SUBHEAD || !/[\p{L}\p{N}]/u.test(text)) return false;
  if (!SENTENCE_END.test(text)) return true;
  return MARK.test(text) && /[?!…][\])}’”"'」』》〉]*$/.test(text);
}

/** In UTF-16 units; a line of verse is shorter. */
const LONGEST_VERSE = 40;
const PROSE_END = /다[.!?”’"'」』)]*$/;

/** Whether lines are verse, whose indents belong to it; prose indents only a paragraph's first line. */
function isVerse(lines: readonly Line[]): boolean {
  if (lines.some(({ verbatim }) => verbatim)) return true;
  if (lines.some(({ text }) => text.length > LONGEST_VERSE)) return false;
  return lines.length > 1 || (lines[0]!.indent > 1 && !PROSE_END.test(lines[0]!.text));
}

function paragraph(type: 'paragraph' | 'heading' | 'quote', lines: readonly Line[]): Block {
  const keepsIndents = type !== 'heading' && isVerse(lines);
  let text = '';
  const links: TextLink[] = [];
  for (const line of lines) {
    if (text !== '') text += '\n';
    if (keepsIndents) text += ' '.repeat(Math.min(line.indent, DEEPEST_INDENT));
    for (const [start, end, url] of line.links) links.push([text.length + start, text.length + end, url]);
    text += line.text;
  }
  return links.length === 0 ? { type, text } : { type, text, links };
}
