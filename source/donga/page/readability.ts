import { type AnyNode, type Document, type Element, first, isTag, isText, readHtml } from './tree/dom.ts';

/** Readability's time grows with the square of the nesting: 4.6 s at a depth of 1,000. */
const MAX_DEPTH = 120;
const MAX_ELEMENTS = 10_000;
/** In UTF-16 units of text; a long story and all around it have 30,000. */
const MAX_TEXT = 100_000;

/**
 * The element that Readability takes for the story of a page of no known template, or null. Readability and
 * its DOM are loaded when first needed. The page is changed: elements without text are removed.
 */
export async function findStory(page: Document): Promise<Element | null> {
  if (!prune(page)) return null;
  // Readability is CommonJS, of which the bundle gives the default export alone.
  const [{ parseHTML }, { default: readability }] = await Promise.all([
    import('linkedom'),
    import('@mozilla/readability'),
  ]);
  // Both are made for whole pages; a page that makes them fail is not worth reading.
  const document = attempt(() => parseHTML(documentOf(page)).document);
  if (document === null) return null;
  const reader = new readability.Readability(document, {
    keepClasses: true,
    charThreshold: 100,
    maxElemsToParse: MAX_ELEMENTS,
  });
  const story = attempt(() => reader.parse());
  return first('#readability-page-1', readHtml(story?.content ?? ''));
}

/** The result of a step that a broken page may make throw; null if it does. */
function attempt<Result>(something: () => Result): Result | null {
  try {
    return something();
  } catch {
    return null;
  }
}

const DEAD = new Set([
  'script',
  'style',
  'noscript',
  'svg',
  'template',
  'iframe',
  'link',
  'select',
  'form',
  'nav',
  'footer',
]);

/** Removes elements without text and flattens deep nesting; false if too much is left. */
function prune(page: Document): boolean {
  let elements = 0;
  let length = 0;
  const visit = (parent: Document | Element, depth: number): void => {
    parent.children = parent.children.filter((node) => isText(node) || (isTag(node) && !DEAD.has(node.name)));
    for (const node of parent.children) {
      if (isText(node)) length += node.data.length;
      if (!isTag(node)) continue;
      elements++;
      if (depth >= MAX_DEPTH) node.children = node.children.flatMap(textsOf);
      visit(node, depth + 1);
    }
  };
  visit(page, 0);
  return elements <= MAX_ELEMENTS && length <= MAX_TEXT;
}

function textsOf(node: AnyNode): Element['children'] {
  if (isText(node)) return [node];
  return 'children' in node ? (node.children as AnyNode[]).flatMap(textsOf) : [];
}

/** The whole page as text. Readability looks only inside `<body>`, which HTML lets authors leave out. */
function documentOf(page: Document): string {
  if (first('body', page) !== null) return htmlOf(page);
  return `<html><body>${inside(page).map(htmlOf).join('')}</body></html>`;
}

function inside(node: Document | Element): AnyNode[] {
  return (node.children as AnyNode[]).flatMap((child) =>
    isTag(child) && (child.name === 'html' || child.name === 'head') ? inside(child) : [child],
  );
}

/** The tree as a document again; the serialiser that comes with the parser would add 80 kB of entities. */
function htmlOf(node: AnyNode): string {
  if (isText(node)) return escaped(node.data);
  const inside = 'children' in node ? (node.children as AnyNode[]).map(htmlOf).join('') : '';
  if (!isTag(node)) return inside;
  const attributes = Object.entries(node.attribs).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const open = `<${node.name}${attributes.join('')}>`;
  return VOID.has(node.name) ? open : `${open}${inside}</${node.name}>`;
}

const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
]);

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
