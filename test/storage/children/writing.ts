/**
 * Bookmarks, keeps texts and articles, marks and refreshes without end, and prints each act on stdout once it
 * is done: a printed one must be there after a crash.
 */
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { openArchive } from '../../../source/storage/archive/archive.ts';
import { openBookmarks } from '../../../source/storage/config/bookmarks/bookmarks.ts';
import { openSettings } from '../../../source/storage/config/settings.ts';
import { article, bookmark, headline, NOON } from '../samples.ts';

const [home, first] = process.argv.slice(2);
const archive = openArchive(join(home!, 'archive.db'), Date.now);
const bookmarks = openBookmarks(home!);
const settings = openSettings(home!);
const done = (...words: string[]) => writeSync(1, `${words.join(' ')}\n`);

// Loads conf before the first line is printed: the kills are to fall into the writing.
await settings.set('hanja', true);
for (let id = Number(first); ; id++) {
  await bookmarks.add(bookmark(`${id}`));
  done('bookmark', `${id}`);
  archive.putHeadlines('politics', [headline(`${id}`, '09:00'), headline(`${id - 1}`, '09:00')], NOON);
  done('headline', `${id}`);
  archive.setRead([`${id}`], true, NOON);
  done('read', `${id}`);
  await bookmarks.putText(`${id}`, article(`${id}`));
  done('text', `${id}`);
  archive.putArticle(article(`${id}`), NOON);
  done('article', `${id}`);
  await settings.set('hanja', id % 2 === 0);
  if (id % 5 === 0) {
    await bookmarks.remove([`${id}`], '2026-11-20T12:00:00+09:00');
    done('removed', `${id}`);
  }
}
