import type { Block } from '../../../model.ts';
import { webUrl } from '../../links.ts';
import {
  type AnyNode,
  all,
  type Element,
  first,
  isBlock,
  isTag,
  isText,
  linesOf,
  textOf,
} from '../tree/dom.ts';
import { isDropped, isRelatedHeading } from '../tree/noise.ts';
import { inScript, type Script, scriptOf } from '../tree/scripts.ts';
import { blocksOf, type Piece } from './blocks.ts';
import { embedOf } from './embeds.ts';
import { listBlocks } from './lists.ts';
import { captionOf, isCaption, isPhotoBox, photoOf, photosIn, withCaption } from './photo.ts';
import { isLayout, photosInTable, tableOf } from './tables.ts';

interface TextStyle {
  readonly bold: boolean;
  readonly heading: boolean;
  readonly href: string | null;
  /** Whether line breaks and spaces of the source count: in a `<pre>`, or by its style. */
  readonly verbatim: boolean;
  readonly script: Script;
}

const PLAIN: TextStyle = { bold: false, heading: false, href: null, verbatim: false, script: null };

const NONE: ReadonlySet<Element> = new Set();

/**
 * Reads what an element shows, in its order.
 * @param skip elements that belong elsewhere (a trending list found before).
 * @param headings elements that are headings by their place, even against their class.
 */
export function flow(
  body: Element,
  base: string | null,
  skip: ReadonlySet<Element> = NONE,
  headings: ReadonlySet<Element> = NONE,
): Piece[] {
  const pieces: Piece[] = [];
  const edge = () => pieces.push({ type: 'edge' });
  const block = (made: Block | null) => {
    if (made !== null) pieces.push({ type: 'block', block: made });
  };

  /** Two part paragraphs, and any more do no more than that. */
  const lineBreak = () => {
    const isParted = pieces.at(-1)?.type === 'break' && pieces.at(-2)?.type === 'break';
    if (!isParted) pieces.push({ type: 'break' });
  };

  const text = (data: string, { script, ...style }: TextStyle) => {
    const lines = style.verbatim ? data.split(/\r\n?|\n/) : [data];
    lines.forEach((line, index) => {
      if (index > 0) lineBreak();
      if (line !== '') pieces.push({ type: 'text', text: inScript(line, script), ...style });
    });
  };

  /** Gives a caption that stands behind its photo to it; false if no photo there lacks one. */
  const captioned = (element: Element): boolean => {
    const at = pieces.findLastIndex((piece) => piece.type === 'block' || !isBlank(piece));
    const last = pieces[at];
    if (last?.type !== 'block' || last.block.type !== 'photo' || last.block.caption !== null) return false;
    pieces[at] = { type: 'block', block: withCaption(last.block, textOf(element, isDropped)) };
    return true;
  };

  const children = (element: Element, style: TextStyle) => {
    let relatedBefore = false;
    for (const child of element.children) {
      if (isTag(child)) {
        const others = relatedBefore && (child.name === 'ul' || child.name === 'ol' || child.name === 'dl');
        if (others || isRelatedHeading(child)) edge();
        else visit(child, style);
        relatedBefore = isRelatedHeading(child);
      } else {
        visit(child, style);
      }
    }
  };

  const visit = (node: AnyNode, style: TextStyle): void => {
    if (isText(node)) text(node.data, style);
    if (!isTag(node)) return;
    if (headings.has(node)) {
      heading(node, style);
      return;
    }
    if (skip.has(node) || isDropped(node)) {
      if (isBlock(node) && node.name !== 'script' && node.name !== 'style') edge();
      return;
    }
    const read = READERS[node.name];
    if (read !== undefined) {
      read(node, style);
    } else if (isCaption(node) && captioned(node)) {
      edge();
    } else if (isPhotoBox(node)) {
      edge();
      const photos = photosIn(node, base);
      for (const photo of photos) block(photo);
      // A picture that cannot be shown still leaves its words.
      const caption = photos.length === 0 ? captionOf(node) : '';
      if (caption !== '') block({ type: 'paragraph', text: caption });
      for (const frame of all('iframe, video, audio, embed', node)) block(embedOf(frame, base));
      for (const table of all('table', node)) block(tableOf(table));
    } else if (isBlock(node)) {
      edge();
      children(node, { ...style, verbatim: style.verbatim || isPreformatted(node) });
      edge();
    } else {
      children(node, {
        ...style,
        verbatim: style.verbatim || isPreformatted(node),
        bold: style.bold || isBold(node),
        script: scriptOf(node.name, style.script),
      });
    }
  };

  const heading = (element: Element, style: TextStyle) => {
    edge();
    children(element, { ...style, bold: true, heading: true });
    edge();
  };

  const list = (element: Element, style: TextStyle) => {
    edge();
    for (const made of listBlocks(element, (node) => blocksOf(piecesOf(() => visit(node, style)))))
      block(made);
  };

  const table = (element: Element, style: TextStyle) => {
    edge();
    const made = isLayout(element) ? null : tableOf(element);
    if (made === null) {
      children(element, style);
    } else {
      for (const caption of all('caption', element)) {
        const lines = linesOf(caption, isDropped);
        if (lines.length > 0) block({ type: 'paragraph', text: lines.join('\n') });
      }
      block(made);
      for (const image of photosInTable(element)) block(photoOf(image, null, base));
    }
    edge();
  };

  const embed = (element: Element) => block(embedOf(element, base));

  const READERS: Readonly<Record<string, (element: Element, style: TextStyle) => void>> = {
    br: lineBreak,
    hr: edge,
    img: (element) => {
      block(photoOf(element, null, base));
    },
    a: (element, style) =>
      children(element, { ...style, href: webUrl(element.attribs.href, base) ?? style.href }),
    h1: heading,
    h2: heading,
    h3: heading,
    h4: heading,
    h5: heading,
    h6: heading,
    blockquote: (element, style) => {
      const inside = piecesOf(() => children(element, style));
      pieces.push({ type: 'quote', pieces: inside });
    },
    ul: list,
    ol: list,
    table,
    pre: (element, style) => {
      edge();
      children(element, { ...style, verbatim: true });
      edge();
    },
    iframe: embed,
    video: embed,
    audio: embed,
    embed,
    object: embed,
    q: (element, style) => {
      text('“', style);
      children(element, style);
      text('”', style);
    },
    // A reading above a word is put behind it, in the page's own brackets (`<rp>`) if it has some.
    rt: (element, style) => {
      const isBracketed = element.parent !== null && first('rp', element.parent) !== null;
      if (!isBracketed) text('(', style);
      children(element, style);
      if (!isBracketed) text(')', style);
    },
    noscript: (element) => {
      for (const image of all('img', element)) if (!isDropped(image)) block(photoOf(image, null, base));
    },
  };

  /** The pieces that a part of the body adds, taken out of its run. */
  const piecesOf = (read: () => void): Piece[] => {
    const start = pieces.length;
    read();
    return pieces.splice(start);
  };

  children(body, PLAIN);
  return pieces;
}

const isBlank = (piece: Piece) =>
  piece.type === 'edge' || piece.type === 'break' || (piece.type === 'text' && piece.text.trim() === '');

function isBold(element: Element): boolean {
  if (element.name === 'b' || element.name === 'strong') return true;
  return /(?:^|;)\s*font-weight\s*:\s*(?:bold|[6-9]00)/i.test(element.attribs.style ?? '');
}

/** Whether an element shows its source's line breaks, as `<pre>` does. */
const isPreformatted = (element: Element) =>
  /(?:^|;)\s*white-space\s*:\s*(?:pre|break-spaces)/i.test(element.attribs.style ?? '');
