import type { Article, Block, Reporter } from '../../model.ts';
import { findSection } from '../../sections.ts';
import { readStamps } from '../dates.ts';
import { isCaption, withCaption } from './body/photo.ts';
import { readByline, readCredit } from './byline.ts';
import { isPictureCredit } from './credits.ts';
import type { Metadata } from './metadata.ts';
import type { Template } from './templates.ts';
import {
  all,
  classes,
  type Document,
  type Element,
  first,
  isTag,
  isText,
  linesOf,
  textOf,
} from './tree/dom.ts';
import { isDropped } from './tree/noise.ts';

type Heading = Pick<Article, 'kicker' | 'title' | 'deck' | 'publishedAt' | 'updatedAt'>;

/** The heading above a story: by the template, else by the page's head. */
export function headingOf(
  template: Template,
  page: Document,
  metadata: Metadata,
  subheads: ReadonlySet<Element>,
): Heading {
  const decks = all(template.deck, page).filter((element) => !subheads.has(element));
  const lines = [...new Set(decks.flatMap((element) => linesOf(element)))];
  const kicker = /^\[([^[\]]+)\]$/.exec(lines[0] ?? '')?.[1]?.trim() ?? null;
  const stamps = readStamps(all(template.stamps, page).map((element) => textOf(element)));
  return {
    kicker,
    title: textOf(first(template.title, page)) || metadata.title || '',
    deck: kicker === null ? lines : lines.slice(1),
    publishedAt: stamps.published ?? metadata.stamps.published,
    updatedAt: stamps.updated ?? (stamps.published === null ? metadata.stamps.updated : null),
  };
}

/** The elements that look like a deck but stand behind a story's first words: they are subheads. */
export function subheadsIn({ deck }: Template, page: Document, bodies: readonly Element[]): Set<Element> {
  const decks = new Set(all(deck, page));
  const subheads = new Set<Element>();
  let isBegun = false;
  const visit = (element: Element): void => {
    for (const child of element.children) {
      if (isTag(child)) {
        if (decks.has(child) && isBegun) subheads.add(child);
        else if (!isDropped(child) && child.name !== 'figure' && !isCaption(child)) visit(child);
      } else if (isText(child) && child.data.trim() !== '') {
        isBegun = true;
      }
    }
  };
  for (const body of bodies) visit(body);
  return subheads;
}

/** The feed's name for the breadcrumb's first known label. */
export function sectionOf({ breadcrumb }: Template, page: Document): string | null {
  for (const element of all(breadcrumb, page)) {
    const section = findSection(textOf(element));
    if (section !== null && section.name !== 'total') return section.name;
  }
  return null;
}

/** The people in the lines behind a story: its writers, the makers of its pictures, and the agency. */
export function bylineOf(
  { byline }: Template,
  page: Document,
): { writers: Reporter[]; picturedBy: Reporter[]; wire: string | null } {
  const writers: Reporter[] = [];
  const picturedBy: Reporter[] = [];
  let wire: string | null = null;
  for (const line of withMails(all(byline, page).flatMap((element) => linesOf(element)))) {
    wire ??= readCredit(line);
    (isPictureCredit(line) ? picturedBy : writers).push(...readByline(line));
  }
  return { writers: mergePeople(writers), picturedBy: mergePeople(picturedBy), wire };
}

/** Lines in which mail addresses that stand on lines of their own stand behind the line before. */
function withMails(lines: readonly string[]): string[] {
  const joined: string[] = [];
  for (const line of lines) {
    if (joined.length > 0 && /^[\w.+-]{1,64}[@＠][\w.-]{1,255}$/.test(line))
      joined.push(`${joined.pop()} ${line}`);
    else joined.push(line);
  }
  return joined;
}

/** The people of the reporters' box. */
export function boxedReporters({ reporters }: Template, page: Document): Reporter[] {
  const lines = all(reporters, page).flatMap((element) => linesOf(element));
  return mergePeople(lines.flatMap(readByline));
}

/** The people of several places, each once. */
function mergePeople(...lists: readonly (readonly Reporter[])[]): Reporter[] {
  const people = new Map<string, Reporter>();
  for (const person of lists.flat()) {
    const known = people.get(person.name);
    people.set(person.name, {
      name: person.name,
      title: known?.title ?? person.title,
      place: known?.place ?? person.place,
      email: known?.email ?? person.email,
    });
  }
  return [...people.values()];
}

/** People, and others who are not among them. */
export const together = (people: readonly Reporter[], others: readonly Reporter[]): readonly Reporter[] =>
  mergePeople(people, others);

/** People, with the details that another list has of them. */
export const detailed = (people: readonly Reporter[], others: readonly Reporter[]): readonly Reporter[] =>
  mergePeople(
    people,
    others.filter(({ name }) => people.some((person) => person.name === name)),
  );

/** The first list that names anybody. */
export const firstNamed = (...lists: readonly (readonly Reporter[])[]): readonly Reporter[] =>
  lists.find((people) => people.length > 0) ?? [];

/** The copyright notice as printed; null if there is none. */
export function copyrightOf({ copyright }: Template, page: Document): string | null {
  const notices = all(copyright, page).map((element) => textOf(element));
  return notices.find((text) => text.length <= 300 && NOTICE.test(text)) ?? null;
}

const NOTICE = /^[<[(]?\s*(?:©|ⓒ|copyright|저작권)|무단|all rights reserved/i;

/** A line under a picture that only repeats its `alt` is its caption. */
export function withCaptions(blocks: readonly Block[]): Block[] {
  const told: Block[] = [];
  for (const block of blocks) {
    const last = told.at(-1);
    const repeats = block.type === 'paragraph' && last?.type === 'photo' && last.caption === null;
    if (repeats && last.alt === block.text) told[told.length - 1] = withCaption(last, block.text);
    else told.push(block);
  }
  return told;
}

/** A story may come in several bodies, one beside the other; a body within a body is a part of it. */
export function bodiesOf({ body }: Template, page: Document): Element[] {
  const shown = all(body, page).filter((element) => !isDropped(element));
  const found = shown.length > 0 ? shown : all(body, page);
  const main = found.find((element) => textOf(element) !== '') ?? found[0]!;
  const kind = classes(main).join(' ');
  return found.filter(
    (element) => element === main || (element.parent === main.parent && classes(element).join(' ') === kind),
  );
}
