import { describe, expect, it } from 'vitest';
import { archiveIn, newHome } from '../home.ts';
import { article, headline, idsOf, NOON } from '../samples.ts';

const list = (archive: ReturnType<typeof archiveIn>, section: string, limit = 50) =>
  idsOf(archive.headlines({ section, limit }));

describe('places and feeds', () => {
  it('remember the line an article was left at, the last one', () => {
    const archive = archiveIn(newHome());
    archive.putPlace('1', { block: 3, offset: 20 }, NOON);
    archive.putPlace('1', { block: -1, offset: 0 }, NOON);
    expect(archive.place('1')).toEqual({ block: -1, offset: 0 });
    expect(archive.place('2')).toBeNull();
  });

  it('remember when a section was refreshed and why it failed', () => {
    const archive = archiveIn(newHome());
    const state = {
      section: 'politics',
      refreshedAt: NOON,
      freshUntil: null,
      validators: { etag: '"a"', lastModified: null },
      notBefore: NOON + 1,
      failure: { at: NOON + 2, code: 'http-status', details: { status: 503, host: 'rss.donga.com' } },
    } as const;
    archive.putFeed(state);
    archive.putFeed({ ...state, section: 'sports', failure: null });
    expect(archive.feed('politics')).toEqual(state);
    expect(archive.feed('economy')).toBeNull();
    expect(archive.feeds().map(({ section }) => section)).toEqual(['politics', 'sports']);
  });
});

describe('pruning', () => {
  const feed = ['1', '2', '3', '4', '5'].map((id, at) => headline(id, `0${at}:00`));
  const at = (clock: string) => Date.parse(`2026-11-20T${clock}:00+09:00`);

  it('removes old headlines, unless they were read or bookmarked', () => {
    const archive = archiveIn(newHome());
    archive.putHeadlines('politics', feed, NOON);
    archive.putHeadlines('sports', feed.slice(0, 1), NOON);
    archive.putArticle(article('1'), NOON);
    archive.setRead(['2'], true, NOON);
    expect(archive.prune({ before: at('04:00'), count: 100 }, new Set(['3']))).toBe(2);
    expect(list(archive, 'total')).toEqual(['5', '3', '2']);
    expect(list(archive, 'sports')).toEqual([]);
    expect(archive.article('1')).toBeNull();
    expect(Object.fromEntries(archive.unread())).toEqual({ politics: 2, sports: 0, total: 2 });
    expect(archive.prune({ before: at('04:00'), count: 100 }, new Set(['3']))).toBe(0);
  });

  it('removes the oldest if there are too many, a batch at a time', () => {
    const archive = archiveIn(newHome());
    const many = Array.from({ length: 1200 }, (_, at) => headline(String(10_000 - at), '03:00'));
    archive.putHeadlines('politics', [...many, ...feed.slice(0, 3)], NOON);
    const limits = { before: 0, count: 600 };
    expect(Array.from({ length: 8 }, () => archive.prune(limits, new Set(['1'])))).toEqual([
      100, 100, 100, 100, 100, 100, 3, 0,
    ]);
    expect(archive.count({ section: 'politics' })).toBe(600);
    expect(archive.headline('1')).not.toBeNull();
    expect(archive.headline('2')).toBeNull();
    expect(archive.headline('10000')).not.toBeNull();
  });
});

describe('two readers on one home', () => {
  it('see each other’s changes, and notice that there are some', () => {
    const home = newHome();
    const [one, other] = [archiveIn(home), archiveIn(home)];
    const before = { one: one.version(), other: other.version() };
    one.putHeadlines('politics', [headline('1', '09:00')], NOON);
    other.setRead(['1'], true, NOON);
    expect(one.headline('1')?.read).toBe(true);
    expect(one.version()).toBeGreaterThan(before.one);
    expect(other.version()).toBeGreaterThan(before.other);
    expect(one.version()).toBe(one.version());
  });

  it('do not notice a place as a change: no list shows it', () => {
    const archive = archiveIn(newHome());
    const before = archive.version();
    archive.putPlace('1', { block: 0, offset: 0 }, NOON);
    expect(archive.version()).toBe(before);
  });

  it('find everything again after a restart', () => {
    const home = newHome();
    const first = archiveIn(home);
    first.putHeadlines('politics', [headline('1', '09:00')], NOON);
    first.setRead(['1'], true, NOON);
    first.close();
    expect(archiveIn(home).headlines({ section: 'politics', limit: 5 })).toMatchObject([
      { id: '1', read: true },
    ]);
  });
});

describe('headlines that share', () => {
  function shared() {
    const archive = archiveIn(newHome());
    archive.putHeadlines(
      'culture',
      [
        headline('1', '03:00'),
        headline('2', '09:00'),
        headline('3', '11:00', { title: '갯벌의 아침' }),
        headline('4', '12:00'),
      ],
      NOON,
    );
    const by = (name: string) => [{ name, title: '기자', place: null, email: null }];
    archive.putArticle(article('1', { tags: ['갯벌', '섬'], reporters: by('한가람') }), NOON);
    archive.putArticle(article('2', { tags: ['갯벌 축제'], reporters: by('한가람') }), NOON);
    archive.putArticle(article('4', { tags: ['"갯벌"'], reporters: by('한가람빛') }), NOON);
    return archive;
  }

  it('a tag are those whose page lists it, and those with its word in the title, newest first', () => {
    const archive = shared();
    expect(idsOf(archive.headlinesSharing({ kind: 'tag', tag: '갯벌' }))).toEqual(['3', '1']);
    expect(idsOf(archive.headlinesSharing({ kind: 'tag', tag: "섬' OR 1" }))).toEqual([]);
  });

  it('a reporter are those of exactly that name', () => {
    expect(idsOf(shared().headlinesSharing({ kind: 'reporter', name: '한가람' }))).toEqual(['2', '1']);
  });
});
