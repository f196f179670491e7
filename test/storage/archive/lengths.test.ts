import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { Failure } from '../../../source/failure.ts';
import { readingLength } from '../../../source/reading-time.ts';
import { readingLengths } from '../../../source/storage/archive/lengths.ts';
import { connect } from '../../../source/storage/sqlite/connection.ts';
import { archiveIn, newHome } from '../home.ts';
import { article, NOON } from '../samples.ts';

const text = (id: string, words: string) => article(id, { blocks: [{ type: 'paragraph', text: words }] });

test('the length of a text is kept with it, changes with it and goes with it; a lead has none', () => {
  const home = newHome();
  const archive = archiveIn(home);
  archive.putArticle(text('1', '가'.repeat(700)), NOON);
  archive.putArticle({ ...text('2', '가나다'), source: 'feed' }, NOON);
  expect([...archive.readingLengths(['1', '2', '3'])]).toEqual([['1', 700]]);
  archive.putArticle(text('1', '나'.repeat(900)), NOON + 1);
  expect([...archive.readingLengths(['1'])]).toEqual([['1', 900]]);
  const db = new DatabaseSync(join(home, 'archive.db'));
  db.exec(`DELETE FROM articles WHERE id = '1'`);
  expect(db.prepare('SELECT * FROM lengths').all()).toEqual([]);
  db.close();
  expect(archive.readingLengths(['1']).size).toBe(0);
});

test('texts without a length are measured once, from where another stopped; an archive that cannot be written gives them too', () => {
  const home = newHome();
  const archive = archiveIn(home);
  const texts = Array.from({ length: 130 }, (_, at) => text(String(at), '가'.repeat(at + 1)));
  for (const each of texts) archive.putArticle(each, NOON);
  const ids = texts.map(({ id }) => id);
  const db = new DatabaseSync(join(home, 'archive.db'));
  const kept = (): number => Number(db.prepare('SELECT count(*) AS many FROM lengths').get()?.many);
  // As an archive from before, whose first 50 were measured by a process that was killed then.
  db.exec('DELETE FROM lengths WHERE CAST(id AS INTEGER) >= 50');
  expect(kept()).toBe(50);
  const expected = new Map(texts.map((each) => [each.id, readingLength(each)]));
  const connection = connect(join(home, 'archive.db'), { busyMs: 1000, readOnly: true });
  let tries = 0;
  const write = (): never => {
    tries += 1;
    throw new Failure('read-only');
  };
  expect(readingLengths({ read: (act) => act(connection), write }, ids)).toEqual(expected);
  connection.close();
  expect(tries).toBe(1);
  expect(kept()).toBe(50);
  expect(new Map(archive.readingLengths(ids))).toEqual(expected);
  expect(kept()).toBe(130);
  // A program that knows of no lengths changes a text: its length is not believed any more.
  db.exec(`UPDATE articles SET json = replace(json, '가', '가나') WHERE id = '9'`);
  expect(archive.readingLengths(['9']).get('9')).toBe(20);
  db.close();
});
