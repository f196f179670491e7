// Measures corrections and the day in an archive of the real thing's size: `node test/bench/corrections.ts`
// (built first). 100,000 headlines, 5,000 texts, 500 former versions. Times are given as multiples of `node
// -e 0`, too.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { differenceOf } from '../../source/corrections/diff.ts';
import { koreanTime } from '../../source/korean/times.ts';
import type { Article } from '../../source/model.ts';
import { openArchive } from '../../source/storage/archive/archive.ts';
import { homePaths } from '../../source/storage/files/paths.ts';
import { setChanges } from '../../source/typeset/changes.ts';
import { articleOf } from '../support/fake-headlines.ts';
import { manyHeadlines, withLeads } from '../support/headlines.ts';
import { BIN } from '../support/program/program.ts';

const HEADLINES = 100_000;
const TEXTS = 5_000;
const VERSIONS = 500;
const NOW = Date.now();
/** Minutes between two headlines: some 450 a day. */
const APART = 3.2;

const home = mkdtempSync(join(tmpdir(), 'donga-tui-bench-'));
const env = { ...process.env, DONGA_TUI_HOME: home };
const median = (times: number[]): number => times.sort((one, other) => one - other)[times.length >> 1]!;
const times = (act: () => unknown, count = 7): number =>
  median(
    Array.from({ length: count }, () => {
      const begun = performance.now();
      act();
      return performance.now() - begun;
    }),
  );
const run =
  (...args: string[]) =>
  () =>
    spawnSync(process.execPath, args, { env });
const node = times(run('-e', '0'));
const tell = (what: string, ms: number): void =>
  console.log(`${what}: ${ms.toFixed(1)} ms, ${(ms / node).toFixed(2)} × node -e 0`);
console.log(`node -e 0: ${node.toFixed(1)} ms`);

try {
  const file = join(homePaths(env).data, 'archive.db');
  const archive = openArchive(file, () => NOW);
  const headlines = withLeads(manyHeadlines(HEADLINES)).map((each, at) => ({
    ...each,
    publishedAt: koreanTime(NOW - at * APART * 60_000),
  }));
  for (let at = HEADLINES; at > 0; at -= 1_000)
    archive.putHeadlines('national', headlines.slice(Math.max(0, at - 1_000), at), NOW);
  /** A text of some 2,500 characters, as it is and as it was. */
  const text = (at: number, word: string): Article =>
    articleOf(headlines[at]!, {
      blocks: Array.from({ length: 20 }, (_, block) => ({
        type: 'paragraph' as const,
        text: `${headlines[(at + block) % HEADLINES]!.summary.slice(0, 120)} ${block === 7 ? word : '그대로'} 전했다.`,
      })),
    });
  for (let at = 0; at < TEXTS; at += 1) archive.putArticle(text(at, '처음'), NOW, { extractor: 1 });
  const size = (): number => {
    const db = new DatabaseSync(file);
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    db.close();
    return statSync(file).size / 2 ** 20;
  };
  const before = size();
  for (let at = 0; at < VERSIONS; at += 1) archive.putArticle(text(at, '나중에'), NOW + 1, { extractor: 1 });
  const after = size();
  console.log(
    `archive: ${after.toFixed(1)} MB, ${((after - before) * 1024).toFixed(0)} kB of it for ${VERSIONS} versions`,
  );
  tell(
    'versions of an article read',
    times(() => archive.versions(headlines[3]!.id), 101),
  );
  archive.close();

  tell(
    'first today --offline (groups the newest 1,000)',
    times(run(BIN, 'today', '--offline', '--hours', '24'), 1),
  );
  tell('today --offline --hours 24', times(run(BIN, 'today', '--offline', '--hours', '24'), 5));
  tell('headlines --offline', times(run(BIN, 'headlines', '--offline'), 5));
  tell('history of a corrected article', times(run(BIN, 'history', headlines[3]!.id), 5));

  const long = (word: (at: number) => string): Article =>
    articleOf(headlines[0]!, {
      blocks: Array.from({ length: 40 }, (_, at) => ({
        type: 'paragraph' as const,
        text: `${headlines[at]!.summary.slice(0, 240)} ${word(at)} 밝혔다.`,
      })),
    });
  const was = long(() => '전면 통제를');
  const is = long((at) => (at % 4 === 1 ? '일부 통제를' : '전면 통제를'));
  const characters = is.blocks.reduce((sum, block) => sum + ('text' in block ? block.text.length : 0), 0);
  const draw = () =>
    setChanges(
      {
        id: '1',
        versions: [
          { ...was, seenAt: 0 },
          { ...is, seenAt: 1 },
        ],
        changes: [{ from: 0, to: 1, at: 1, ...differenceOf(was, is) }],
      },
      1,
      { columns: 76, language: 'ko', now: NOW },
    );
  tell(`first diff of ${characters} characters, set in rows`, times(draw, 1));
  tell('the same again', times(draw, 21));
} finally {
  rmSync(home, { recursive: true, force: true });
}
