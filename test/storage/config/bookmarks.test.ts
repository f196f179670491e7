import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { koreanTime } from '../../../source/korean/times.ts';
import { openBookmarks } from '../../../source/storage/config/bookmarks/bookmarks.ts';
import fc from '../../support/fast-check.ts';
import { newHome } from '../home.ts';
import { article, bookmark, idsOf, NOON } from '../samples.ts';

const LATER = '2026-11-21T08:00:00+09:00';
const written = (home: string) => JSON.parse(readFileSync(join(home, 'bookmarks.json'), 'utf8'));

const savedAt = (id: string) => koreanTime(NOON + Number(id) * 1000);

describe('bookmarks', () => {
  it('are listed newest first, and come back after a restart', async () => {
    const home = newHome();
    const bookmarks = openBookmarks(home);
    await bookmarks.add(bookmark('1'));
    await bookmarks.add(bookmark('2', { savedAt: LATER }));
    await bookmarks.add(bookmark('3', { savedAt: '2026-11-19T08:00:00+09:00' }));
    const again = openBookmarks(home);
    expect(idsOf(again.list())).toEqual(['2', '1', '3']);
    expect(again.ids()).toEqual(new Set(['1', '2', '3']));
    expect(again.get('1')).toEqual({ ...bookmark('1'), read: false, bookmarked: true });
    expect(again.get('4')).toBeNull();
  });

  it('are none at first, and reading them creates nothing', () => {
    const home = join(newHome(), 'not', 'there');
    expect(openBookmarks(home).list()).toEqual([]);
    expect(existsSync(home)).toBe(false);
  });

  it('added again keep the older date and the reader’s own note and tags', async () => {
    const bookmarks = openBookmarks(newHome());
    await bookmarks.add(bookmark('1', { note: '다시 읽기', tags: ['다리'] }));
    await bookmarks.add(bookmark('1', { title: '고친 제목', savedAt: LATER, tags: ['부산'] }));
    expect(bookmarks.get('1')).toMatchObject({
      title: '고친 제목',
      savedAt: bookmark('1').savedAt,
      note: '다시 읽기',
      tags: ['다리', '부산'],
    });
  });

  it('take a note and tags', async () => {
    const bookmarks = openBookmarks(newHome());
    await bookmarks.add(bookmark('1'));
    await bookmarks.edit('1', { note: '한 줄\n두 줄' });
    await bookmarks.edit('1', { tags: ['읽을 것'] });
    await bookmarks.edit('2', { note: '없는 북마크' });
    expect(bookmarks.get('1')).toMatchObject({ note: '한 줄\n두 줄', tags: ['읽을 것'] });
    expect(bookmarks.get('2')).toBeNull();
  });

  it('removed leave a dated tombstone, which goes when they are added again', async () => {
    const home = newHome();
    const bookmarks = openBookmarks(home, { now: () => NOON });
    await bookmarks.add(bookmark('1'));
    await bookmarks.add(bookmark('2'));
    await bookmarks.putText('1', article('1'));
    expect(idsOf(await bookmarks.remove(['1', '404'], LATER))).toEqual(['1']);
    expect(idsOf(bookmarks.list())).toEqual(['2']);
    expect(bookmarks.text('1')).toBeNull();
    expect(written(home).tombstones).toEqual({ 1: LATER });
    await bookmarks.add(bookmark('1'));
    expect(written(home).tombstones).toEqual({});
  });

  it('made many at once are all kept', async () => {
    const bookmarks = openBookmarks(newHome());
    const ids = Array.from({ length: 300 }, (_, at) => String(1000 + at));
    await Promise.all(ids.map((id) => bookmarks.add(bookmark(id))));
    expect(bookmarks.ids()).toEqual(new Set(ids));
  });

  it('are written once for several waiting changes', async () => {
    const home = newHome();
    const bookmarks = openBookmarks(home);
    await bookmarks.add(bookmark('1'));
    const states = new Set<string>();
    const ids = Array.from({ length: 2000 }, (_, at) => String(1000 + at));
    await Promise.all(
      ids.map((id) => bookmarks.add(bookmark(id)).then(() => states.add(bookmarks.version()))),
    );
    expect(states.size).toBeLessThanOrEqual(2);
  });

  it('of another reader on the same home are seen without a restart', async () => {
    const home = newHome();
    const [one, other] = [openBookmarks(home), openBookmarks(home)];
    expect(other.list()).toEqual([]);
    const before = other.version();
    await one.add(bookmark('1'));
    expect(other.version()).not.toBe(before);
    expect(idsOf(other.list())).toEqual(['1']);
    await Promise.all([one.add(bookmark('2')), other.add(bookmark('3'))]);
    expect(idsOf(one.list()).toSorted()).toEqual(['1', '2', '3']);
  });

  it('are read in steps: the newest at once, all at the end, with what others change meanwhile', async () => {
    const home = newHome();
    const all = Array.from({ length: 450 }, (_, at) => String(100_000 + ((at * 7) % 450)));
    const [bookmarks, other] = [openBookmarks(home), openBookmarks(home)];
    await Promise.all(all.map((id) => bookmarks.add(bookmark(id, { savedAt: savedAt(id) }))));
    const newest = all.toSorted().reverse();
    const steps = other.listing(30);
    expect(idsOf([...steps.next().value!])).toEqual(newest.slice(0, 30));
    expect(steps.next()).toEqual({ done: false, value: null });
    await bookmarks.remove([newest[0]!], '2026-11-21T08:00:00+09:00');
    await other.add(bookmark('200000', { savedAt: savedAt('200000') }));
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) expect(step.value).toBeNull();
    expect(idsOf([...step.value])).toEqual(['200000', ...newest.slice(1)]);
    expect(idsOf([...other.newest()])).toEqual(['200000', ...newest.slice(1)]);
    other.release();
    expect(other.get(newest[5]!)).toMatchObject({ id: newest[5] });
    expect(idsOf(other.list())).toEqual(['200000', ...newest.slice(1)]);
    // One that changes does not make the others be read again: they come without a step.
    await other.edit('200000', { note: '새' });
    const again = other.listing(30).next();
    expect([again.done, again.value?.length, again.value?.[0]?.note]).toEqual([true, 450, '새']);
  });

  it('can be read by no other user', async () => {
    const home = join(newHome(), 'config');
    const bookmarks = openBookmarks(home);
    await bookmarks.add(bookmark('1'));
    await bookmarks.putText('1', article('1'));
    const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
    expect([home, join(home, 'bookmarks')].map(mode)).toEqual(['700', '700']);
    const files = [...readdirSync(home), 'bookmarks/1.json'].filter((name) => name !== 'bookmarks');
    expect(files.map((name) => mode(join(home, name)))).toEqual(files.map(() => '600'));
  });

  it('behave as a map would, in any order of changes', async () => {
    const id = fc.constantFrom('1', '2', '3');
    const change = fc.oneof(
      fc.record({ kind: fc.constant('add' as const), id }),
      fc.record({ kind: fc.constant('edit' as const), id, note: fc.constantFrom('가', '나') }),
      fc.record({ kind: fc.constant('remove' as const), id }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 8 }), async (changes) => {
        const home = newHome();
        const handles = [openBookmarks(home), openBookmarks(home)];
        const model = new Map<string, string>();
        for (const [at, each] of changes.entries()) {
          const bookmarks = handles[at % 2]!;
          if (each.kind === 'add') {
            await bookmarks.add(bookmark(each.id));
            model.set(each.id, model.get(each.id) ?? '');
          } else if (each.kind === 'edit') {
            await bookmarks.edit(each.id, { note: each.note });
            if (model.has(each.id)) model.set(each.id, each.note);
          } else {
            await bookmarks.remove([each.id], LATER);
            model.delete(each.id);
          }
        }
        for (const bookmarks of handles) {
          expect(new Map(bookmarks.list().map(({ id, note }) => [id, note]))).toEqual(model);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('the texts of bookmarks', () => {
  it('are kept beside the list and give it tags and reporters', async () => {
    const home = newHome();
    const bookmarks = openBookmarks(home);
    await bookmarks.add(bookmark('1'));
    await bookmarks.putText('1', article('1'));
    expect(openBookmarks(home).text('1')).toEqual(article('1'));
    expect(bookmarks.get('1')).toMatchObject({ articleTags: ['다리', '부산'], reporters: ['홍길동'] });
    expect(readFileSync(join(home, 'bookmarks.json'), 'utf8')).not.toContain('첫 문단');
  });

  it('are fetched until the whole article is kept, and a lead never replaces it', async () => {
    const bookmarks = openBookmarks(newHome());
    await bookmarks.add(bookmark('1'));
    await bookmarks.add(bookmark('2', { savedAt: LATER }));
    expect(idsOf([...bookmarks.withoutText()].filter((each) => each !== null))).toEqual(['2', '1']);
    await bookmarks.putText('1', article('1', { source: 'feed' }));
    expect(idsOf([...bookmarks.withoutText()].filter((each) => each !== null))).toEqual(['2', '1']);
    await bookmarks.putText('1', article('1'));
    await bookmarks.putText('1', article('1', { source: 'feed', title: '앞부분' }));
    expect(idsOf([...bookmarks.withoutText()].filter((each) => each !== null))).toEqual(['2']);
    expect(bookmarks.text('1')?.title).toBe('제목 1');
  });

  it('are not kept for an article that is no longer bookmarked', async () => {
    const home = newHome();
    const bookmarks = openBookmarks(home);
    await bookmarks.putText('1', article('1'));
    expect(bookmarks.text('1')).toBeNull();
    expect(existsSync(join(home, 'bookmarks'))).toBe(false);
  });

  it('of an id with a meaning for a file system stay in their folder', async () => {
    const home = newHome();
    const bookmarks = openBookmarks(home);
    for (const id of ['../../escape', '..', 'CON', 'a/b']) {
      await bookmarks.add(bookmark(id));
      await bookmarks.putText(id, article(id));
      expect(bookmarks.text(id)?.id).toBe(id);
    }
    expect(readdirSync(join(home, 'bookmarks'))).toHaveLength(4);
    expect(readdirSync(home).toSorted()).toEqual(['bookmarks', 'bookmarks.json', 'lock.db']);
  });

  it('damaged or hostile texts of bookmarks are not shown, and are fetched again', async () => {
    const home = newHome();
    const bookmarks = openBookmarks(home);
    await bookmarks.add(bookmark('1'));
    await bookmarks.putText('1', article('1'));
    const file = join(home, 'bookmarks', '1.json');
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, 100));
    expect(bookmarks.text('1')).toBeNull();
    expect(idsOf([...bookmarks.withoutText()].filter((each) => each !== null))).toEqual(['1']);
    const hostile = {
      ...article('1'),
      title: '\u001b]52;c;aGk=\u0007제목',
      blocks: [{ type: 'paragraph', text: '본\u202e문' }, 3, { type: 'photo', url: 'javascript:1' }],
    };
    writeFileSync(file, JSON.stringify(hostile));
    expect(bookmarks.text('1')).toMatchObject({
      title: '제목',
      blocks: [{ type: 'paragraph', text: '본문' }],
    });
  });
});
