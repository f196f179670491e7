import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Http, HttpRequest } from '../../../source/net/http.ts';
import { openArchive } from '../../../source/storage/archive/archive.ts';
import { MIGRATIONS } from '../../../source/storage/archive/file/migrations.ts';
import { openBookmarks } from '../../../source/storage/config/bookmarks/bookmarks.ts';
import { connect } from '../../../source/storage/sqlite/connection.ts';
import { newHome } from '../../storage/home.ts';
import { readerOn } from '../../support/reader.ts';

const NOW = Date.parse('2026-11-20T13:00:00+09:00');
const ID = '139000001';
const LINK = `https://www.donga.com/news/Economy/article/all/20261120/${ID}/1`;
const TITLE = '금리 동결…“물가 더 본다”';
const VALIDATORS = { etag: '"1"', lastModified: null };

const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>경제</title><item><title>${TITLE}</title><link>${LINK}</link><pubDate>Fri, 20 Nov 2026 12:00:00 +0900</pubDate></item></channel></rss>`;
const PAGE = `<html><body><section class="head_group"><h1>${TITLE}</h1></section><div class="view_body"><section class="news_view">${'한국은행이 기준금리를 그대로 두었다. '.repeat(20)}</section></div></body></html>`;

/** A server that gives its UTF-8 a wrong name, and answers 304 to a client that has seen it. */
function mistakenServer(asked: HttpRequest[]): Http {
  return {
    get: async (request) => {
      asked.push(request);
      const notModified = request.validators?.etag === VALIDATORS.etag;
      const body = notModified ? '' : request.kind === 'feed' ? FEED : PAGE;
      return {
        notModified,
        url: request.url,
        body: new TextEncoder().encode(body),
        contentType: 'text/html; charset=iso-8859-1',
        validators: VALIDATORS,
        freshFor: null,
      };
    },
    close: async () => undefined,
  };
}

test('a headline and a text that were kept in the wrong encoding are right after the next fetch', async () => {
  const home = newHome();
  const file = join(home, 'archive.db');
  const mangled = Buffer.from(TITLE).toString('latin1');
  const parts = {
    bookmarks: openBookmarks(home),
    feedsOrigin: 'https://rss.donga.com',
    storiesFile: join(home, 'stories.db'),
    photosFolder: join(home, 'photos'),
    now: () => NOW,
  };
  const asked: HttpRequest[] = [];

  const first = openArchive(file, parts.now);
  const before = readerOn({ ...parts, archive: first, http: mistakenServer(asked) });
  await before.refresh(['economy']);
  await before.open({ id: ID, url: LINK });
  await before.close();

  // As the version before left it: mangled, and with validators that would have a 304 answered for ever.
  const db = connect(file, { busyMs: 1000, readOnly: false });
  db.run('UPDATE headlines SET title = ?', mangled);
  db.run('UPDATE articles SET json = replace(json, ?, ?)', TITLE, mangled);
  // That version kept no titles of a list's own feed. The schema is today's: only the step that mends is run.
  db.run('UPDATE listings SET title = NULL');
  db.exec(MIGRATIONS.find((step) => step.startsWith('UPDATE feeds'))!);
  db.close();

  const archive = openArchive(file, parts.now);
  const reader = readerOn({ ...parts, archive, http: mistakenServer(asked) });
  expect(reader.headline(ID)?.title).not.toBe(TITLE);
  expect((await reader.refresh(['economy']))[0]?.failure).toBeNull();
  expect(reader.headline(ID)?.title).toBe(TITLE);
  expect((await reader.open({ id: ID, url: LINK }, { fresh: true })).article.title).toBe(TITLE);
  expect(reader.kept(ID)?.title).toBe(TITLE);

  // From then on the server's 304 is taken again.
  await reader.refresh(['economy']);
  expect(asked.at(-1)?.validators).toEqual(VALIDATORS);
  await reader.close();
});
