import type { Block, TextLink } from '../../model.ts';
import { sanitiseLine } from '../../text/sanitise.ts';
import { collapse } from './dom.ts';
import type { Piece } from './pieces.ts';

type Run = Extract<Piece, { type: 'text' }>;

/** A line of a paragraph, between two line breaks. */
interface Line {
  text: string;
  links: TextLink[];
  heading: boolean;
}

/**
 * The blocks a body's pieces make. Two line breaks part paragraphs, one is a line break within a paragraph;
 * the edge of a block parts them too. A wholly bold line is a heading, unless it reads as a sentence.
 */
export function blocksOf(pieces: readonly Piece[], type: 'paragraph' | 'quote' = 'paragraph'): Block[] {
  const blocks: Block[] = [];
  let lines: Line[] = [];
  let runs: Run[] = [];

  const endParagraph = () => {
    if (lines.length > 0) blocks.push(paragraph(type, lines));
    lines = [];
  };
  const endLine = () => {
    const line = lineOf(runs);
    runs = [];
    if (line === null) {
      endParagraph();
    } else if (line.heading && type === 'paragraph') {
      endParagraph();
      blocks.push(paragraph('heading', [line]));
    } else {
      lines.push(line);
    }
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
    endLine();
    endParagraph();
    if (piece.type === 'block') push(blocks, piece.block);
    if (piece.type === 'quote') blocks.push(...blocksOf(piece.pieces, 'quote'));
  }
  endLine();
  endParagraph();
  return blocks;
}

/** A picture that loads late stands twice in the page, the second time for readers without scripts. */
function push(blocks: Block[], block: Block): void {
  const last = blocks.at(-1);
  if (block.type === 'photo' && last?.type === 'photo' && last.url === block.url) return;
  blocks.push(block);
}

/** A line's runs as one text with its links; null where there is nothing to read. */
function lineOf(runs: readonly Run[]): Line | null {
  let text = '';
  const links: [start: number, end: number, url: string][] = [];
  let bold = true;
  let heading = false;
  for (const run of runs) {
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
  return { ...clean, heading: heading || (bold && isSubhead(clean.text)) };
}

/** The text sanitised, and the links where their words are now. */
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

/** Whether a wholly bold line heads what follows: it is short and no sentence. Under a mark a question may head too. */
function isSubhead(text: string): boolean {
  if (text.length > LONGEST_SUBHEAD || !/[\p{L}\p{N}]/u.test(text)) return false;
  if (!SENTENCE_END.test(text)) return true;
  return MARK.test(text) && /[?!…][\])}’”"'」』》〉]*$/.test(text);
}

function paragraph(type: 'paragraph' | 'heading' | 'quote', lines: readonly Line[]): Block {
  let text = '';
  const links: TextLink[] = [];
  for (const line of lines) {
    if (text !== '') text += '\n';
    for (const [start, end, url] of line.links) links.push([text.length + start, text.length + end, url]);
    text += line.text;
  }
  return links.length === 0 ? { type, text } : { type, text, links };
}
