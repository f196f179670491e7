// The program's ways into the packages that the bundle leaves parts of out.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHttp } from '../../source/net/client.ts';
import { openSettings } from '../../source/storage/config/settings.ts';

export { parseFeed } from '../../source/donga/feed/feed.ts';
export { extractArticle } from '../../source/donga/page/extract.ts';

/** Asks an address for a feed; resolves to the answer. */
export async function ask(url: string): Promise<string> {
  const http = createHttp({ version: '1', offline: false, now: Date.now, env: {} });
  try {
    const { body, notModified } = await http.get({
      url,
      kind: 'feed',
      validators: { etag: null, lastModified: null },
    });
    return `${notModified} ${Buffer.from(body).toString()}`;
  } finally {
    await http.close();
  }
}

/** Changes a setting twice in a folder whose config file is as given (null for none); resolves to the file's text. */
export async function changeFile(folder: string, before: string | null): Promise<string> {
  mkdirSync(folder);
  const file = join(folder, 'config.json');
  if (before !== null) writeFileSync(file, before);
  await openSettings(folder).set('lang', 'en');
  await openSettings(folder).set('lang', 'ko');
  return readFileSync(file, 'utf8');
}
