// Counts that do not depend on the machine: modules, files and queries before the first frame.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openArchive } from '../../../source/storage/archive/archive.ts';
import { modulesBeforeFirstFrame } from '../../support/program/modules.ts';
import { BIN } from '../../support/program/program.ts';
import { queriesOf } from '../../support/queries.ts';
import { type Bed, COUNTS, homeEnv } from '../bed.ts';
import { isInstalled } from '../other-readers.ts';
import { asCount, figure, type Row, skipped } from '../table.ts';
import { Watched } from '../watched.ts';

/** The files opened until the reader takes the screen; the system's own and Node's among them. */
async function filesOpened(bed: Bed): Promise<Row> {
  const what = 'files opened before the first frame';
  if (!isInstalled('strace')) return skipped(what, 'strace is not installed');
  const trace = join(bed.folder, 'trace');
  const args = ['-f', '-qq', '-e', 'trace=openat,write', '-s', '40', '-o', trace, process.execPath, BIN];
  const program = new Watched('strace', args, homeEnv(bed.home(1_000), bed.feeds));
  await program.settled(1000);
  await program.quit();
  const lines = readFileSync(trace, 'utf8').split('\n');
  const frame = lines.findIndex((line) => line.includes('[?1049h'));
  const opened = lines
    .slice(0, frame)
    .filter((line) => line.includes('openat(') && !line.includes(' = -1 '))
    .map((line) => /"([^"]*)"/.exec(line)?.[1] ?? '');
  const of = (part: string): number => opened.filter((path) => path.includes(part)).length;
  return figure({
    what,
    value: opened.length,
    as: asCount,
    note: `${of('/dist/')} of dist, ${of('compile-cache')} of the compile cache, ${of(bed.folder)} of the home`,
  });
}

async function modules(bed: Bed): Promise<Row> {
  const { chunks, modules, packages } = await modulesBeforeFirstFrame(bed.copy(1_000));
  return figure({
    what: 'modules evaluated before the first frame',
    value: modules.length,
    as: asCount,
    note: `in ${chunks.length} files; packages: ${packages.join(', ') || 'none'}`,
  });
}

/** Opens the archive and lists its newest headlines, as a start does. */
function openAndList(home: string): void {
  const archive = openArchive(join(home, 'archive.db'), Date.now);
  archive.headlines({ section: 'total', limit: 100 });
  archive.close();
}

export async function countRows(bed: Bed): Promise<Row[]> {
  return [
    await modules(bed),
    await filesOpened(bed),
    ...COUNTS.map((count) => {
      const home = bed.home(count);
      const queries = queriesOf(() => openAndList(home));
      return figure({
        what: `queries to open the archive and list 100 headlines of ${count.toLocaleString('en')}`,
        value: queries.length,
        as: asCount,
        note: `${asCount(queries.reduce((sum, { rows }) => sum + rows, 0))} rows read`,
      });
    }),
  ];
}
