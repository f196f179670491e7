import { describe, expect, it } from 'vitest';
import { archiveIn, newHome } from '../home.ts';
import { article, headline, idsOf, NOON } from '../samples.ts';

const list = (archive: ReturnType<typeof archiveIn>, section: string, limit = 50) =>
  idsOf(archive.headlines({ section, limit }));

describe('a list', () => {
  it('is newest first and keeps the feed’s order among equals', () => {
    const archive = archiveIn(newHome());
    archive.putHeadlines(
      'politics',
      [headline('1', '03:00'), headline('2', '09:00'), headline('3', '03:00')],
      NOON,
    );
    expect(list(archive, 'politics')).toEqual(['2', '1', '3']);
  });

  it('takes the order of a later refresh, and puts headlines that left the feed behind it', () => {
    const archive = archiveIn(newHome());
    archive.putHeadlines(
      'politics',
      ['1', '2', '3'].map((id) => headline(id, '03:00')),
      NOON,
    );
    archive.putHeadlines(
      'politics',
      ['4', '3', '1'].map((id) => headline(id, '03:00')),
      NOON + 1,
    );
    expect(list(archive, 'politics')).toEqual(['4', '3', '1', '2']);
  });

  it('places a headline without a date by when it was first seen', () => {
    const archive = archiveIn(newHome());
    archive.putHeadlines(
      'politics',
      [headline('1', '11:00'), headline('2', null), headline('3', '13:00')],
      NOON,
    );
    archive.putHeadlines('politics', [headline('2', null)], NOON + 7_200_000);
    expect(list(archive, 'politics')).toEqual(['3', '2', '1']);
    expect(archive.headline('2')?.publishedAt).toBeNull();
  });

  it('shows a print item of tomorrow’s 03:00 at its clock time', () => {
    const archive = archiveIn(newHome());
    archive.putHeadlines(
      'politics',
      [headline('1', null, { publishedAt: '2026-11-21T03:00:00+09:00' })],
      NOON,
    );
    expect(archive.headline('1')?.publishedAt).toBe('2026-11-21T03:00:00+09:00');
  });

  it('comes in pages', () => {
    const archive = archiveIn(newHome());
    archive.putHeadlines(
      'politics',
      ['1', '2', '3', '4'].map((id) => headline(id, '03:00')),
      NOON,
    );
    expect(idsOf(archive.headlines({ section: 'politics', limit: 2, offset: 1 }))).toEqual(['2', '3']);
  });

  it('of a section that was never refreshed is empty', () => {
    expect(list(archiveIn(newHome()), 'travel')).toEqual([]);
  });

  it('moves a headline whose date the feed has corrected', () => {
    const archive = archiveIn(newHome());
    archive.putHeadlines('politics', [headline('1', '10:00'), headline('2', '09:00')], NOON);
    archive.putHeadlines('politics', [headline('2', '11:00')], NOON);
    expect(list(archive, 'politics')).toEqual(['2', '1']);
    expect(list(archive, 'total')).toEqual(['2', '1']);
  });
});

describe('전체기사', () => {
  it('is the union of all sections', () => {
    const archive = archiveIn(newHome());
    archive.putHeadlines('politics', [headline('1', '09:00')], NOON);
    archive.putHeadlines('sports', [headline('2', '10:00'), headline('1', '09:00')], NOON);
    expect(list(archive, 'total')).toEqual(['2', '1']);
    expect(archive.count({ section: 'total' })).toBe(2);
    expect(archive.headline('1')?.sections).toEqual(['politics', 'sports']);
  });

  it('comes out in the same order whichever feed answers first', () => {
    const feeds: [string, string[]][] = [
      ['total', ['3', '1']],
      ['politics', ['1', '4', '3']],
      ['sports', ['5', '4', '1']],
    ];
    const orders = [
      [0, 1, 2],
      [2, 1, 0],
      [1, 0, 2],
      [1, 2, 0],
    ].map((order) => {
      const archive = archiveIn(newHome());
      for (const at of order) {
        const [section, ids] = feeds[at]!;
        archive.putHeadlines(
          section,
          ids.map((id) => headline(id, '03:00')),
          NOON,
        );
      }
      return list(archive, 'total');
    });
    expect(new Set(orders.map(String))).toEqual(new Set(['3,1,4,5']));
  });
});

describe('a headline', () => {
  it('is of the first of its sections in table order that is not 전체기사', () => {
    const archive = archiveIn(newHome());
    archive.putHeadlines('total', [headline('1', '09:00', { section: 'culture' })], NOON);
    expect(archive.headline('1')).toMatchObject({ section: 'culture', sections: ['total'] });
    archive.putHeadlines('sports', [headline('1', '09:00')], NOON);
    archive.putHeadlines('economy', [headline('1', '09:00')], NOON);
    expect(archive.headline('1')).toMatchObject({
      section: 'economy',
      sections: ['total', 'economy', 'sports'],
    });
  });

  it('takes a later feed’s fields and keeps those that it leaves out', () => {
    const archive = archiveIn(newHome());
    const image = 'https://dimg.donga.com/1.jpg';
    archive.putHeadlines('politics', [headline('1', '09:00', { image, section: 'politics' })], NOON);
    archive.putHeadlines('politics', [headline('1', null, { title: '고친 제목', summary: '' })], NOON);
    expect(archive.headline('1')).toEqual({
      ...headline('1', '09:00', { title: '고친 제목', image }),
      section: 'politics',
      retitled: true,
      sections: ['politics'],
      read: false,
      bookmarked: false,
    });
  });

  it('given twice in a feed is one', () => {
    const archive = archiveIn(newHome());
    expect(archive.putHeadlines('politics', [headline('1', '09:00'), headline('1', '09:00')], NOON)).toBe(1);
    expect(archive.count({ section: 'politics' })).toBe(1);
  });

  it('counts as new once, whichever feed it came in', () => {
    const archive = archiveIn(newHome());
    expect(archive.putHeadlines('politics', [headline('1', '09:00'), headline('2', '09:00')], NOON)).toBe(2);
    expect(archive.putHeadlines('total', [headline('1', '09:00'), headline('3', '09:00')], NOON)).toBe(1);
  });

  it('of an unknown id is null', () => {
    expect(archiveIn(newHome()).headline('404')).toBeNull();
  });
});

describe('read marks', () => {
  it('hold in every section the headline is in', () => {
    const archive = archiveIn(newHome());
    archive.putHeadlines('politics', [headline('1', '09:00'), headline('2', '09:00')], NOON);
    archive.putHeadlines('sports', [headline('1', '09:00')], NOON);
    expect(archive.setRead(['1', '1'], true, NOON)).toEqual(['1']);
    expect(Object.fromEntries(archive.unread())).toEqual({ politics: 1, sports: 0, total: 1 });
    expect(idsOf(archive.headlines({ section: 'total', limit: 9, unreadOnly: true }))).toEqual(['2']);
    expect(archive.headline('1')?.read).toBe(true);
    expect(archive.count({ section: 'politics', unreadOnly: true })).toBe(1);
  });

  it('return the changed ones, so that an undo takes back just those', () => {
    const archive = archiveIn(newHome());
    archive.putHeadlines(
      'politics',
      ['1', '2', '3'].map((id) => headline(id, '09:00')),
      NOON,
    );
    archive.setRead(['2'], true, NOON);
    const changed = archive.markAllRead('politics', NOON);
    expect(changed.toSorted()).toEqual(['1', '3']);
    expect(archive.unread().get('total')).toBe(0);
    expect(archive.setRead(changed, false, NOON).toSorted()).toEqual(['1', '3']);
    expect(archive.setRead(changed, false, NOON)).toEqual([]);
    expect(archive.unread().get('politics')).toBe(2);
  });

  it('of an article read by its link are there when a feed brings it later', () => {
    const archive = archiveIn(newHome());
    expect(archive.setRead(['1'], true, NOON)).toEqual(['1']);
    archive.putHeadlines('politics', [headline('1', '09:00')], NOON);
    expect(archive.headline('1')?.read).toBe(true);
    expect(archive.unread().get('total')).toBe(0);
  });
});

describe('an article', () => {
  it('comes back as it was kept', () => {
    const archive = archiveIn(newHome());
    archive.putArticle(article('1'), NOON);
    expect(archive.article('1')).toEqual(article('1'));
    expect(archive.article('2')).toBeNull();
  });

  it('gives way to a newer one, but never a whole one to a feed’s lead', () => {
    const archive = archiveIn(newHome());
    archive.putArticle(article('1', { source: 'feed', title: '앞부분' }), NOON);
    archive.putArticle(article('1', { title: '온 기사' }), NOON);
    archive.putArticle(article('1', { source: 'feed', title: '앞부분' }), NOON);
    expect(archive.article('1')?.title).toBe('온 기사');
    archive.putArticle(article('1', { title: '고친 기사' }), NOON);
    expect(archive.article('1')?.title).toBe('고친 기사');
  });
});
