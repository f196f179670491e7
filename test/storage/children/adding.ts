/** Adds bookmarks, `count` of them with ids that begin with `prefix`, one after another. */
import { openBookmarks } from '../../../source/storage/config/bookmarks/bookmarks.ts';
import { bookmark } from '../samples.ts';

const [home, prefix, count] = process.argv.slice(2);
const bookmarks = openBookmarks(home!);
for (let at = 0; at < Number(count); at++) await bookmarks.add(bookmark(`${prefix}${at}`));
