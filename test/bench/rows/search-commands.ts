// Commands that search or list much, from their start to their end, beside Node doing nothing and fzf.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openArchive } from '../../../source/storage/archive/archive.ts';
import { connect } from '../../../source/storage/sqlite/connection.ts';
import { BIN } from '../../support/program/program.ts';
import { freshen } from '../archives.ts';
import { type Bed, bareNode, type Count, commandTime, homeEnv, isLarge, peakMemory } from '../bed.ts';
import { articleOf, benchHeadlines } from '../headlines.ts';
import { isInstalled } from '../other-readers.ts';
import { asMegabytes, asMs, asRatio, figure, type Row, skipped } from '../table.ts';
import { interleaved, median, ratioOf } from '../times.ts';

const ROUNDS = 9;
const QUERY = '소방당국 폭설';
/** The number of texts that come with one `sync --articles`, each shorter than the bench's longest. */
const TEXTS = 5_000;
const TEXT_LENGTH = 1_500;

const LIMITS: Partial<Record<Count, { readonly must: number; readonly aim: number }>> = {
  10000: { must: 3, aim: 2.5 },
  100000: { must: 5, aim: 3 },
  1000000: { must: 12, aim: 5 },
};

export async function searchCommandRows(bed: Bed): Promise<Row[]> {
  return [...(await searchRowsOf(bed)), ...(await firstInTexts(bed)), await longListRow(bed)];
}

async function searchRowsOf(bed: Bed): Promise<Row[]> {
  const counts: readonly Count[] = [10_000, 100_000, ...(isLarge ? [1_000_000 as const] : [])];
  const envOf = (home: string) => homeEnv(home, bed.feeds);
  const search = (home: string) => () =>
    commandTime(process.execPath, [BIN, 'search', '--json', QUERY], { env: envOf(home) });
  const titles = titlesOf(bed);
  const withFzf = isInstalled('fzf');
  const acts: Record<string, () => Promise<number>> = {
    node: bareNode,
    empty: search(bed.empty()),
    ...Object.fromEntries(counts.map((count) => [count, search(bed.home(count))])),
    ...(withFzf ? { fzf: () => commandTime('sh', ['-c', 'fzf -f "$1" < "$2"', 'sh', QUERY, titles]) } : {}),
  };
  // Compiled code is cached from the first time on.
  for (const act of Object.values(acts)) await act();
  const times = await interleaved(ROUNDS, acts);
  const node = times.node!;
  const rows = counts.flatMap((count) => [
    figure({
      what: `\`search --json ${QUERY}\` in ${count.toLocaleString('en')}`,
      value: ratioOf(times[count]!, node),
      as: asRatio,
      ...LIMITS[count],
      note: `median ${asMs(median(times[count]!))}; \`node -e 0\` ${asMs(median(node))}; in an empty archive ${asRatio(ratioOf(times.empty!, node))}`,
    }),
    figure({
      what: '… at most in memory',
      value: peakMemory(['search', '--json', QUERY], envOf(bed.home(count))),
      as: asMegabytes,
      must: 120,
    }),
  ]);
  const beside = '… beside `fzf -f` over the same titles, 100,000';
  if (!withFzf) return [...rows, skipped(beside, 'no fzf here')];
  return [
    ...rows,
    figure({
      what: beside,
      value: ratioOf(times[100_000]!, times.fzf!),
      as: asRatio,
      must: 1.2,
      aim: 0.7,
      note: `fzf ${asMs(median(times.fzf!))}`,
    }),
  ];
}

/** A file of the titles of 100,000 headlines, a line each. */
function titlesOf(bed: Bed): string {
  const file = join(bed.folder, 'titles');
  const db = connect(join(bed.home(100_000), 'archive.db'), { busyMs: 1000, readOnly: true });
  writeFileSync(
    file,
    db
      .all('SELECT title FROM headlines')
      .map(({ title }) => `${title}\n`)
      .join(''),
  );
  db.close();
  return file;
}

/** The first search in full texts after many have come, which indexes none of them, and the second. */
async function firstInTexts(bed: Bed): Promise<Row[]> {
  const home = bed.copy(10_000);
  const archive = openArchive(join(home, 'archive.db'), Date.now);
  for (const headline of benchHeadlines(TEXTS, 2)) {
    const article = articleOf(headline);
    const blocks = article.blocks.slice(0, Math.ceil(TEXT_LENGTH / 400));
    archive.putArticle({ ...article, blocks }, Date.now());
  }
  archive.close();
  const env = homeEnv(home, bed.feeds);
  const search = () =>
    commandTime(process.execPath, [BIN, 'search', '--in', 'archive', '--json', QUERY], { env });
  const [first, second] = [await search(), await search()];
  const node = await bareNode();
  return [
    figure({
      what: 'the first `search --in archive` after 5,000 new texts',
      value: first,
      as: asMs,
      must: 1000,
      note: `the second ${asMs(second)}; \`node -e 0\` ${asMs(node)}`,
    }),
  ];
}

async function longListRow(bed: Bed): Promise<Row> {
  const home = bed.home(100_000);
  freshen(home);
  return figure({
    what: '`headlines --json --limit 100000`, at most in memory',
    value: peakMemory(['headlines', '--json', '--limit', '100000'], homeEnv(home, bed.feeds)),
    as: asMegabytes,
    must: 120,
    aim: 90,
  });
}
