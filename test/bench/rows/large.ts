// An archive of 1,000,000 headlines: its first list, its size, opening it, removing old headlines, and whether it is whole after a kill.
import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openArchive } from '../../../source/storage/archive/archive.ts';
import { connect } from '../../../source/storage/sqlite/connection.ts';
import { type Bed, isLarge, plainEnv } from '../bed.ts';
import { asMegabytes, asMs, asPercent, figure, type Row, skipped } from '../table.ts';
import { interleaved, median, ms, p95, ratioOf } from '../times.ts';
import { toFirstList } from './start.ts';

const COUNT = 1_000_000;
const ROUNDS = 9;
/** So many slices are removed before the process that removes them is killed. */
const SLICES = 100;

/** Has a process remove old headlines and kills it on the way; resolves to how long each slice took, in ms. */
async function pruneUntilKilled(home: string): Promise<number[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'pruner.ts'), home], {
    env: plainEnv(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const took: number[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    took.push(Number(line));
    if (took.length === SLICES) child.kill('SIGKILL');
  }
  return took;
}

export async function largeRows(bed: Bed): Promise<Row[]> {
  if (!isLarge) return [skipped('an archive of 1,000,000 headlines', 'asked for by `--large`')];
  const home = bed.home(COUNT);
  const file = join(home, 'archive.db');
  const acts = {
    small: await toFirstList(() => bed.start(bed.home(1_000))),
    large: await toFirstList(() => bed.start(home)),
  };
  const times = await interleaved(ROUNDS, acts);
  const opened = Array.from({ length: ROUNDS }, () =>
    ms(() => {
      const archive = openArchive(file, Date.now);
      archive.headlines({ section: 'total', limit: 100 });
      archive.close();
    }),
  );
  const size = statSync(file).size / 1e6;
  const slices = await pruneUntilKilled(home);
  const db = connect(file, { busyMs: 1000 });
  let result = '';
  const checked = ms(() => {
    result = String(db.get('PRAGMA integrity_check(1)')?.integrity_check);
  });
  db.close();
  return [
    figure({
      what: 'start to the first complete list, 1,000,000 beside 1,000',
      value: 100 * (ratioOf(times.large!, times.small!) - 1),
      as: asPercent,
      must: 10,
      aim: 5,
      note: `median ${asMs(median(times.large!))} against ${asMs(median(times.small!))}`,
    }),
    figure({ what: 'the archive of 1,000,000', value: size, as: asMegabytes }),
    figure({
      what: '… opened, 100 headlines read, closed',
      value: median(opened),
      as: asMs,
      must: 10,
      note: `p95 ${asMs(p95(opened))}`,
    }),
    figure({
      what: '… a slice of 100 old headlines removed, p95',
      value: p95(slices),
      as: asMs,
      must: 20,
      note: `median ${asMs(median(slices))}, the longest ${asMs(Math.max(...slices))}, ${slices.length} slices`,
    }),
    {
      what: '… integrity after the process that removed them was killed',
      must: 'ok',
      aim: '',
      measured: `${result} (checked in ${asMs(checked)})`,
      met: result === 'ok' ? 'must' : '**missed**',
    },
  ];
}
