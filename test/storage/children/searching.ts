/** Searches for each headline of another process whose title comes on stdin, and prints which ones it found. */
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { searchHeadlines } from '../../../source/search/headline-search.ts';
import { lastOf } from '../../../source/search/steps.ts';
import { openArchive } from '../../../source/storage/archive/archive.ts';

const archive = openArchive(join(process.argv[2]!, 'archive.db'), Date.now);
for await (const id of createInterface({ input: process.stdin })) {
  const found = lastOf(searchHeadlines(archive.index, `제목 ${id}`, { limit: 10, now: Date.now() }));
  process.stdout.write(`${id} ${found[0]?.id === id}\n`);
}
archive.close();
