// What is kept beside headlines: stories, corrections, the day; in a home as a year of reading leaves it.
import { execFileSync } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openArchive } from '../../../source/storage/archive/archive.ts';
import { BIN } from '../../support/program/program.ts';
import { type Bed, bareNode, commandTime, homeEnv, plainEnv } from '../bed.ts';
import { HEADLINES, TEXTS, VERSIONS } from '../story-archive.ts';
import { asMegabytes, asMs, asRatio, figure, type Row } from '../table.ts';
import { interleaved, median, p95, ratioOf } from '../times.ts';

const ROUNDS = 9;
const QUIET = 150;
/** So many stories are opened, and so often a correction of 10,000 characters is. */
const OPENED = 12;

export async function storyRows(bed: Bed): Promise<Row[]> {
  const home = join(bed.folder, 'home-stories');
  mkdirSync(home);
  const maker = join(import.meta.dirname, '..', 'story-archive.ts');
  execFileSync(process.execPath, ['--max-old-space-size=12000', maker, home], { env: plainEnv() });
  return [...sizeRows(home), ...(await commandRows(bed, home)), ...(await screenRows(bed, home))];
}

const megabytes = (file: string): number => statSync(file).size / 1e6;

function sizeRows(home: string): Row[] {
  const file = join(home, 'archive.db');
  const db = new DatabaseSync(file);
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  const versions = Number(db.prepare('SELECT sum(length(text)) AS bytes FROM versions').get()?.bytes);
  const inStories = Number(db.prepare('SELECT count(*) AS many FROM stories').get()?.many);
  db.close();
  return [
    figure({
      what: `an archive of ${HEADLINES.toLocaleString('en')} headlines, ${TEXTS.toLocaleString('en')} texts and ${VERSIONS} former versions`,
      value: megabytes(file),
      as: asMegabytes,
      note: `${(versions / 1e3).toFixed(0)} kB of it former versions; the search index beside it ${asMegabytes(megabytes(join(home, 'search.db')))}`,
    }),
    figure({
      what: '… what groups them into stories, beside it',
      value: megabytes(join(home, 'stories.db')),
      as: asMegabytes,
      note: `${inStories.toLocaleString('en')} headlines are in stories`,
    }),
  ];
}

async function commandRows(bed: Bed, home: string): Promise<Row[]> {
  const env = homeEnv(home, bed.feeds);
  const ours = (...words: string[]) => commandTime(process.execPath, [BIN, ...words], { env });
  const archive = openArchive(join(home, 'archive.db'), Date.now);
  const newest = archive.headlines({ section: 'total', limit: 2_000 });
  archive.close();
  const story = newest.find((each) => each.story !== undefined)!;
  const corrected = newest[0]!;
  const acts = {
    node: bareNode,
    today: () => ours('today', '--offline', '--hours', '24'),
    json: () => ours('today', '--offline', '--hours', '24', '--json'),
    week: () => ours('today', '--offline', '--hours', '168'),
    story: () => ours('story', story.id),
    history: () => ours('history', corrected.id),
  };
  for (const act of Object.values(acts)) await act();
  const times = await interleaved(ROUNDS, acts);
  const row = (what: string, of: readonly number[], limits: { must?: number; aim?: number }): Row =>
    figure({
      what,
      value: ratioOf(of, times.node),
      as: asRatio,
      ...limits,
      note: `median ${asMs(median(of))}; \`node -e 0\` ${asMs(median(times.node))}`,
    });
  return [
    row('`today --hours 24`, of 450 headlines', times.today, { must: 3, aim: 2.5 }),
    row('… `--json`', times.json, { must: 3, aim: 2.5 }),
    row('… `--hours 168`, of 3,000 headlines', times.week, {}),
    row('`story` of a headline', times.story, {}),
    row('`history` of a corrected article', times.history, {}),
  ];
}

/** In the full screen: a story as a timeline, the day, and a correction. */
async function screenRows(bed: Bed, home: string): Promise<Row[]> {
  const program = bed.start(home);
  await program.settled(1_000);
  const stories: number[] = [];
  const changes: number[] = [];
  // The newest headline was corrected: its page of changes, over and over.
  for (let round = 0; round < OPENED; round += 1) {
    changes.push((await program.stroke('c', QUIET)).painted);
    await program.stroke('h', QUIET);
  }
  const day = (await program.stroke('d', QUIET)).painted;
  for (let round = 0; round < OPENED; round += 1) {
    stories.push((await program.stroke('\r', QUIET)).painted);
    await program.stroke('h', QUIET);
    await program.stroke('j', QUIET);
  }
  await program.quit('\x03');
  return [
    figure({ what: 'the day on the screen: `d` to painted', value: day, as: asMs }),
    figure({
      what: 'opening a story, median',
      value: median(stories),
      as: asMs,
      must: 30,
      aim: 16,
      note: `the first ${asMs(stories[0]!)}, p95 ${asMs(p95(stories))}`,
    }),
    figure({
      what: 'what changed in 10,000 characters: `c` to painted, median',
      value: median(changes),
      as: asMs,
      must: 30,
      aim: 16,
      note: `the first ${asMs(changes[0]!)}, p95 ${asMs(p95(changes))}`,
    }),
  ];
}
