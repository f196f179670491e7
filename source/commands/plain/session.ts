/** The line-by-line mode: a line asks, lines of words answer. Nothing is drawn, moved or coloured. */
import { asFailure, type Failure } from '../../failure.ts';
import { spokenLine } from '../../korean/spoken.ts';
import { type Language, type MessageKey, type Params, say } from '../../messages/index.ts';
import type { Headline } from '../../model.ts';
import type { Reader } from '../../reader/types.ts';
import { misreadFilter, possibleIn } from '../../search/query/filters.ts';
import {
  allSections,
  FOLLOWING,
  findList,
  type Section,
  sectionLabel,
  suggestSection,
} from '../../sections.ts';
import { spokenArticle } from '../../typeset/spoken-article.ts';
import { isFresh, refreshList } from '../shared/fresh.ts';
import { headlineLine } from '../shared/headline-line.ts';
import { askedBy, numberIn, PHRASES, type Phrase, type PlainAction, waysToMean } from './phrases.ts';

export interface PlainParts {
  readonly reader: Reader;
  readonly language: Language;
  /** The sections of the bar, in order. */
  readonly sections: readonly string[];
  /** The most headlines of a section that are listed. */
  readonly limit: number;
  /** The network is asked only when the reader wants it. */
  readonly offline: boolean;
  now(): number;
  print(line: string): Promise<void>;
  reason(failure: Failure): string;
}

export interface PlainSession {
  /** Says the section and the first headlines. */
  begin(section: string): Promise<void>;
  /** Answers a sanitised line; resolves to false when the reader wants to leave. */
  answer(line: string): Promise<boolean>;
}

/** The number of headlines said at a time. */
const AT_ONCE = 20;

type Listed =
  | { readonly kind: 'section'; readonly section: string }
  | { readonly kind: 'search'; readonly query: string }
  | { readonly kind: 'bookmarks' };

export function createPlainSession(parts: PlainParts): PlainSession {
  const { reader, language, limit, now, print } = parts;
  let source: Listed = { kind: 'section', section: 'total' };
  let unreadOnly = false;
  let items: readonly Headline[] = [];
  /** The number of headlines said so far. */
  let said = 0;
  /** The place of the open article among the items; null while a list was said last. */
  let open: number | null = null;

  const tell = (key: MessageKey, params: Params = {}): Promise<void> => print(say(language, key, params));

  async function refresh(section: string): Promise<void> {
    await tell('plain.fetching', { what: sectionLabel(section, language) });
    const failure = await refreshList(reader, section);
    if (failure !== null) await tell('headlines.stale', { reason: parts.reason(failure) });
  }

  async function show(next: Listed): Promise<void> {
    source = next;
    items = await load(next);
    open = null;
    said = 0;
    const count = items.length;
    if (next.kind === 'search') await tell('plain.found', { query: next.query, count });
    else if (next.kind === 'bookmarks') await tell('plain.bookmarks', { count });
    else {
      const unread = items.filter(({ read }) => !read).length;
      await tell(unreadOnly ? 'plain.unread-section' : 'plain.section', {
        label: sectionLabel(next.section, language),
        count,
        unread,
      });
    }
    await sayMore();
  }

  async function load(from: Listed): Promise<readonly Headline[]> {
    if (from.kind === 'section') return reader.headlines({ section: from.section, limit, unreadOnly });
    if (from.kind === 'bookmarks') return reader.bookmarks();
    return (await reader.search()).headlines(from.query, limit).map(({ headline }) => headline);
  }

  async function sayMore(): Promise<void> {
    const page = items.slice(said, said + AT_ONCE);
    if (page.length === 0) return tell(items.length === 0 ? 'plain.nothing' : 'plain.no-more');
    for (const [index, item] of page.entries()) {
      // Marks may have changed since the headline was listed.
      const headline = reader.headline(item.id) ?? item;
      const number = said + index + 1;
      const section = source.kind === 'section' && source.section === headline.section;
      await print(headlineLine(headline, { number, language, now: now(), section: !section }));
    }
    said += page.length;
    if (said < items.length) await tell('plain.more', { from: said + 1, count: items.length - said });
  }

  async function openAt(index: number): Promise<void> {
    const headline = items[index];
    if (headline === undefined) return tell('plain.no-number', { number: index + 1, count: items.length });
    if ((reader.kept(headline.id)?.source ?? 'feed') === 'feed') {
      await tell('plain.fetching', { what: say(language, 'plain.number', { number: index + 1 }) });
    }
    const { article, failure } = await reader.open(headline);
    open = index;
    if (failure !== null) {
      await tell(article.source === 'feed' ? 'read.lead-only' : 'read.kept', {
        reason: parts.reason(failure),
      });
    }
    for (const line of spokenArticle(article, language)) await print(line);
    await tell('plain.article-end', { number: index + 1 });
  }

  /** The number of an argument or, without one, of the open article, as an index; null if there is neither. */
  async function chosen(argument: string): Promise<number | null> {
    const index = argument === '' ? open : (numberIn(argument) ?? 0) - 1;
    if (index === null) await tell('plain.which');
    else if (items[index] === undefined) {
      await tell('plain.no-number', {
        number: numberIn(argument) ?? spokenLine(argument),
        count: items.length,
      });
      return null;
    }
    return index;
  }

  async function openArgument(argument: string): Promise<void> {
    const index = await chosen(argument);
    if (index !== null) await openAt(index);
  }

  async function step(by: 1 | -1): Promise<void> {
    if (open === null) {
      if (by === 1) return sayMore();
      said = Math.max(0, said - 2 * AT_ONCE);
      return sayMore();
    }
    if (items[open + by] === undefined) return tell(by === 1 ? 'notice.no-next' : 'notice.no-previous');
    await openAt(open + by);
  }

  async function toggleBookmark(argument: string): Promise<void> {
    const index = await chosen(argument);
    if (index === null) return;
    const item = items[index]!;
    const headline = reader.headline(item.id) ?? item;
    const params = { title: spokenLine(headline.title) };
    if (reader.bookmarkOf(headline.id) !== null) {
      await reader.unbookmark(headline.id);
      return tell('bookmarks.removed', params);
    }
    await reader.bookmark(headline);
    await tell('bookmarks.added', params);
  }

  async function search(query: string): Promise<void> {
    if (query === '') return tell('empty.query');
    const misread = misreadFilter(query, now());
    if (misread !== null) {
      return tell('failure.bad-filter', {
        filter: misread.filter,
        allowed: possibleIn(misread, language).join(', '),
      });
    }
    await show({ kind: 'search', query });
  }

  async function goTo(argument: string): Promise<void> {
    const known = [...new Set([...parts.sections, ...allSections().map(({ name }) => name), FOLLOWING.name])];
    if (argument === '') {
      const unread = reader.unread();
      for (const [index, name] of known.entries()) {
        const label = sectionLabel(name, language);
        await tell('plain.section-line', { number: index + 1, label, unread: unread.get(name) ?? 0 });
      }
      return tell('plain.choose-section');
    }
    const number = numberIn(argument);
    const section = number === null ? sectionMeant(argument) : known[number - 1];
    if (section === undefined) {
      const suggestion = suggestSection(argument);
      return tell('plain.unknown-section', {
        name: argument,
        suggestion: suggestion === null ? null : sectionLabel(suggestion, language),
      });
    }
    await enter(section);
  }

  async function enter(section: string): Promise<void> {
    if (!parts.offline && !isFresh(reader, section, now())) await refresh(section);
    await show({ kind: 'section', section });
  }

  const ANSWERS: Readonly<Record<Exclude<PlainAction, 'quit'>, (argument: string) => Promise<void>>> = {
    list: (argument) => (argument === '' ? show(source) : goTo(argument)),
    more: sayMore,
    open: openArgument,
    next: () => step(1),
    previous: () => step(-1),
    again: () => (open === null ? show(source) : openAt(open)),
    search,
    section: goTo,
    bookmark: toggleBookmark,
    bookmarks: () => show({ kind: 'bookmarks' }),
    unread: async () => {
      unreadOnly = !unreadOnly;
      await show(
        source.kind === 'section' ? source : { kind: 'section', section: parts.sections[0] ?? 'total' },
      );
    },
    link: async (argument) => {
      const index = await chosen(argument);
      if (index !== null) await print(items[index]!.url);
    },
    refresh: async () => {
      const section = source.kind === 'section' ? source.section : (parts.sections[0] ?? 'total');
      await refresh(section);
      await show({ kind: 'section', section });
    },
    help: async () => {
      await tell('plain.help');
      for (const phrase of PHRASES) await print(helpLine(phrase, language));
    },
  };

  async function told(run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      const failure = asFailure(error);
      // An error that was not foreseen is reported by the program itself.
      if (failure.code === 'internal') throw failure;
      await print(parts.reason(failure));
    }
  }

  return {
    async begin(section) {
      await tell('plain.welcome');
      await told(() => enter(section));
    },
    async answer(line) {
      const asked = askedBy(line);
      if (asked === null) return true;
      if (asked.action === 'quit') {
        await tell('plain.bye');
        return false;
      }
      if (asked.action === null)
        await tell('plain.unknown', { word: asked.word, suggestion: asked.suggestion });
      else await told(() => ANSWERS[asked.action as Exclude<PlainAction, 'quit'>](asked.argument));
      return true;
    },
  };
}

/** Both languages' words, that of the interface first, and their effect. */
function helpLine({ ko, en, takes, text }: Phrase, language: Language): string {
  const [first, second] = language === 'ko' ? [ko[0], en[0]] : [en[0], ko[0]];
  const argument = takes === undefined ? '' : ` ${say(language, takes)}`;
  return say(language, 'plain.help-line', {
    words: `${first}${argument}`,
    other: second!,
    does: say(language, text),
  });
}

function sectionMeant(word: string): string | undefined {
  const found = waysToMean(word).map((way): Section | null => findList(way));
  return found.find((section) => section !== null)?.name;
}
