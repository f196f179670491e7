import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LIST_SQL, UNREAD_LIST_SQL } from '../../source/storage/archive/headlines.ts';
import { connect } from '../../source/storage/sqlite/connection.ts';
import { archiveIn, newHome } from './home.ts';
import { headline, NOON } from './samples.ts';

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

  it('tells its counts without counting', () => {
    const home = newHome();
    archiveIn(home);
    expect(planOf(home, 'SELECT total, unread FROM counts WHERE section = ?', 'total')).toEqual([
      'SEARCH counts USING PRIMARY KEY (section=?)',
    ]);
  });

  it('tells what changed without looking at what did not', () => {
    const home = newHome();
    archiveIn(home);
    const sql = `SELECT h.id FROM headlines h CROSS JOIN listings l ON l.id = h.id AND l.section = 'total' WHERE h.changed > ?`;
    expect(planOf(home, sql, 1).join('\n')).not.toContain('SCAN');
  });
});
