import { CORE_SCHEMA, dump, loadAll, YAMLException } from 'js-yaml';
import { koreanTime } from '../../korean/times.ts';
import type { Article, NewBookmark } from '../../model.ts';
import { type Fields, fields, time } from '../../storage/files/stored-json.ts';
import { articleMarkdown, markdownLink, markdownText, plainOfMarkdown } from '../../typeset/markdown.ts';
import type { Exchanged } from '../types.ts';
import { bookmarkFrom, type Now, type ReadFile } from './entry.ts';
import { BrokenFile } from './formats.ts';

/** The names of a bookmark's fields in front matter and in lists, in their order. */
const NAMES = {
  section: 'section',
  publishedAt: 'published',
  savedAt: 'saved',
  reporters: 'reporters',
  tags: 'tags',
  articleTags: 'article-tags',
} as const satisfies Partial<Record<keyof NewBookmark, string>>;

const NAMED = Object.entries(NAMES) as [keyof typeof NAMES, string][];

const isGiven = (value: unknown): boolean => value !== null && !(Array.isArray(value) && value.length === 0);

const frontMatter = (values: Fields): string => `---\n${written(values)}---\n\n`;

/** A value in YAML 1.2, its lines as long as they are; with `flow` in one line. */
const written = (value: unknown, flow = false): string =>
  dump(value, { schema: CORE_SCHEMA, lineWidth: -1, ...(flow ? { flowLevel: 0 } : {}) });

/**
 * Reads YAML 1.2, null for none, without references, which may make much of little.
 * @param line of the file in which the text begins
 * @throws BrokenFile
 */
function readYaml(text: string, line: number): unknown {
  try {
    return loadAll(text, { schema: CORE_SCHEMA, maxAliases: 0 })[0] ?? null;
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    throw new BrokenFile(line + (error.mark?.line ?? 0), 'syntax');
  }
}

/** Bookmarks as one Markdown list, with the data of each below it and the note as a quotation. */
export function writeMarkdown(entries: readonly Exchanged[], { now }: Now): string {
  const items = entries.map(({ bookmark }) => {
    const facts = NAMED.flatMap(([field, name]) => {
      const value = bookmark[field];
      if (!isGiven(value)) return [];
      return `  - ${name}: ${typeof value === 'string' ? value : written(value, true).trim()}\n`;
    });
    const note = bookmark.note === '' ? '' : `\n${markdownText(bookmark.note).replace(/^/gm, '  > ')}\n`;
    return `- ${markdownLink(bookmark.title, bookmark.url)}\n${facts.join('')}${note}`;
  });
  const head = { title: '동아일보 북마크', exported: koreanTime(now), count: entries.length };
  return `${frontMatter(head)}${items.join('\n')}`;
}

/** A bookmark as a note for Obsidian: front matter in YAML 1.2, then the article. */
export function writeArticleNote(bookmark: NewBookmark, article: Article): string {
  const facts = NAMED.flatMap(([field, name]) => (isGiven(bookmark[field]) ? [[name, bookmark[field]]] : []));
  return `${frontMatter({
    title: bookmark.title,
    link: bookmark.url,
    ...Object.fromEntries(facts),
    ...(article.updatedAt === null ? {} : { updated: article.updatedAt }),
    ...(bookmark.note === '' ? {} : { note: bookmark.note }),
  })}${articleMarkdown(article)}`;
}

/**
 * Reads a note with a `link` in its front matter as one bookmark, and of anything else every list item that is a link.
 * @throws BrokenFile
 */
export function readMarkdown(text: string, now: Now): ReadFile {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const end =
    lines[0]?.trimEnd() === '---'
      ? lines.findIndex((each, at) => at > 0 && /^(?:---|\.\.\.)\s*$/.test(each))
      : 0;
  if (end < 0) throw new BrokenFile(lines.length, 'cut-off');
  const head = end === 0 ? {} : (fields(readYaml(lines.slice(1, end).join('\n'), 2)) ?? {});
  if (typeof head.link === 'string') return readNote(head, head.link, lines, now);
  return readList(lines, end === 0 ? 0 : end + 1, now);
}

/** An array of strings; one string alone, as people write it, counts as one. */
const listOf = (value: unknown): unknown => (typeof value === 'string' ? [value] : value);

function readNote(head: Fields, link: string, lines: readonly string[], now: Now): ReadFile {
  const lineOf = (name: string) => Math.max(1, lines.findIndex((each) => each.startsWith(`${name}:`)) + 1);
  for (const name of [NAMES.savedAt, NAMES.publishedAt]) {
    if (isGiven(head[name] ?? null) && time(head[name]) === null) throw new BrokenFile(lineOf(name), 'time');
  }
  const facts = NAMED.flatMap(([field, name]) => {
    const value = head[name] ?? null;
    if (!isGiven(value)) return [];
    return [[field, ['reporters', 'tags', 'articleTags'].includes(field) ? listOf(value) : value]];
  });
  const given = { title: String(head.title ?? ''), note: head.note ?? '', ...Object.fromEntries(facts) };
  const bookmark = bookmarkFrom({ ...given, url: link }, now);
  if (bookmark === null) throw new BrokenFile(lineOf('link'), 'link');
  return { entries: [{ bookmark, article: null }], skipped: 0 };
}

const ITEM = /^[-*+] \[((?:[^\\\]]|\\.)*)\]\(<?([^<>\s)]+)>?\)/;
const FACT = new RegExp(`^\\s+[-*+] (${Object.values(NAMES).join('|')}): (.*)$`);
const NOTE = /^\s+>(?: |$)(.*)$/;

function readList(lines: readonly string[], from: number, now: Now): ReadFile {
  const items: { line: number; given: Record<string, unknown> & { url: string } }[] = [];
  for (let at = from; at < lines.length; at += 1) {
    const item = ITEM.exec(lines[at]!);
    if (item !== null) {
      items.push({ line: at + 1, given: { title: plainOfMarkdown(item[1]!), url: item[2]! } });
      continue;
    }
    const last = items.at(-1)?.given;
    if (last === undefined) continue;
    const [, name, value] = FACT.exec(lines[at]!) ?? [];
    if (name !== undefined) last[fieldNamed(name)] = readFact(name, value!, at + 1);
    const note = NOTE.exec(lines[at]!)?.[1];
    if (note !== undefined)
      last.note = `${last.note === undefined ? '' : `${last.note}\n`}${plainOfMarkdown(note)}`;
  }
  if (items.length === 0 && from === 0) throw new BrokenFile(1, 'no-bookmarks');
  const entries = items.flatMap(({ given }) => {
    const bookmark = bookmarkFrom(given, now);
    return bookmark === null ? [] : [{ bookmark, article: null }];
  });
  return { entries, skipped: items.length - entries.length };
}

const fieldNamed = (name: string): string => NAMED.find(([, each]) => each === name)![0];

function readFact(name: string, value: string, line: number): unknown {
  if (name === NAMES.section) return value;
  if (name === NAMES.savedAt || name === NAMES.publishedAt) {
    if (time(value) === null) throw new BrokenFile(line, 'time');
    return value;
  }
  return listOf(readYaml(value, line));
}
