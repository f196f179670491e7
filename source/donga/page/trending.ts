import type { TrendingLink } from '../../model.ts';
import { parseLink, webUrl } from '../links.ts';
import {
  type AnyNode,
  all,
  type Document,
  type Element,
  isInside,
  isSmall,
  isTag,
  isText,
  textOf,
  textsInside,
} from './tree/dom.ts';

/** The list of other stories under a story, and the elements it stands in. */
export interface Trending {
  readonly links: readonly TrendingLink[];
  readonly elements: ReadonlySet<Element>;
}

const HEADINGS = [/^지금 ?뜨는 ?뉴스(?: ?더보기)?$/, /^트렌드 ?뉴스(?: ?더보기)?$/];
const MAX_LINKS = 30;
/** A page has one such list or two; looking under each of thousands would take minutes. */
const MAX_HEADINGS = 8;
/** The number of siblings behind a heading among which its list is looked for. */
const MAX_SIBLINGS = 60;

/** The list headed 지금 뜨는 뉴스, or 트렌드뉴스; known by its heading, since its markup is not. */
export function readTrending(page: Document, base: string | null): Trending {
  for (const heading of headingsOf(page)) {
    const list = listUnder(heading, base);
    const links = linksIn(firstOf(list, base), base);
    if (links.length > 0) return { links, elements: new Set([heading, ...list]) };
  }
  return { links: [], elements: new Set() };
}

/** The elements that are nothing but such a heading, the first heading's before the second's. */
function headingsOf(page: Document): Element[] {
  const found: { rank: number; element: Element }[] = [];
  const visit = (node: AnyNode): void => {
    if (found.length >= MAX_HEADINGS) return;
    if (isText(node) && /뜨는|트렌드/.test(node.data)) {
      const element = headingAround(node);
      const rank = element === null ? -1 : HEADINGS.findIndex((heading) => heading.test(textOf(element)));
      if (element !== null && rank >= 0) found.push({ rank, element });
    } else if (isTag(node) || 'children' in node) {
      if (isTag(node) && (node.name === 'nav' || node.name === 'script' || node.name === 'style')) return;
      for (const child of node.children) visit(child as AnyNode);
    }
  };
  visit(page);
  return found.sort((one, other) => one.rank - other.rank).map(({ element }) => element);
}

/** The largest element around a text that holds no more than the heading. */
function headingAround(text: AnyNode): Element | null {
  let heading: Element | null = null;
  let at = text.parent;
  for (let steps = 0; at !== null && isTag(at) && steps < 6; at = at.parent, steps++) {
    if (at.children.length > 20 || at.name === 'body' || at.name === 'html') break;
    if (HEADINGS.some((pattern) => pattern.test(textOf(at)))) heading = at as Element;
    else if (heading !== null) break;
  }
  return heading;
}

/**
 * The nearest elements behind a heading that hold links: beside it, or beside its parents. Several elements
 * of one kind in a row (`<dd>`, `<a>`, `<li>`) are one list.
 */
function listUnder(heading: Element, base: string | null): Element[] {
  let at: Element | null = heading;
  for (let steps = 0; at !== null && steps < 4; steps++) {
    const siblings: Element[] = [];
    for (let next = at.next; next !== null && siblings.length < MAX_SIBLINGS; next = next.next) {
      if (isTag(next)) siblings.push(next);
    }
    const start = siblings.findIndex((sibling) => hasStory(sibling, base));
    if (start >= 0) {
      const kind = siblings[start]!.name;
      if (all('a[href]', siblings[start]!).length > 1) return [siblings[start]!];
      const end = siblings.findIndex((sibling, index) => index > start && sibling.name !== kind);
      return siblings.slice(start, end < 0 ? undefined : end);
    }
    at = at.parent !== null && isTag(at.parent) ? at.parent : null;
  }
  return [];
}

/** Whether an element is, or holds, a link that leads somewhere; the links of tabs lead nowhere. */
const hasStory = (element: Element, base: string | null) =>
  [...(element.name === 'a' ? [element] : []), ...all('a[href]', element).slice(0, MAX_LINKS)].some(
    ({ attribs }) => canonical(webUrl(attribs.href, base)) !== null,
  );

/** The first of several lists in one element: a list by readers and one by comments are tabs, one of them shown. */
function firstOf(list: readonly Element[], base: string | null): readonly Element[] {
  if (list.length !== 1) return list;
  const lists = all('ul, ol', list[0]!).filter((inner) => hasStory(inner, base));
  return lists.length > 1 ? lists.slice(0, 1) : list;
}

function linksIn(list: readonly Element[], base: string | null): TrendingLink[] {
  const found = new Map<string, { position: number; title: string }>();
  for (const element of list) {
    const anchors = element.name === 'a' ? [element] : all('a[href]', element);
    for (const anchor of anchors) {
      const url = canonical(webUrl(anchor.attribs.href, base));
      if (url === null) continue;
      const entry = found.get(url) ?? { position: found.size + 1, title: '' };
      // A story's picture and its title often link apart.
      if (entry.title === '') found.set(url, { ...entry, title: titleOf(anchor, entry.position) });
    }
  }
  const links = [...found].map(([url, { title }]) => ({ title, url })).filter(({ title }) => title !== '');
  return withoutRanks(links).slice(0, MAX_LINKS);
}

/** The title in a link, without the rank if that stands in a text of its own. */
function titleOf(anchor: Element, position: number): string {
  const lead = [...textsInside(anchor, () => false)].find(({ data }) => data.trim() !== '');
  const isRank = lead !== undefined && rankOf(lead.data.trim().replace(/[.위]$/, '')) === position;
  for (const element of [...all('h2, h3, h4, h5, h6, strong, [class*="tit"]', anchor), anchor]) {
    const text = textOf(element, isCount);
    const title = isRank && isInside(lead, element) ? text.slice(lead.data.trim().length).trim() : text;
    if (title !== '') return title;
  }
  return '';
}

/** The rank that digits stand for, with leading zeros or not; null for any other text. */
const rankOf = (text: string) => (/^\d{1,3}$/.test(text) ? Number(text) : null);

/** The number of a story's comments may stand in its link too. */
const isCount = (element: Element) => isSmall(element, 8) && /^댓글\s*\(?[\d,]+\)?개?$/.test(textOf(element));

function canonical(url: string | null): string | null {
  if (url === null) return null;
  try {
    return parseLink(url).url;
  } catch {
    return null;
  }
}

/** Without the 1, 2, 3 … that stand before the titles of a ranked list. */
function withoutRanks(links: readonly TrendingLink[]): TrendingLink[] {
  const ranked =
    links.length > 1 &&
    links.every(({ title }, index) => rankOf(/^(\d{1,3})[. ] *[^ ]/.exec(title)?.[1] ?? '') === index + 1);
  return ranked
    ? links.map(({ title, url }) => ({ title: title.replace(/^\d+[. ] */, ''), url }))
    : [...links];
}
