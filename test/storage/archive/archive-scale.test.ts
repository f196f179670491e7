import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LIST_SQL, NEXT_PAGE_SQL, UNREAD_LIST_SQL } from '../../../source/storage/archive/headlines.ts';
import { connect } from '../../../source/storage/sqlite/connection.ts';
import { archiveIn, newHome } from '../home.ts';
import { headline, NOON } from '../samples.ts';

/** How SQLite says it will answer, a line a step. */
function planOf(home: string, sql: string, ...values: (string | number)[]): string[] {
  const db = connect(join(home, 'archive.db'), { busyMs: 0 });
  const plan = db.all(`EXPLAIN QUERY PLAN ${sql}`, ...values).map((row) => String(row.detail));
  db.close();
  return plan;
}

describe('an archive of any size', () => {
  it.each([
    ['a list', LIST_SQL, 'INDEX listings_newest'],
    ['a list of the unread', UNREAD_LIST_SQL, 'INDEX listings_unread'],
  ])('gives %s off an index, without a scan or a sort', (_what, sql, index) => {
    const home = newHome();
    archiveIn(home).putHeadlines('politics', [headline('1', '09:00')], NOON);
    const plan = planOf(home, sql, 'politics', 50, 0);
    expect(plan[0]).toContain(`SEARCH l USING`);
    expect(plan[0]).toContain(index);
    expect(plan.join('\n')).not.toMatch(/SCAN|TEMP B-TREE/);
  });

  it('continues a long list by a key: no row above is read again', () => {
    const home = newHome();
    archiveIn(home).putHeadlines('politics', [headline('1', '09:00')], NOON);
    const plan = planOf(home, NEXT_PAGE_SQL, 'politics', NOON, 0, '1', 50, 0);
    expect(plan[0]).toContain('SEARCH l USING INDEX listings_newest (section=? AND (time,position,id)<');
    expect(plan.join('\n')).not.toMatch(/SCAN|TEMP B-TREE/);
  });

  it.each([
    ['every headline', { watch: [], mute: [] }],
    ['what is not muted', { watch: [], mute: ['7'] }],
  ])('gives %s page by page as it does at once', (_what, words) => {
    const archive = archiveIn(newHome());
    // Many of one minute, so that the key needs all of its parts.
    const feed = Array.from({ length: 730 }, (_, at) =>
      headline(String(1000 + at), at % 3 ? '09:00' : '10:00'),
    );
    archive.putHeadlines('politics', feed, NOON);
    for (const limit of [0, 1, 100, 200, 730, 1000]) {
      const pages = [...archive.pages({ section: 'total', limit }, words)];
      expect(pages.flat()).toEqual(archive.headlines({ section: 'total', limit }, words));
      expect(Math.max(0, ...pages.map(({ length }) => length))).toBeLessThanOrEqual(100);
    }
  });

  it('gives its counts without counting', () => {
    const home = newHome();
    archiveIn(home);
    expect(planOf(home, 'SELECT total, unread FROM counts WHERE section = ?', 'total')).toEqual([
      'SEARCH counts USING PRIMARY KEY (section=?)',
    ]);
  });

  it('gives changed headlines without reading the unchanged ones', () => {
    const home = newHome();
    archiveIn(home);
    const sql = `SELECT h.id FROM headlines h CROSS JOIN listings l ON l.id = h.id AND l.section = 'total' WHERE h.changed > ?`;
    expect(planOf(home, sql, 1).join('\n')).not.toContain('SCAN');
  });
});
