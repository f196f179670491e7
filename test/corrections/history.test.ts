import { expect, test } from 'vitest';
import { compareKept } from '../../source/corrections/compare.ts';
import { correctionsOf, type KeptWordings } from '../../source/corrections/history.ts';
import type { Extracted } from '../../source/corrections/texts.ts';

const text = (
  title: string,
  seenAt: number,
  change: Partial<Extracted> = {},
): KeptWordings['texts'][number] => ({
  title,
  seenAt,
  deck: [],
  blocks: [{ type: 'paragraph', text: '글.' }],
  source: 'page',
  updatedAt: null,
  extractor: 1,
  ...change,
});
const NOTHING: KeptWordings = { texts: [], titles: [], corrected: 0, retitled: 0 };
const pairs = (kept: KeptWordings, title: string | null) =>
  compareKept('1', kept, title).changes.map(({ from, to, title: change }) => [
    from,
    to,
    change?.after ?? null,
  ]);

test('a page and its feed are each compared with their own former texts', () => {
  const kept: KeptWordings = {
    texts: [text('제목 (종합)', 20), text('새 제목 (종합)', 40)],
    titles: [{ title: '[속보] 제목', seenAt: 10, goneAt: 30 }],
    corrected: 1,
    retitled: 1,
  };
  const { versions } = compareKept('1', kept, '제목');
  expect(versions.map(({ source, title }) => `${source}: ${title}`)).toEqual([
    'feed: [속보] 제목',
    'page: 제목 (종합)',
    'feed: 제목',
    'page: 새 제목 (종합)',
  ]);
  expect(pairs(kept, '제목')).toEqual([
    [0, 2, '제목'],
    [1, 3, '새 제목 (종합)'],
  ]);
  expect(correctionsOf(kept, '제목')).toEqual({ count: 2, at: 40 });
});

test('a title that the feed and the page both change is one correction', () => {
  const kept: KeptWordings = {
    texts: [text('[속보] 제목', 20), text('제목', 40)],
    titles: [{ title: '[속보] 제목', seenAt: 10, goneAt: 30 }],
    corrected: 1,
    retitled: 1,
  };
  expect(pairs(kept, '제목')).toEqual([[0, 1, '제목']]);
  expect(correctionsOf(kept, '제목')).toEqual({ count: 1, at: 40 });
});

test('nothing is compared across a change of the extractor, and those before it still count', () => {
  const texts = [
    text('가', 1),
    text('나', 2),
    text('다', 3, { extractor: 2 }),
    text('라', 4, { extractor: 2 }),
  ];
  const kept = { ...NOTHING, texts, corrected: 2 };
  expect(pairs(kept, null)).toEqual([
    [0, 1, '나'],
    [2, 3, '라'],
  ]);
  expect(correctionsOf(kept, null)).toEqual({ count: 2, at: 4 });
});

test('corrections whose texts are no longer kept count too', () => {
  const kept = { ...NOTHING, texts: [text('가', 1), text('나', 2)], corrected: 14 };
  expect(correctionsOf(kept, null)?.count).toBe(14);
});

test('a correction has the page’s date, unless that is no newer than before or in the future', () => {
  const at = (
    updatedAt: string | null,
    before: string | null = '2026-11-20T08:00:00+09:00',
  ): number | undefined =>
    correctionsOf(
      {
        ...NOTHING,
        texts: [
          text('가', 1, { updatedAt: before }),
          text('나', Date.parse('2026-11-20T09:30:00+09:00'), { updatedAt }),
        ],
        corrected: 1,
      },
      null,
    )?.at;
  const seen = Date.parse('2026-11-20T09:30:00+09:00');
  expect(at('2026-11-20T09:12:00+09:00')).toBe(Date.parse('2026-11-20T09:12:00+09:00'));
  expect(at('2026-11-20T10:00:00+09:00')).toBe(seen);
  expect(at('2026-11-20T08:00:00+09:00')).toBe(seen);
  expect(at(null)).toBe(seen);
});
