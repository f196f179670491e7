// newsboat and sfeed_curses with the same headlines, if they are installed.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Headline } from '../../source/model.ts';
import { connect } from '../../source/storage/sqlite/connection.ts';
import { type Bed, COUNTS, type Count, plainEnv } from './bed.ts';
import { NEWS } from './feeds.ts';
import { benchHeadlines } from './headlines.ts';
import { Watched } from './watched.ts';

export interface OtherReader {
  readonly name: string;
  /** Starts it on a terminal, with so many headlines kept. */
  start(count: Count): Watched;
  /** The keys from its first screen to a list of headlines. */
  readonly toHeadlines: string;
  readonly quit: string;
}

export function isInstalled(command: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const MAKERS = { newsboat, sfeed_curses: sfeed } as const;

/**
 * The other readers that are installed, with the headlines in as many feeds as here; and the names of the
 * missing ones.
 */
export function otherReaders(bed: Bed, feeds: readonly string[], counts: readonly Count[] = COUNTS) {
  const names = Object.keys(MAKERS) as (keyof typeof MAKERS)[];
  const [installed, missing] = [names.filter(isInstalled), names.filter((name) => !isInstalled(name))];
  return { installed: installed.map((name) => MAKERS[name](bed, feeds, counts)), missing };
}

/** The arguments of newsboat, in a folder that has nothing yet but the feeds' addresses. */
export function newsboatIn(folder: string, urls: readonly string[]): string[] {
  const [list, cache, config] = ['urls', 'cache.db', 'config'].map((name) => join(folder, name));
  writeFileSync(list!, `${urls.join('\n')}\n`);
  writeFileSync(config!, '');
  return ['-q', '-u', list!, '-c', cache!, '-C', config!];
}

/** The cache that newsboat keeps of a feed's first fetch, with so many times its articles. */
function newsboat(bed: Bed, feeds: readonly string[], counts: readonly Count[]): OtherReader {
  const urls = feeds.map((feed) => `${bed.feeds}${NEWS}/${feed}.xml`);
  const start = Object.fromEntries(
    counts.map((count) => {
      const folder = mkdtempSync(join(bed.folder, 'newsboat-'));
      const args = newsboatIn(folder, urls);
      const env = plainEnv({ HOME: folder });
      execFileSync('newsboat', [...args, '-x', 'reload'], { env, stdio: 'ignore' });
      const db = connect(join(folder, 'cache.db'), { busyMs: 0 });
      const columns =
        'title, author, url, feedurl, pubDate, content, unread, enclosure_url, enclosure_type, enqueued, flags, deleted, base';
      for (let copy = 1; copy < count / COUNTS[0]; copy += 1)
        db.exec(
          `INSERT INTO rss_item (guid, ${columns}) SELECT guid || '-${copy}', ${columns} FROM rss_item WHERE guid NOT LIKE '%-%'`,
        );
      db.close();
      return [count, () => new Watched('newsboat', args, env)];
    }),
  );
  return { name: 'newsboat', start: (count) => start[count]!(), toHeadlines: '\r', quit: 'Q' };
}

/** A line of sfeed(5): time, title, link, content, its type, id, author, enclosure, category. */
const sfeedLine = ({ id, title, url, summary, publishedAt, image }: Headline): string =>
  [Date.parse(publishedAt!) / 1000, title, url, summary, 'plain', id, '', image ?? '', ''].join('\t');

function sfeed(bed: Bed, feeds: readonly string[], counts: readonly Count[]): OtherReader {
  const start = Object.fromEntries(
    counts.map((count) => {
      const folder = mkdtempSync(join(bed.folder, 'sfeed-'));
      const headlines = benchHeadlines(count);
      const files = feeds.map((_, at) => {
        const file = join(folder, `${String(at).padStart(2, '0')}`);
        const lines = headlines.filter((__, index) => index % feeds.length === at).map(sfeedLine);
        writeFileSync(file, `${lines.join('\n')}\n`);
        return file;
      });
      return [count, () => new Watched('sfeed_curses', files, plainEnv({ HOME: folder }))];
    }),
  );
  return { name: 'sfeed_curses', start: (count) => start[count]!(), toHeadlines: 'l', quit: 'q' };
}
