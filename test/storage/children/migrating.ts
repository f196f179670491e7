/** Opens an archive and dies by SIGKILL before the end of the step that brings it up to date. */
import { createRequire } from 'node:module';
import { openArchive } from '../../../source/storage/archive/archive.ts';

const { DatabaseSync } = createRequire(import.meta.url)('node:sqlite') as typeof import('node:sqlite');
const [, , file, when] = process.argv;
const { exec } = DatabaseSync.prototype;
DatabaseSync.prototype.exec = function (sql) {
  // Pages go to the log before the transaction ends.
  if (sql.startsWith('BEGIN')) exec.call(this, 'PRAGMA cache_size = 1');
  if (sql.startsWith(when!)) process.kill(process.pid, 'SIGKILL');
  exec.call(this, sql);
};
openArchive(file!, Date.now);
