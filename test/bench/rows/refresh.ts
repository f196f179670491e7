// Refreshing 20 feeds of 50 new headlines each, beside newsboat, and whether the screen lives meanwhile.
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { openSettings } from '../../../source/storage/config/settings.ts';
import { connect } from '../../../source/storage/sqlite/connection.ts';
import { BIN } from '../../support/program/program.ts';
import { type Bed, commandTime, homeEnv, plainEnv } from '../bed.ts';
import { NEWS, UNCHANGED } from '../feeds.ts';
import { ALL_FEEDS, FEEDS } from '../headlines.ts';
import { isInstalled, newsboatIn } from '../other-readers.ts';
import { asMs, asRatio, figure, type Row, skipped } from '../table.ts';
import { interleaved, median, ratioOf } from '../times.ts';

const ROUNDS = 4;
const BETWEEN_KEYS = 40;
const PATIENCE = 20_000;

/** Resolves to when the last of these feeds was kept, by the clock of `performance.now()`. */
async function allKept(home: string, feeds: readonly string[], since: number): Promise<number> {
  const db = connect(join(home, 'archive.db'), { busyMs: 1000, readOnly: true });
  const marks = feeds.map(() => '?').join(', ');
  const sql = `SELECT count(*) AS kept FROM feeds WHERE refreshed_at >= ? AND section IN (${marks})`;
  const begun = performance.now();
  try {
    while (Number(db.get(sql, since, ...feeds)?.kept) < feeds.length) {
      if (performance.now() - begun > PATIENCE) throw new Error('not every feed was kept');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return performance.now();
  } finally {
    db.close();
  }
}

/**
 * `R` in the reader, with `j` and `k` pressed all the while. `blocked` gets the time that each key waited for
 * its frame, `all` the time until everything that `R` refreshes was kept, which is more than the 20 feeds.
 */
async function inReader(bed: Bed, blocked: number[], all: number[]): Promise<number> {
  const home = bed.copy(1_000);
  await openSettings(home).set('sections', FEEDS);
  const program = bed.start(home, { feeds: bed.feeds + NEWS });
  await program.settled(1500);

  const since = Date.now();
  const begun = program.press('R');
  let done = Number.NaN;
  const kept = allKept(home, FEEDS, since);
  const allAsked = allKept(home, ALL_FEEDS, since).then((at) => {
    done = at;
  });
  for (let key = 0; Number.isNaN(done); key += 1) {
    const selected = program.rows().find((row) => row.startsWith('▌'));
    const pressed = program.press(key % 2 === 0 ? 'j' : 'k');
    const at = await program.when((rows) => {
      const now = rows.find((row) => row.startsWith('▌'));
      return now !== undefined && now !== selected;
    });
    blocked.push(at - pressed);
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_KEYS));
  }
  await allAsked;
  await program.quit();
  all.push(done - begun);
  return (await kept) - begun;
}

export async function refreshRows(bed: Bed): Promise<Row[]> {
  const origin = bed.feeds + NEWS;
  const blocked: number[] = [];
  const all: number[] = [];
  const fresh = () => mkdtempSync(join(bed.folder, 'refresh-'));
  // A home of each round's own has an empty archive, but no one's program is new each time.
  const compiled = { NODE_COMPILE_CACHE: join(bed.folder, 'compiled') };
  const hasNewsboat = isInstalled('newsboat');
  const sync = (home: string, feeds: string): Promise<number> =>
    commandTime(process.execPath, [BIN, 'sync', ...FEEDS], { env: { ...homeEnv(home, feeds), ...compiled } });
  const newsboat = async (folder: string, feeds: string): Promise<number> => {
    if (!hasNewsboat) return Number.NaN;
    const args = newsboatIn(
      folder,
      FEEDS.map((feed) => `${feeds}/${feed}.xml`),
    );
    return commandTime('newsboat', [...args, '-x', 'reload'], { env: plainEnv({ HOME: folder }) });
  };
  const unchanged = bed.feeds + UNCHANGED;
  const [syncedHome, reloadedHome] = [fresh(), fresh()];
  await sync(syncedHome, unchanged);
  await newsboat(reloadedHome, unchanged);
  const times = await interleaved(ROUNDS, {
    reader: () => inReader(bed, blocked, all),
    sync: () => sync(fresh(), origin),
    newsboat: () => newsboat(fresh(), origin),
    unchanged: () => sync(syncedHome, unchanged),
    newsboatUnchanged: () => newsboat(reloadedHome, unchanged),
  });

  const beside = (
    what: string,
    ours: readonly number[],
    limits: { must?: number; aim?: number },
    theirs: readonly number[] = times.newsboat,
  ): Row =>
    hasNewsboat
      ? figure({
          what,
          value: ratioOf(ours, theirs),
          as: asRatio,
          ...limits,
          note: `${asMs(median(ours))} against ${asMs(median(theirs))}`,
        })
      : skipped(what, `newsboat is not installed (ours: ${asMs(median(ours))})`);
  return [
    beside('`R` with 20 feeds × 50 on loopback, beside `newsboat -x reload`', times.reader, {
      must: 0.9,
      aim: 0.6,
    }),
    beside(`… until all ${ALL_FEEDS.length} feeds that \`R\` asks for are kept`, all, { must: 1 }),
    beside('`donga-tui sync` of the 20, into an empty archive, whole process', times.sync, {
      must: 1,
      aim: 0.8,
    }),
    beside(
      '… answered 304 for all of them, newsboat too',
      times.unchanged,
      { must: 0.7, aim: 0.5 },
      times.newsboatUnchanged,
    ),
    figure({
      what: 'a `j` waits for its frame during `R`, longest',
      value: Math.max(...blocked),
      as: asMs,
      must: 50,
      note: `median ${asMs(median(blocked))}, ${blocked.length} keys`,
    }),
  ];
}
