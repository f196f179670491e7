import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import type { Article, FeedHeadline } from '../../../source/model.ts';
import { KEPT } from '../../../source/storage/archive/versions.ts';
import type { Archive } from '../../../source/storage/types.ts';
import { archiveIn, newHome } from '../home.ts';
import { article, headline, NOON } from '../samples.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const EXTRACTOR = { extractor: 3 };
const text = (words: string, more: Partial<Article> = {}): Article =>
  article('7', { blocks: [{ type: 'paragraph', text: words }], updatedAt: null, ...more });
const said = (archive: Archive): string[] =>
  archive.versions('7').texts.map(({ blocks }) => ('text' in blocks[0]! ? blocks[0].text : ''));

describe('the former text of an article', () => {
  test('is kept once with its time and its blocks, however often the same text comes again', () => {
    const archive = archiveIn(newHome());
    const first = article('7', { updatedAt: null });
    archive.putArticle(first, NOON, EXTRACTOR);
    archive.putArticle(first, NOON + HOUR, EXTRACTOR);
    archive.putArticle({ ...first, reactions: { 좋아요: 900 }, trending: [] }, NOON + 2 * HOUR, EXTRACTOR);
    expect(archive.versions('7').texts).toHaveLength(1);
    expect(archive.isCorrected('7')).toBe(false);
    archive.putArticle({ ...first, title: '고친 제목' }, NOON + 3 * HOUR, EXTRACTOR);
    const { texts, corrected } = archive.versions('7');
    expect(corrected).toBe(1);
    expect(archive.isCorrected('7')).toBe(true);
    expect(texts.map(({ title, seenAt }) => [title, seenAt])).toEqual([
      ['제목 7', NOON],
      ['고친 제목', NOON + 3 * HOUR],
    ]);
    expect(texts[0]!.blocks).toEqual(first.blocks);
    expect(texts[0]!.deck).toEqual(first.deck);
  });

  test('is one of the last ten, of a bookmark one of all; all corrections are counted', () => {
    for (const keepAll of [false, true]) {
      const archive = archiveIn(newHome());
      for (let at = 0; at <= 14; at += 1)
        archive.putArticle(text(`${at}째 글.`), NOON + at, { ...EXTRACTOR, keepAll });
      expect(archive.versions('7').corrected).toBe(14);
      const first = keepAll ? 0 : 14 - KEPT;
      expect(said(archive)).toEqual(Array.from({ length: 15 - first }, (_, at) => `${first + at}째 글.`));
    }
  });

  test('is not kept if another extractor read it, and a history continues behind that', () => {
    const archive = archiveIn(newHome());
    archive.putArticle(text('옛 방식으로 읽은 글.'), NOON);
    archive.putArticle(text('새 방식으로 읽은 글.'), NOON + 1, EXTRACTOR);
    archive.putArticle(text('더 새로 읽은 글.'), NOON + 2, { extractor: 4 });
    expect(said(archive)).toEqual(['더 새로 읽은 글.']);
    archive.putArticle(text('고친 글.'), NOON + 3, { extractor: 4 });
    archive.putArticle(text('고친 글, 또 다르게 읽은.'), NOON + 4, { extractor: 5 });
    expect(said(archive)).toEqual(['더 새로 읽은 글.', '고친 글.', '고친 글, 또 다르게 읽은.']);
    expect(archive.versions('7').corrected).toBe(1);
  });

  test('is not replaced by an older copy of the page or a feed’s lead', () => {
    const archive = archiveIn(newHome());
    const newer = text('새 글.', { updatedAt: '2026-11-20T10:00:00+09:00' });
    archive.putArticle(newer, NOON, EXTRACTOR);
    archive.putArticle(text('옛 글.', { updatedAt: '2026-11-20T09:00:00+09:00' }), NOON + 1, EXTRACTOR);
    archive.putArticle(text('앞부분.', { source: 'feed' }), NOON + 2);
    expect(archive.article('7')).toEqual({ ...newer, ...EXTRACTOR });
    expect(archive.versions('7').corrected).toBe(0);
  });

  test('that is damaged does not affect the others', () => {
    const home = newHome();
    const archive = archiveIn(home);
    for (const at of [1, 2, 3]) archive.putArticle(text(`${at}째 글.`), NOON + at, EXTRACTOR);
    const db = new DatabaseSync(join(home, 'archive.db'));
    db.exec(`UPDATE versions SET text = x'00ff00' WHERE number = 1`);
    db.close();
    expect(said(archive)).toEqual(['2째 글.', '3째 글.']);
  });
});

describe('a title', () => {
  const ID = '100000007';
  const put = (archive: Archive, section: string, title: string, hour: number): void => {
    archive.putHeadlines(section, [headline(ID, '09:00', { title })], NOON + hour * HOUR);
  };
  const titles = (archive: Archive): string[] => [
    ...archive.versions(ID).titles.map(({ title }) => title),
    archive.headline(ID)!.title,
  ];

  test('that its feed changes is kept with its times, and marks the headline', () => {
    const archive = archiveIn(newHome());
    put(archive, 'politics', '[속보] 다리 전면 통제', 0);
    expect(archive.headline(ID)).not.toHaveProperty('retitled');
    put(archive, 'politics', '다리 전면 통제', 1);
    put(archive, 'politics', '다리 일부 통제', 3);
    expect(titles(archive)).toEqual(['[속보] 다리 전면 통제', '다리 전면 통제', '다리 일부 통제']);
    expect(archive.headlines({ section: 'total', limit: 1 })[0]!.retitled).toBe(true);
    expect(archive.versions(ID).titles.map(({ seenAt, goneAt }) => [seenAt, goneAt])).toEqual([
      [NOON, NOON + HOUR],
      [NOON + HOUR, NOON + 3 * HOUR],
    ]);
  });

  test('that two feeds write differently is no correction, in any order and however often', () => {
    const archive = archiveIn(newHome());
    for (let hour = 0; hour < 4; hour += 1) {
      put(archive, 'total', '남해 돌핀스, 투수와 계약', hour);
      put(archive, 'sportsdonga/baseball', '돌핀스, 투수 잡았다', hour);
    }
    expect(archive.versions(ID).retitled).toBe(0);
    expect(archive.headline(ID)).not.toHaveProperty('retitled');
  });

  test('is one correction if several feeds change it at different times, one of them new to it', () => {
    const archive = archiveIn(newHome());
    put(archive, 'total', '[속보] 수문 개방', 0);
    put(archive, 'politics', '[속보] 수문 개방', 0);
    put(archive, 'national', '수문 개방', 1);
    put(archive, 'politics', '[속보] 수문 개방', 1);
    expect(titles(archive)).toEqual(['수문 개방']);
    put(archive, 'total', '수문 개방', 2);
    put(archive, 'politics', '수문 개방', 2);
    expect(titles(archive)).toEqual(['[속보] 수문 개방', '수문 개방']);
    expect(archive.versions(ID).retitled).toBe(1);
  });

  test('whose spaces or quotation marks change is the same title', () => {
    const archive = archiveIn(newHome());
    put(archive, 'total', '시장 "예산 늘린다"', 0);
    put(archive, 'total', '시장  “예산 늘린다”', 1);
    expect(titles(archive)).toEqual(['시장 “예산 늘린다”']);
  });

  test('is forgotten with its headline when that is pruned', () => {
    const archive = archiveIn(newHome());
    put(archive, 'total', '옛 제목', 0);
    put(archive, 'total', '새 제목', 1);
    archive.putHeadlines('total', [headline('2', '10:00') as FeedHeadline], NOON);
    archive.prune({ before: NOON + 100 * HOUR, count: 0 }, new Set());
    expect(archive.versions(ID)).toEqual({ texts: [], corrected: 0, titles: [], retitled: 0 });
  });
});

test('pages are asked for again at their times, counted over all processes', () => {
  const home = newHome();
  const archive = archiveIn(home);
  archive.putArticle(text('글.'), NOON - 30 * MINUTE, EXTRACTOR);
  expect(archive.askAgain('7', NOON)).toBe(false);
  expect(archive.askAgain('7', NOON + 30 * MINUTE)).toBe(true);
  expect(archiveIn(home).askAgain('7', NOON + 40 * MINUTE)).toBe(false);
  for (let at = 0; at < 19; at += 1) expect(archive.askAgain(`other-${at}`, NOON + 40 * MINUTE)).toBe(true);
  expect(archive.askAgain('one more', NOON + 40 * MINUTE)).toBe(false);
  expect(archive.askAgain('7', NOON + 90 * MINUTE)).toBe(true);
  // The clock is put back: notes with later times count for nothing.
  expect(archive.askAgain('7', NOON)).toBe(false);
  expect(archive.askAgain('8', NOON)).toBe(true);
});
