/** Groups an archive's headlines bit by bit and dies by SIGKILL within the second slice's transaction. */
import { DatabaseSync } from 'node:sqlite';
import { createStories } from '../../../source/reader/stories.ts';
import { openArchive } from '../../../source/storage/archive/archive.ts';

const [, , file, storiesFile] = process.argv;
const archive = openArchive(file!, Date.now);
const stories = createStories(archive, storiesFile!);
stories.groupSome();
const { prepare } = DatabaseSync.prototype;
DatabaseSync.prototype.prepare = function (sql, ...rest) {
  if (sql.includes('UPDATE state')) process.kill(process.pid, 'SIGKILL');
  return Reflect.apply(prepare, this, [sql, ...rest]);
};
stories.close();
stories.groupSome();
