import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { indexSome } from '../../../source/reader/indexing.ts';
import { searchHeadlines } from '../../../source/search/headline-search.ts';
import { lastOf } from '../../../source/search/steps.ts';
import { connect } from '../../../source/storage/sqlite/connection.ts';
import type { Archive } from '../../../source/storage/types.ts';
import { archiveIn, newHome } from '../home.ts';
import { headline, idsOf, NOON } from '../samples.ts';

const MANY = 400;
const ids = Array.from({ length: MANY }, (_, at) => String(1000 + at));

function fill(archive: Archive): void {
  archive.putHeadlines(
    'politics',
    ids.map((id) => headline(id, '09:00')),
    NOON,
  );
}

const search = ({ index }: Archive, query: string) =>
  lastOf(searchHeadlines(index, query, { limit: 10, now: NOON }));

const notFound = (archive: Archive, some: readonly string[]): string[] =>
  some.filter((id) => search(archive, `제목 ${id}`)[0]?.id !== id);

const SOME = ids.filter((_, at) => at % 40 === 0);

/** The number of a table's rows in the index. */
function indexed(home: string, table: 'entries' | 'texts'): number {
  const db = connect(join(home, 'search.db'), { busyMs: 1000 });
  const many = Number(db.get(`SELECT count(*) AS many FROM ${table}`)?.many);
  db.close();
  return many;
}

const child = (script: string, home: string) =>
  spawn(process.execPath, [join(import.meta.dirname, '..', 'children', script), home], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });

describe('a process killed (SIGKILL) while it indexes an archive', () => {
  it('leaves every headline to be found, and the next process continues where it stopped', async () => {
    const home = newHome();
    const archive = archiveIn(home);
    fill(archive);
    let before = 0;
    // Kills after different numbers of steps, among titles and among texts.
    for (const steps of [1, 4, 9, 12]) {
      const process = child('indexing.ts', home);
      const lines = createInterface({ input: process.stdout! });
      const ended = once(lines, 'close');
      let said = 0;
      lines.on('line', () => {
        said += 1;
        if (said === steps) process.kill('SIGKILL');
      });
      await ended;
      expect(said).toBeGreaterThanOrEqual(steps);
      const now = indexed(home, 'entries');
      // Work that the killed processes did is not done again.
      expect(now).toBeGreaterThanOrEqual(Math.min(MANY, before + steps * 20));
      before = now;
      expect(notFound(archive, SOME)).toEqual([]);
    }
    while (indexSome(archive));
    expect([indexed(home, 'entries'), notFound(archive, SOME)]).toEqual([MANY, []]);
    expect(archive.index.unindexed('titles', null, 1)).toEqual([]);
    expect(archive.index.unindexed('texts', null, 1)).toEqual([]);
  });
});

describe('a damaged search index', () => {
  it.each<[string, number, (file: string) => void]>([
    ['holds words', 1, (file) => writeFileSync(file, 'no database at all '.repeat(900))],
    ['is cut off in its middle', 1, (file) => truncateSync(file, readFileSync(file).length >> 1)],
    ['is cut off in its first page', 1, (file) => truncateSync(file, 700)],
    ['is a folder', 1, putFolder],
    ['is gone', 0, (file) => rmSync(file)],
    ['is empty', 0, (file) => truncateSync(file, 0)],
    ['lacks the titles', 1, (file) => drop(file, 'titles')],
    ['lacks the entries', 1, (file) => drop(file, 'entries')],
    ['lacks what it is about', 1, (file) => drop(file, 'about')],
  ])(
    'a search index that %s is made anew from the archive; damage is reported %i times',
    (_how, reports, damage) => {
      const home = newHome();
      const archive = archiveIn(home);
      fill(archive);
      while (indexSome(archive));
      archive.close();
      damage(join(home, 'search.db'));

      const again = archiveIn(home);
      let heard = 0;
      again.index.onDamage(() => {
        heard += 1;
      });
      expect(notFound(again, SOME)).toEqual([]);
      while (indexSome(again));
      expect([indexed(home, 'entries'), notFound(again, SOME)]).toEqual([MANY, []]);
      expect(heard).toBe(reports);
      expect(again.count({ section: 'total' })).toBe(MANY);
      again.close();

      const third = archiveIn(home);
      third.index.onDamage(() => {
        heard += 1;
      });
      expect([notFound(third, SOME), heard]).toEqual([[], reports]);
    },
  );

  function putFolder(file: string): void {
    rmSync(file);
    mkdirSync(file);
  }

  function drop(file: string, table: string): void {
    const db = connect(file, { busyMs: 1000 });
    db.exec(`DROP TABLE ${table}`);
    db.close();
  }
});

describe('two processes that search while a third takes headlines in', () => {
  it('find each one as soon as it is kept', async () => {
    const home = newHome();
    const archive = archiveIn(home);
    fill(archive);
    const searchers = [child('searching.ts', home), child('searching.ts', home)].map((process) => ({
      process,
      lines: createInterface({ input: process.stdout! })[Symbol.asyncIterator](),
    }));
    const answers: unknown[] = [];
    const asked = idsOf(Array.from({ length: 40 }, (_, at) => ({ id: String(5000 + at) })));
    for (const [at, id] of asked.entries()) {
      archive.putHeadlines('politics', [headline(id, '10:00')], NOON);
      for (const { process } of searchers) process.stdin!.write(`${id}\n`);
      // Indexes while the others search; every third headline stays unindexed.
      if (at % 3 > 0) indexSome(archive);
      for (const { lines } of searchers) answers.push((await lines.next()).value);
    }
    for (const { process } of searchers) process.stdin!.end();
    expect(answers).toEqual(asked.flatMap((id) => [`${id} true`, `${id} true`]));
  });
});
