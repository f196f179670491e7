/** Groups an archive's headlines bit by bit and dies by SIGKILL within a transaction, at a statement that has some words. */
import { DatabaseSync } from 'node:sqlite';
import { createStories } from '../../../source/reader/stories.ts';
import { openArchive } from '../../../source/storage/archive/archive.ts';

const [, , file, storiesFile, words] = process.argv;
const archive = openArchive(file!, Date.now);
const stories = createStories(archive, storiesFile!);
if (words === undefined) stories.groupSome();
const { prepare, exec } = DatabaseSync.prototype;
const dieAt = (sql: string): void => {
  if (sql.includes(words ?? 'UPDATE state')) process.kill(process.pid, 'SIGKILL');
};
DatabaseSync.prototype.prepare = function (sql, ...rest) {
  dieAt(sql);
  return Reflect.apply(prepare, this, [sql, ...rest]);
};
DatabaseSync.prototype.exec = function (sql) {
  dieAt(sql);
  return Reflect.apply(exec, this, [sql]);
};
stories.close();
stories.groupSome();
