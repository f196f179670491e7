// Taking in a feed of new headlines: how much longer it takes because of the search index.
import { join } from 'node:path';
import { HOUR, MINUTE } from '../../../source/clock.ts';
import { koreanTime } from '../../../source/korean/times.ts';
import { indexSome } from '../../../source/reader/indexing.ts';
import { openArchive } from '../../../source/storage/archive/archive.ts';
import type { Bed } from '../bed.ts';
import { benchHeadlines, FEED_LENGTH } from '../headlines.ts';
import { asMs, figure, type Row } from '../table.ts';
import { median, ms, p95 } from '../times.ts';

const FEEDS = 60;
/** The first ones run code that is not compiled yet; the process that fetches has loaded it by then. */
const WARMING = 20;
/** Texts that no archive of the bench has: of another seed, newer, and by ids of their own. */
const SEED = 7;

/** Feeds of 50 headlines, each an hour newer than the one before. */
function newFeeds() {
  const headlines = benchHeadlines(FEEDS * FEED_LENGTH, SEED);
  const begun = Date.now();
  return Array.from({ length: FEEDS }, (_, feed) =>
    headlines.slice(feed * FEED_LENGTH, (feed + 1) * FEED_LENGTH).map((headline, place) => ({
      ...headline,
      id: String(900_000_000 + feed * FEED_LENGTH + place),
      publishedAt: koreanTime(begun + feed * HOUR - place * MINUTE),
    })),
  );
}

export function takingInRow(bed: Bed): Row {
  const archive = openArchive(join(bed.copy(100_000), 'archive.db'), Date.now);
  const kept: number[] = [];
  const indexed: number[] = [];
  for (const feed of newFeeds()) {
    kept.push(ms(() => archive.putHeadlines('total', feed, Date.now())));
    indexed.push(
      ms(() => {
        while (indexSome(archive));
      }),
    );
  }
  archive.close();
  const [taken, added] = [kept.slice(WARMING), indexed.slice(WARMING)];
  return figure({
    what: '… to taking in a feed of 50, median',
    value: median(added),
    as: asMs,
    must: 5,
    aim: 2,
    note: `p95 ${asMs(p95(added))}; keeping the headlines ${asMs(median(taken))}`,
  });
}
