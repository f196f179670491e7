/** Puts headlines in an archive and dies by SIGKILL with them still in its log. */
import { openArchive } from '../../../source/storage/archive/archive.ts';
import { headline } from '../samples.ts';

const [, , file, count] = process.argv;
const archive = openArchive(file!, Date.now);
archive.putHeadlines(
  'culture',
  Array.from({ length: Number(count) }, (_, at) => headline(`${700_000_000 + at}`, '11:11')),
  Date.now(),
);
process.kill(process.pid, 'SIGKILL');
