// Removes old headlines from a home's archive in slices, until all are removed or it is killed: `node test/bench/pruner.ts <home>` prints how long each slice took, in ms.
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { openArchive } from '../../source/storage/archive/archive.ts';
import { PRUNED_AT_ONCE } from '../../source/storage/archive/pruning.ts';

/** As many as the program keeps (`reader/reader.ts`). */
const MOST_KEPT = 200_000;

const archive = openArchive(join(process.argv[2]!, 'archive.db'), Date.now);
for (let removed = PRUNED_AT_ONCE; removed === PRUNED_AT_ONCE; ) {
  const begun = performance.now();
  removed = archive.prune({ before: 0, count: MOST_KEPT }, new Set());
  writeSync(1, `${performance.now() - begun}\n`);
}
archive.close();
