// The cost of 10,000 bookmarks: showing them, searching in them, adding one more.
import { join } from 'node:path';
import { openArchive } from '../../../source/storage/archive/archive.ts';
import { openBookmarks } from '../../../source/storage/config/bookmarks/bookmarks.ts';
import { BIN } from '../../support/program/program.ts';
import { type Bed, commandTime, homeEnv } from '../bed.ts';
import { benchHeadlines } from '../headlines.ts';
import { asMegabytes, asMs, asRatio, figure, type Row } from '../table.ts';
import { interleaved, median, p95, ratioOf } from '../times.ts';
import type { Stroke } from '../watched.ts';

const MANY = 10_000;
const ROUNDS = 9;
/** Less than the pause before slips are looked for, whose results come after it; in ms. */
const QUIET = 120;
const QUERIES = ['예산안', '지하철 연기', 'ㄱㅇㅊ', '소방댱국'];
/** Keys pressed after a `b`, which is written meanwhile. */
const AFTER = 8;

/** A home whose newest headlines are bookmarked. */
async function homeWith(bed: Bed, many: number): Promise<string> {
  const home = bed.copy(10_000);
  const bookmarks = openBookmarks(home);
  const archive = openArchive(join(home, 'archive.db'), Date.now);
  const list = benchHeadlines(MANY)
    .slice(0, many)
    .map(({ read: _read, bookmarked: _bookmarked, ...headline }, at) => ({
      ...headline,
      savedAt: headline.publishedAt!,
      note: at % 50 === 0 ? '다시 읽을 것' : '',
      tags: [],
      articleTags: [],
      reporters: ['홍길동'],
    }));
  if (list.length > 0) await bookmarks.merge(list);
  archive.close();
  return home;
}

export async function bookmarkRows(bed: Bed): Promise<Row[]> {
  const [none, kept] = [await homeWith(bed, 0), await homeWith(bed, MANY)];
  return [...(await screenRows(bed, kept)), await addRow(bed, none, kept)];
}

async function screenRows(bed: Bed, home: string): Promise<Row[]> {
  const program = bed.start(home);
  await program.settled(1000);
  const shown: number[] = [];
  for (let time = 0; time < 5; time += 1) {
    shown.push((await program.stroke('B', QUIET)).painted);
    await program.stroke('h', QUIET);
  }
  await program.stroke('B', QUIET);
  await program.stroke('/', QUIET);
  const strokes: Stroke[] = [];
  for (const query of QUERIES) {
    for (const character of query) strokes.push(await program.stroke(character, QUIET));
    await program.stroke('\x15', QUIET);
  }
  await program.stroke('\x1b', QUIET);
  await program.stroke('h', QUIET);
  const waits: number[] = [];
  for (let time = 0; time < 4; time += 1) {
    // Each key comes while the one before is at work, until the bookmark is written.
    program.press('b');
    for (let key = 0; key < AFTER; key += 1) {
      const stroke = await program.stroke('j', 20);
      if (!Number.isNaN(stroke.begun)) waits.push(stroke.begun);
    }
  }
  const memory = program.resident();
  await program.quit('\x03');
  const found = strokes.map(({ painted }) => painted).filter((time) => !Number.isNaN(time));
  const of = `${MANY.toLocaleString('en')} bookmarks`;
  return [
    figure({
      what: `${of}: \`B\``,
      value: median(shown),
      as: asMs,
      must: 60,
      aim: 30,
      note: `the first ${asMs(shown[0]!)}`,
    }),
    figure({
      what: '… a search key in them to painted, p95',
      value: p95(found),
      as: asMs,
      must: 20,
      aim: 10,
      note: `median ${asMs(median(found))}`,
    }),
    figure({
      what: '… a key after a `b` waits at most',
      value: Math.max(...waits),
      as: asMs,
      must: 50,
      aim: 20,
      note: `median ${asMs(median(waits))}`,
    }),
    figure({ what: '… memory', value: memory, as: asMegabytes, must: 105, aim: 90 }),
  ];
}

/** `bookmarks add` of a headline whose text is kept, so that no page is fetched. */
async function addRow(bed: Bed, none: string, kept: string): Promise<Row> {
  const ids = benchHeadlines(ROUNDS + 1).map(({ id }) => id);
  let round = 0;
  const add = (home: string) => () => {
    round += 1;
    const id = ids[Math.floor(round / 2) % ids.length]!;
    return commandTime(process.execPath, [BIN, 'bookmarks', 'add', '--json', id], {
      env: homeEnv(home, bed.feeds),
    });
  };
  const acts = { none: add(none), kept: add(kept) };
  for (const act of Object.values(acts)) await act();
  const times = await interleaved(ROUNDS, acts);
  return figure({
    what: '`bookmarks add` beside none kept',
    value: ratioOf(times.kept, times.none),
    as: asRatio,
    must: 2,
    aim: 1.3,
    note: `${asMs(median(times.kept))} against ${asMs(median(times.none))}`,
  });
}
