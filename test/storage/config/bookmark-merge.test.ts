import { describe, expect, it } from 'vitest';
import { mergeBookmarks, mergeNotes } from '../../../source/storage/config/bookmarks/bookmark-merge.ts';
import { openBookmarks } from '../../../source/storage/config/bookmarks/bookmarks.ts';
import fc from '../../support/fast-check.ts';
import { newHome } from '../home.ts';
import { bookmark, idsOf } from '../samples.ts';

const LATER = '2026-11-21T08:00:00+09:00';
const EARLIER = '2026-11-01T08:00:00+09:00';

describe('taking in another list of bookmarks', () => {
  it('keeps the older date, both notes, the tags of both, and the title of the first', async () => {
    const bookmarks = openBookmarks(newHome());
    await bookmarks.add(bookmark('1', { note: '내 메모', tags: ['다리'], savedAt: LATER }));
    const merged = await bookmarks.merge([
      bookmark('1', { title: '남의 제목', note: '다른 메모', tags: ['부산', '다리'], savedAt: EARLIER }),
      bookmark('2'),
    ]);
    expect(merged).toEqual({ added: 1, merged: 1, unchanged: 0, ids: ['1', '2'] });
    expect(bookmarks.get('1')).toMatchObject({
      title: '제목 1',
      savedAt: EARLIER,
      note: '내 메모\n\n다른 메모',
      tags: ['다리', '부산'],
    });
  });

  it('recognises an article by its address if the id differs', async () => {
    const bookmarks = openBookmarks(newHome());
    await bookmarks.add(bookmark('1'));
    expect(await bookmarks.merge([{ ...bookmark('1'), id: 'other' }])).toMatchObject({
      unchanged: 1,
      ids: ['1'],
    });
    expect(idsOf(bookmarks.list())).toEqual(['1']);
  });

  it('brings back bookmarks that were removed before', async () => {
    const home = newHome();
    const bookmarks = openBookmarks(home);
    await bookmarks.add(bookmark('1'));
    await bookmarks.remove(['1'], LATER);
    await bookmarks.merge([bookmark('1', { savedAt: EARLIER })]);
    expect(idsOf(openBookmarks(home).list())).toEqual(['1']);
  });

  it('twice leaves 10,000 bookmarks 10,000, unchanged', async () => {
    const bookmarks = openBookmarks(newHome());
    const many = Array.from({ length: 10_000 }, (_, at) =>
      bookmark(String(139_000_000 + at), { note: `메모 ${at % 7}` }),
    );
    expect(await bookmarks.merge(many)).toMatchObject({ added: 10_000, merged: 0, unchanged: 0 });
    const before = bookmarks.version();
    expect(await bookmarks.merge(many)).toMatchObject({ added: 0, merged: 0, unchanged: 10_000 });
    expect(bookmarks.version()).toBe(before);
    expect(bookmarks.list()).toHaveLength(10_000);
  });

  it('once more with either list changes nothing', () => {
    const note = fc
      .array(fc.constantFrom('가', '나 다', '\n', '\n\n', '라'))
      .map((parts) => parts.join('').trim());
    const some = fc.record({
      note,
      tags: fc.uniqueArray(fc.constantFrom('ㄱ', 'ㄴ', 'ㄷ')),
      savedAt: fc.constantFrom(EARLIER, LATER),
      section: fc.constantFrom('politics', null),
    });
    fc.assert(
      fc.property(some, some, (one, two) => {
        const [first, second] = [bookmark('1', one), bookmark('1', two)];
        const both = mergeBookmarks(first, second);
        expect(mergeBookmarks(both, second)).toEqual(both);
        expect(mergeBookmarks(both, first)).toEqual(both);
        expect(both.note.startsWith(first.note)).toBe(true);
      }),
    );
  });

  it('keeps each paragraph of both notes once, even one that another one holds', () => {
    expect(mergeNotes('경제 전망', '경제')).toBe('경제 전망\n\n경제');
    expect(mergeNotes('하나\n\n둘', '둘\n\n셋')).toBe('하나\n\n둘\n\n셋');
    expect(mergeNotes('', '셋')).toBe('셋');
    expect(mergeNotes('셋', '')).toBe('셋');
  });
});
