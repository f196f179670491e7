// Fills a home: `node test/bench/archives.ts <home> <count>`. A process of its own, so that measuring keeps its memory small.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { indexSome } from '../../source/reader/indexing.ts';
import { openArchive } from '../../source/storage/archive/archive.ts';
import { ARTICLES, articleOf, benchHeadlines, FEEDS, feedOf } from './headlines.ts';

const NOTHING_WRONG = {
  freshUntil: null,
  validators: { etag: null, lastModified: null },
  notBefore: null,
  failure: null,
};

function fill(home: string, count: number): void {
  const archive = openArchive(join(home, 'archive.db'), Date.now);
  const headlines = benchHeadlines(count);
  for (const section of FEEDS) {
    const listed =
      section === 'total'
        ? feedOf(headlines, section)
        : headlines.filter((headline) => headline.section === section);
    archive.putHeadlines(section, listed, Date.now());
    archive.putFeed({ section, refreshedAt: Date.now(), ...NOTHING_WRONG });
  }
  for (const headline of headlines.slice(0, ARTICLES)) archive.putArticle(articleOf(headline), Date.now());
  while (indexSome(archive));
  archive.close();
  // Each run starts at the top, not at the place where the run before it ended.
  writeFileSync(join(home, 'config.json'), JSON.stringify({ start: 'fresh' }));
}

/** Says that the feeds were asked just now, so that a command answers from the archive. */
export function freshen(home: string): void {
  const archive = openArchive(join(home, 'archive.db'), Date.now);
  for (const section of FEEDS) archive.putFeed({ section, refreshedAt: Date.now(), ...NOTHING_WRONG });
  archive.close();
}

if (process.argv[1] === import.meta.filename) {
  const [home = '', count = ''] = process.argv.slice(2);
  fill(home, Number(count));
}
