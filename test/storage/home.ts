import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { openArchive } from '../../source/storage/archive.ts';
import type { Archive, FeedHeadline, NewBookmark } from '../../source/storage/types.ts';

const opened: (() => void)[] = [];
const homes: string[] = [];

afterEach(() => {
  for (const close of opened.splice(0)) close();
  for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true });
});

/** A folder of its own for a test, gone after it. */
export function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'donga-tui-'));
  homes.push(home);
  return home;
}

/** 2026-11-20 12:00 in Korea. */
export const NOON = Date.parse('2026-11-20T12:00:00+09:00');

/** The archive of a home, closed after the test. */
export function archiveIn(home: string): Archive {
  const archive = openArchive(join(home, 'archive.db'), () => NOON);
  opened.push(archive.close);
  return archive;
}

/** A headline as a feed gives it; `time` is `HH:MM` of 20 November 2026. */
export function headline(id: string, time: string | null, more: Partial<FeedHeadline> = {}): FeedHeadline {
  return {
    id,
    title: `제목 ${id}`,
    url: `https://www.donga.com/news/article/all/20261120/${id}/1`,
    section: null,
    publishedAt: time === null ? null : `2026-11-20T${time}:00+09:00`,
    summary: `요약 ${id}`,
    image: null,
    ...more,
  };
}

export function bookmark(id: string, more: Partial<NewBookmark> = {}): NewBookmark {
  return {
    ...headline(id, '03:00'),
    sections: ['politics'],
    savedAt: '2026-11-20T12:00:00+09:00',
    note: '',
    tags: [],
    articleTags: [],
    reporters: [],
    ...more,
  };
}

export const idsOf = (items: readonly { readonly id: string }[]): string[] => items.map(({ id }) => id);
