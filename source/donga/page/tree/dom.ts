import { selectAll, selectOne } from 'css-select';
import { type AnyNode, type Document, Element, isTag, isText, type Text } from 'domhandler';
import { DomHandler, Parser } from 'htmlparser2';
import { sanitiseLine } from '../../../text/sanitise.ts';
import { inScript, type Script, scriptOf } from './scripts.ts';

/** In UTF-16 units; a page of today has about 200,000. The rest of a longer one is not read. */
const MAX_LENGTH = 2_000_000;
/** Deeper than any page goes; browsers stop nesting at 512 too. */
const MAX_DEPTH = 512;
/** A page of today has about 5,000. */
const MAX_TAGS = 20_000;
/** No attribute that is read is longer; a longer one is an embedded image or an attack. */
const MAX_ATTRIBUTE = 8192;

/**
 * A page as a tree. Never throws: if the nesting, the number of tags or the length is beyond any real page,
 * reading ends there and the tree holds the part before, so that no page takes a second.
 */
export function readHtml(html: string): Document {
  const handler = new CappedHandler();
  const parser = new Parser(handler);
  handler.stop = () => parser.pause();
  parser.end(html.slice(0, MAX_LENGTH));
  return handler.root;
}

class CappedHandler extends DomHandler {
  stop: () => void = () => {};
  private tags = 0;

  override onopentag(name: string, attributes: Record<string, string>): void {
    for (const key in attributes) {
      if (attributes[key]!.length > MAX_ATTRIBUTE) attributes[key] = '';
    }
    super.onopentag(name, attributes);
    if (++this.tags > MAX_TAGS || this.tagStack.length > MAX_DEPTH) this.stop();
  }
}

/** The first element a CSS selector names, in document order; null for none. */
export function first(selector: string, within: AnyNode): Element | null {
  return selectOne<AnyNode, Element>(selector, within);
}

/** All elements a CSS selector names, in document order. */
export function all(selector: string, within: AnyNode): Element[] {
  return selectAll<AnyNode, Element>(selector, within);
}

/** The class names of an element. */
export function classes(element: Element): string[] {
  const names = element.attribs.class;
  return names === undefined ? [] : names.split(/\s+/).filter((name) => name !== '');
}

/** Elements whose text is not meant to be read. */
const UNREAD = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'button',
  'svg',
  'select',
  'textarea',
  'head',
]);

/** Elements that text runs through without a break. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** Elements beside which text continues in the same line, behind a space. */
const SPACED = new Set(['td', 'th', 'img']);

/** Whether an element begins on a line of its own. */
export function isBlock(element: Element): boolean {
  return !INLINE.has(element.name);
}

/** Says which elements are passed over. */
type Skip = (element: Element) => boolean;

/** An element's text as one sanitised line: white space collapsed, breaks and block edges as spaces. */
export function textOf(node: AnyNode | null, skip?: Skip): string {
  return linesOf(node, skip).join(' ');
}

/**
 * An element's text in sanitised lines, parted by `<br>` and the edges of blocks; empty ones left out. A
 * table's row is one line.
 * @param wordsOf the words of an image; none by default.
 */
export function linesOf(
  node: AnyNode | null,
  skip: Skip = () => false,
  wordsOf: (image: Element) => string = () => '',
): string[] {
  if (node === null) return [];
  let text = '';
  const walk = (at: AnyNode, script: Script): void => {
    if (isText(at)) {
      text += inScript(collapse(at.data), script);
    } else if (isTag(at)) {
      if (at !== node && (UNREAD.has(at.name) || skip(at))) {
        // The words before and behind a block that is left out are not one word.
        if (isBlock(at) && at.name !== 'script' && at.name !== 'style') text += '\n';
        return;
      }
      const edge = SPACED.has(at.name) ? ' ' : isBlock(at) ? '\n' : '';
      text += edge;
      if (at.name === 'img') text += wordsOf(at);
      for (const child of at.children) walk(child, scriptOf(at.name, script));
      text += edge;
    } else if ('children' in at) {
      for (const child of at.children) walk(child, script);
    }
  };
  walk(node, null);
  return text
    .split('\n')
    .map((line) => sanitiseLine(line))
    .filter((line) => line !== '');
}

/** White space as a browser shows it: any run of it is one space, with no-break spaces too. */
export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** The texts behind an element, in document order; nothing of the elements that are passed over. */
export function* textsBehind(element: Element, skip: Skip): Generator<Text> {
  for (let at: AnyNode | null = element; at !== null; at = at.parent) {
    for (let next: AnyNode | null = at.next; next !== null; next = next.next) yield* textsInside(next, skip);
  }
}

/** The texts of a node, in document order. */
export function* textsInside(node: AnyNode, skip: Skip): Generator<Text> {
  const waiting = [node];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (isText(at)) yield at;
    else if (isTag(at) && !skip(at)) waiting.push(...at.children.toReversed());
  }
}

/**
 * Whether at most so many nodes stand inside an element; called at every step for elements nested hundreds
 * deep.
 */
export function isSmall(element: Element, most: number): boolean {
  const waiting: AnyNode[] = [element];
  for (let count = 0; count <= most; count++) {
    const at = waiting.pop();
    if (at === undefined) return true;
    if (isTag(at)) waiting.push(...at.children.slice(0, most + 1));
  }
  return false;
}

/** Whether one node stands inside another, or is it. */
export function isInside(node: AnyNode, other: AnyNode): boolean {
  for (let at: AnyNode | null = node; at !== null; at = at.parent) {
    if (at === other) return true;
  }
  return false;
}

export { type AnyNode, type Document, Element, isTag, isText };
