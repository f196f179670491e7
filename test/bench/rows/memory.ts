// The memory of the reader: after its start, after 10,000 keys, 100 articles and a day; and that of the process that fetches.
import { join } from 'node:path';
import { connect } from '../../../source/storage/sqlite/connection.ts';
import type { Bed, Count } from '../bed.ts';
import { NEWS } from '../feeds.ts';
import { ARTICLES } from '../headlines.ts';
import { asMegabytes, asPercent, figure, type Row, skipped } from '../table.ts';
import { median } from '../times.ts';
import type { Watched } from '../watched.ts';

const STARTS = 3;
const KEYS = 10_000;
/** So many keys come as one chunk: as fast as a key repeats, even with a slow program. */
const CHUNK = 10;
const EVERY = 16;
/** The kept articles are opened so many times each, 100 openings in all. */
const OPENINGS = 5;
/** A refresh every ten minutes for a day, each of a feed of 50 new headlines. */
const REFRESHES = 144;
/** The time after a start at which its memory is read, in ms. */
const SETTLED = 2_500;

/** A start in a home whose feeds were asked for just now, or of which all are to be asked for. */
async function afterStart(bed: Bed, count: Count, fresh: boolean, feeds = bed.feeds): Promise<Watched> {
  const home = bed.copy(count);
  const archive = connect(join(home, 'archive.db'), { busyMs: 1000 });
  archive.run('UPDATE feeds SET refreshed_at = ?', fresh ? Date.now() : 0);
  archive.close();
  const program = bed.start(home, { feeds });
  await program.settled(SETTLED);
  return program;
}

export async function memoryRows(bed: Bed): Promise<Row[]> {
  const started: Record<1_000 | 100_000, number[]> = { 1000: [], 100000: [] };
  const after: number[] = [];
  const fetched: number[] = [];
  const workers: { now: number; most: number }[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    for (const count of [1_000, 100_000] as const) {
      const program = await afterStart(bed, count, true);
      started[count].push(program.resident());
      if (count === 100_000 && start === STARTS - 1) {
        await pressAll(program);
        after.push(program.resident());
      }
      await program.quit();
    }
    const fetching = await afterStart(bed, 1_000, false);
    fetched.push(fetching.resident());
    workers.push(fetching.workers());
    await fetching.quit();
  }
  const [small, large] = [median(started[1_000]), median(started[100_000])];
  if (Number.isNaN(small)) return [skipped('memory', 'no /proc here')];
  return [
    figure({
      what: 'memory after start, 1,000 headlines',
      value: small,
      as: asMegabytes,
      must: 80,
      aim: 70,
    }),
    figure({
      what: '… where the start fetched twelve feeds of 50',
      value: median(fetched),
      as: asMegabytes,
      must: 80,
      aim: 70,
      note: `and ${asMegabytes(median(workers.map(({ now }) => now)))} of the process that fetches, ${asMegabytes(median(workers.map(({ most }) => most)))} at most, which ends ten seconds after its work`,
    }),
    figure({
      what: '… at 100,000',
      value: 100 * (large / small - 1),
      as: asPercent,
      must: 5,
      note: asMegabytes(large),
    }),
    figure({
      what: '… at 100,000 after 10,000 keys (5,000 down, 5,000 up)',
      value: 100 * (median(after) / large - 1),
      as: asPercent,
      must: 10,
      aim: 5,
      note: asMegabytes(median(after)),
    }),
    await grownRow(bed, '… after 100 articles opened', bed.feeds, openArticles),
    await grownRow(
      bed,
      '… after a day: 144 refreshes, each with 50 new headlines',
      bed.feeds + NEWS,
      refresh,
    ),
  ];
}

/** How much the memory grows from a start to the end of an act. */
async function grownRow(
  bed: Bed,
  what: string,
  feeds: string,
  act: (program: Watched) => Promise<void>,
): Promise<Row> {
  const program = await afterStart(bed, 1_000, true, feeds);
  const before = program.resident();
  await act(program);
  const after = program.resident();
  await program.quit('\x03');
  return figure({
    what,
    value: 100 * (after / before - 1),
    as: asPercent,
    must: 12,
    note: asMegabytes(after),
  });
}

async function openArticles(program: Watched): Promise<void> {
  for (let round = 0; round < OPENINGS; round += 1) {
    for (let article = 0; article < ARTICLES; article += 1) {
      for (const key of ['\r', 'h', 'j']) await program.stroke(key, EVERY);
    }
    await program.stroke('g', EVERY);
  }
  await program.quiet(500);
}

async function refresh(program: Watched): Promise<void> {
  for (let refreshed = 0; refreshed < REFRESHES; refreshed += 1) await program.stroke('r', 150);
  await program.quiet(2000);
}

async function pressAll(program: Watched): Promise<void> {
  for (const key of ['j', 'k']) {
    for (let pressed = 0; pressed < KEYS / 2; pressed += CHUNK) {
      program.press(key.repeat(CHUNK));
      await program.quiet(EVERY);
    }
  }
  await program.quiet(500);
}
