import { fit } from '../../korean/fit.ts';
import { otherSections, type Section, setOtherSections } from '../../sections.ts';
import { fields, line, webLink } from '../files/stored-json.ts';
import type { Quarantining } from '../types.ts';
import { jsonForm, openConfFile } from './conf-file.ts';

/** A feed that is not the paper's, as the reader has named it. */
export interface OtherFeed {
  readonly name: string;
  readonly url: string;
}

/** Keeps the reader's other feeds, in the order in which they were added. */
export interface FeedsStore extends Quarantining {
  all(): readonly OtherFeed[];
  /** Adds the feeds whose name and address are new; resolves to these. */
  add(feeds: readonly OtherFeed[]): Promise<readonly OtherFeed[]>;
  /** Resolves to the feed that was removed, null if there was none. */
  remove(name: string): Promise<OtherFeed | null>;
}

/**
 * Makes the sections of the feeds known, also those that another process has added since the last call;
 * returns whether they have changed.
 */
export function knowFeeds(feeds: FeedsStore): boolean {
  const facts = (sections: readonly Section[]): string =>
    JSON.stringify(sections.map(({ name, label, feed }) => [name, label, feed]));
  const sections = feeds.all().map(sectionOfFeed);
  if (facts(sections) === facts(otherSections())) return false;
  setOtherSections(sections);
  return true;
}

/** Cells of a label where there is little room. */
const SHORT = 8;

/**
 * Opens the other feeds in a folder's `feeds.json`: `{"feeds": [{"name", "url"}, …]}`. Anything else is not
 * shown, and is dropped when the list changes. Its promises reject with Failures, as those of the bookmarks
 * do.
 */
export function openFeeds(folder: string): FeedsStore {
  const file = openConfFile({
    folder,
    name: 'feeds',
    form: jsonForm({
      isWhole: (store) => store.feeds === undefined || Array.isArray(store.feeds),
      rebuild: (pairs) => Object.fromEntries(pairs.filter(([, value]) => Array.isArray(value))),
    }),
  });
  return {
    onSetAside: file.onSetAside,
    all: () => feedsIn(file.read().feeds),
    add: (feeds) =>
      file.change((draft) => {
        const all = [...feedsIn(draft.feeds)];
        const added = feeds.filter((feed) => {
          const isKnown = ({ name, url }: OtherFeed): boolean =>
            sectionName(name) === sectionName(feed.name) || url === feed.url;
          if (all.some(isKnown)) return false;
          all.push(feed);
          return true;
        });
        draft.feeds = all;
        return { result: added, isNew: added.length > 0 };
      }),
    remove: (name) =>
      file.change((draft) => {
        const all = feedsIn(draft.feeds);
        const removed = all.find((feed) => feed.name === name) ?? null;
        draft.feeds = all.filter((feed) => feed !== removed);
        return { result: removed, isNew: removed !== null };
      }),
  };
}

/** The name of a feed's section, without the characters that separate names in a list of sections. */
export const sectionName = (name: string): string => name.replaceAll(' ', '-');

/** The feed's section. */
export function sectionOfFeed({ name, url }: OtherFeed): Section {
  const short = fit(name, SHORT).trimEnd();
  return {
    name: sectionName(name),
    label: name,
    shortLabel: short,
    english: name,
    shortEnglish: short,
    segments: [],
    aliases: [],
    feed: url,
  };
}

function feedsIn(value: unknown): readonly OtherFeed[] {
  const feeds = new Map<string, OtherFeed>();
  for (const each of Array.isArray(value) ? value : []) {
    const given = fields(each);
    const name = line(given?.name);
    const url = webLink(given?.url);
    const key = sectionName(name);
    if (name !== '' && url !== null && !feeds.has(key)) feeds.set(key, { name, url });
  }
  return [...feeds.values()];
}
