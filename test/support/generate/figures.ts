// The READMEs' figures, from what the last whole run of `npm run bench` printed into docs/PERFORMANCE.md.
import { readFile } from 'node:fs/promises';
import type { Language } from '../../../source/messages/index.ts';
import { HEADER } from '../../bench/table.ts';

/** What a run printed: the machine's line, and the table. */
interface Run {
  readonly machine: string;
  /** The row whose first column begins so. @throws where there is none. */
  row(begin: string): string;
}

const START = 'start to the first complete list, 1,000 headlines';
const BESIDE = "our first list beside newsboat's, 100,000";
const LIST_BYTES = 'bytes of a `j` in the list, 100×30';
const SEARCH = 'a search key to painted, p95, 100,000 headlines';
const MEMORY = 'memory after start, 1,000 headlines';

async function lastRun(): Promise<Run> {
  const paper = await readFile('docs/PERFORMANCE.md', 'utf8');
  const printed = paper.slice(paper.indexOf('<!-- bench -->'), paper.indexOf('<!-- /bench -->'));
  const lines = printed.split('\n');
  return {
    machine: lines.find((line) => line.startsWith('Node ')) ?? '',
    row(begin) {
      const found = lines.find((line) => line.startsWith(`| ${begin}`));
      if (found === undefined) throw new Error(`docs/PERFORMANCE.md has no row “${begin}”`);
      return found;
    },
  };
}

export async function figures(language: Language): Promise<string> {
  const run = await lastRun();
  return language === 'en' ? english(run) : korean(run);
}

function english({ machine, row }: Run): string {
  return [`${machine}:`, '', HEADER, ...[START, BESIDE, LIST_BYTES, SEARCH, MEMORY].map(row)].join('\n');
}

function korean({ machine, row }: Run): string {
  const measured = (begin: string): string => row(begin).split(' | ')[3] ?? '';
  /** The first figure of a row: `214 bytes`. */
  const first = (begin: string): string => measured(begin).split(' (')[0]!;
  const bytes = (begin: string): string => first(begin).replace(' bytes', '바이트');
  const [, ours, theirs] = /\(([^()]*) against ([^()]*)\)/.exec(measured(BESIDE)) ?? [];
  const [, fetching = ''] = /and (\d+ MB) of the process/.exec(measured('… where the start fetched')) ?? [];
  const rows = [
    ['기사 10만 건이 있을 때 첫 목록까지', `${ours} (newsboat ${theirs})`],
    [
      '`j` 한 번에 쓰는 양 (100×30)',
      `목록 ${bytes(LIST_BYTES)}, 기사 ${bytes('bytes of a `j` in the article, 100×30')}`,
    ],
    ['`j`를 눌러 그려질 때까지 (p95, 100×30)', first('`j` to painted, p95, list, 100×30')],
    ['1만 자 기사를 열 때', first('opening an archived article')],
    ['찾기 한 글자 (p95, 10만 건)', first(SEARCH)],
    ['기억장치', `${first(MEMORY)}. 받는 동안과 그 뒤 10초는 받는 프로세스가 따로 ${fetching}`],
  ];
  return [
    `${machine}:`,
    '',
    '| | |',
    '|---|---|',
    ...rows.map(([what, value]) => `| ${what} | ${value} |`),
  ].join('\n');
}
