import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Fetching } from '../../source/reader/fetching/fetching.ts';
import { createRemoteFetching } from '../../source/worker/client.ts';
import { PATIENCE } from '../support/patience.ts';
import { emptyHome, removeHome } from '../support/program/program.ts';
import { type Site, startSite } from '../support/site/site.ts';

// Real processes and real signals: the built worker, called by the reader's side of it.

const WORKER = join(import.meta.dirname, '../../dist/worker.js');
const SPINNING = pathToFileURL(join(import.meta.dirname, '../support/program/spinning.ts')).href;
/** In ms. Pages are never answered here; feeds are, though a worker may take long to start. */
const DEADLINES = { feed: PATIENCE, page: 3000 };

let site: Site;
let home: string;
let workers: ChildProcess[];
let reader: Fetching;

function open(env: Readonly<Record<string, string>> = {}, deadlines = DEADLINES): void {
  reader = createRemoteFetching({
    start: () => {
      const worker = fork(WORKER, [], {
        env: { ...process.env, DONGA_TUI_HOME: home, DONGA_TUI_FEEDS: site.origin, ...env },
        execArgv: ['--import', SPINNING],
        stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
      });
      workers.push(worker);
      return worker;
    },
    instead: () => {
      throw new Error('nothing is to be done in this process');
    },
    rests: { worked: 10_000, unused: 60_000 },
    deadlines,
  });
}

const signalOf = async (worker: ChildProcess): Promise<NodeJS.Signals | null> => {
  await expect.poll(() => worker.signalCode ?? worker.exitCode).not.toBeNull();
  return worker.signalCode;
};
const PAGE = '/news/article/all/20261120/139057120/1';
const pageOf = (): Promise<unknown> =>
  reader.page({ id: '139057120', url: site.origin + PAGE }).catch((error: unknown) => error);
const stateOf = (pid: number): string => readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/.*\) /s, '')[0]!;

beforeEach(async () => {
  site = await startSite();
  home = await emptyHome();
  workers = [];
});
afterEach(async () => {
  await reader.close();
  for (const worker of workers) worker.kill('SIGKILL');
  await site.close();
  await removeHome(home);
});

describe('a job is given up and the worker killed', () => {
  test('a job of a worker stopped by SIGSTOP is given up', async () => {
    site.set(PAGE, () => process.kill(workers[0]!.pid!, 'SIGSTOP'));
    open();
    expect(await pageOf()).toMatchObject({ code: 'worker-stuck' });
    expect(await signalOf(workers[0]!)).toBe('SIGKILL');
    expect((await reader.feed('culture')).failure).toBeNull();
    expect(workers).toHaveLength(2);
  });

  test('a worker that spins on a page is killed, and the feed comes from another', async () => {
    open({ SPIN_ON: '139057120' });
    const failure = pageOf();
    const feed = reader.feed('travel');
    expect(await failure).toMatchObject({ code: 'worker-stuck', details: { seconds: 3 } });
    expect(await signalOf(workers[0]!)).toBe('SIGKILL');
    expect((await feed).failure).toBeNull();
    expect(workers).toHaveLength(2);
  });
});

test('a busy worker ends when the pipe to it is closed, without a message on its channel', async () => {
  open({ SPIN_ON: 'economy', SPIN_PID: join(home, 'spinning') }, { feed: 60_000, page: 60_000 });
  void reader.feed('economy');
  await expect.poll(() => existsSync(join(home, 'spinning'))).toBe(true);
  await expect.poll(() => readFileSync(join(home, 'spinning'), 'utf8')).toBe(String(workers[0]!.pid));
  expect(stateOf(workers[0]!.pid!)).toBe('R');
  workers[0]!.stdin!.end();
  expect(await signalOf(workers[0]!)).toBe('SIGKILL');
});
