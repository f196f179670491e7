/** Opens a home as a user who owns nothing in it, and prints what can be read and the result of each change. */
import { join } from 'node:path';
import { Failure } from '../../../source/failure.ts';
import { openArchive } from '../../../source/storage/archive/archive.ts';
import { openBookmarks } from '../../../source/storage/config/bookmarks/bookmarks.ts';
import { openSettings } from '../../../source/storage/config/settings.ts';
import { bookmark } from '../samples.ts';

const NOBODY = 65_534;
const home = process.argv[2]!;

process.setgid!(NOBODY);
process.setuid!(NOBODY);
const archive = openArchive(join(home, 'archive.db'), Date.now);

const failures: string[] = [];
for (const change of [
  () => archive.setRead(['1'], true, 0),
  () => archive.putHeadlines('politics', [], 0),
  () => openBookmarks(home).add(bookmark('1')),
  () => openSettings(home).set('lang', 'en'),
]) {
  try {
    await change();
  } catch (error) {
    failures.push(error instanceof Failure ? error.code : String(error));
  }
}
const ids = archive.headlines({ section: 'total', limit: 1000 }).map(({ id }) => id);
process.stdout.write(JSON.stringify({ mode: archive.mode, ids, failures }));
