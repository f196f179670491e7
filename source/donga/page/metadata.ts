import type { Reporter } from '../../model.ts';
import { findSection, sectionOfSegment } from '../../sections.ts';
import { withoutEnd } from '../../text/runs.ts';
import { sanitiseLine } from '../../text/sanitise.ts';
import { parseDate, type Stamps } from '../dates.ts';
import { readByline } from './byline.ts';
import { all, type Document, first, isText, textOf } from './tree/dom.ts';

/** The facts in a page's head, for a body that does not have them. */
export interface Metadata {
  readonly title: string | null;
  readonly stamps: Stamps;
  readonly reporters: readonly Reporter[];
  /** The feed's name of the section it says it is in. */
  readonly section: string | null;
  /** The article's own address. */
  readonly link: string | null;
  /** Whether the page calls itself an article. */
  readonly isArticle: boolean;
}

/**
 * Reads `og:*`, `article:*`, the site's own `dd:*` and `categoryname`, a JSON-LD NewsArticle, the canonical link and
 * the title.
 */
export function readMetadata(page: Document): Metadata {
  const metas = new Map<string, string>();
  for (const { attribs } of all('meta[content]', page)) {
    const name = (attribs.property ?? attribs.name ?? '').toLowerCase();
    const content = line(attribs.content);
    if (content !== null && !metas.has(name)) metas.set(name, content);
  }
  const meta = (name: string) => metas.get(name) ?? null;
  const story = readStory(page);
  const date = (...texts: (string | null)[]) =>
    texts.reduce<string | null>(
      (found, text) => found ?? (text === null ? null : parseDate(spelledOut(text))),
      null,
    );
  const published = date(
    meta('article:published_time'),
    meta('dd:published_time'),
    meta('og:pubdate'),
    line(story.datePublished),
  );
  const updated = date(meta('article:modified_time'), meta('dd:modified_time'), line(story.dateModified));
  const author = meta('dd:author') ?? authorOf(story) ?? meta('article:author');
  return {
    title:
      ownTitle(meta('og:title')) ??
      line(story.headline) ??
      ownTitle(textOf(first('title', page))) ??
      (textOf(first('h1', page)) || null),
    stamps: {
      published,
      updated: updated !== null && published !== null && updated > published ? updated : null,
    },
    reporters: author === null ? [] : readByline(author),
    section: sectionIn([meta('article:section'), meta('dd:category'), meta('categoryname')]),
    link: first('link[rel="canonical"]', page)?.attribs.href ?? meta('og:url'),
    isArticle: meta('og:type') === 'article' || story['@type'] !== undefined,
  };
}

/** A date in digits alone (20261120031500) with its signs. */
const spelledOut = (text: string) =>
  text.replace(/^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?$/, '$1-$2-$3 $4:$5');

/** The first section that one of several lists of labels names: `뉴스,정치`, `Politics`, `사회 > 사건`. */
function sectionIn(lists: readonly (string | null)[]): string | null {
  for (const label of lists.flatMap((list) => list?.slice(0, 200).split(/[,>|/]/) ?? [])) {
    const name = findSection(label.trim())?.name ?? sectionOfSegment(label.trim());
    if (name !== null && name !== 'total') return name;
  }
  return null;
}

function line(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const clean = sanitiseLine(value);
  return clean === '' ? null : clean;
}

const PAPER = /(?:동아일보|동아닷컴|스포츠동아|sports\.donga\.com|donga\.com)$/i;

/** A title without the paper's name, or two of its names, behind it. */
function ownTitle(title: string | null): string | null {
  return line(withoutPaper(withoutPaper(title?.trimEnd() ?? '')));
}

function withoutPaper(title: string): string {
  const name = PAPER.exec(title);
  if (name === null) return title;
  const before = title.slice(0, name.index).trimEnd();
  const own = withoutEnd(before, /[｜|:–—-]/);
  return own === before ? title : own.trimEnd();
}

type JsonRecord = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const MAX_JSON = 500_000;

/** The first NewsArticle of the page's JSON-LD, also within an array or a `@graph`; empty for none. */
function readStory(page: Document): JsonRecord {
  for (const script of all('script[type="application/ld+json"]', page)) {
    const json = script.children.map((node) => (isText(node) ? node.data : '')).join('');
    const candidates: unknown[] = [];
    try {
      if (json.length <= MAX_JSON) candidates.push(JSON.parse(json));
    } catch {
      // Hand-written JSON-LD is often broken; the page itself says the same.
    }
    for (const candidate of candidates) {
      if (Array.isArray(candidate)) candidates.push(...candidate.slice(0, 50));
      else if (isRecord(candidate) && /(?:Article|Posting)$/.test(String(candidate['@type'])))
        return candidate;
      else if (isRecord(candidate) && Array.isArray(candidate['@graph']))
        candidates.push(candidate['@graph']);
      if (candidates.length > 200) break;
    }
  }
  return {};
}

function authorOf(story: JsonRecord): string | null {
  const authors = Array.isArray(story.author) ? story.author.slice(0, 10) : [story.author];
  const names = authors.map((author) => line(isRecord(author) ? author.name : author));
  return line(names.filter((name) => name !== null).join(', '));
}
