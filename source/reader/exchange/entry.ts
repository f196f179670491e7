import { parseLink } from '../../donga/links.ts';
import { koreanTime } from '../../korean/times.ts';
import type { KoreanTime, NewBookmark } from '../../model.ts';
import { readBookmark } from '../../storage/files/stored-json.ts';
import type { Exchanged } from '../types.ts';

/** The facts that a format's reader is given. */
export interface Now {
  /** When a bookmark without a date counts as saved, in ms since the epoch. */
  readonly now: number;
}

/** The content of a file that was read. */
export interface ReadFile {
  readonly entries: readonly Exchanged[];
  /** The number of entries that lead to no article: other schemes, and pages that may not be fetched. */
  readonly skipped: number;
}

/** A bookmark as formats other than ours give it. Values are unchecked. */
export type GivenBookmark = Readonly<Partial<Record<keyof NewBookmark, unknown>>> & { readonly url: string };

/** A bookmark from an entry of a file, found by its link; null if the link leads to no article. */
export function bookmarkFrom(given: GivenBookmark, { now }: Now): NewBookmark | null {
  let link: ReturnType<typeof parseLink>;
  try {
    link = parseLink(given.url);
  } catch {
    return null;
  }
  return readBookmark(link.id, {
    savedAt: koreanTime(now),
    section: link.section,
    sections: link.section === null ? [] : [link.section],
    publishedAt: link.date,
    title: '',
    ...given,
    id: link.id,
    url: link.url,
  });
}

/** The last second of the year 9999, in ms: later ones have no four-digit year. */
const LATEST = 253_402_300_799_000;

/** Unix time as bookmark files have it, in seconds, or in ms or µs by some programs; null for anything else. */
export function unixTime(value: string | undefined): KoreanTime | null {
  if (value === undefined || !/^\d{1,16}$/.test(value) || Number(value) === 0) return null;
  const digits = value.length;
  const ms = Number(value) * (digits > 14 ? 0.001 : digits > 11 ? 1 : 1000);
  return ms > LATEST ? null : koreanTime(ms);
}
