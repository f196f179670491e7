import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BIN, emptyHome, type Outcome, removeHome, runProgram } from '../../support/program/program.ts';
import { type Site, startSite } from '../../support/site/site.ts';

const PRELOAD = fileURLToPath(new URL('../../support/program/no-pauses.ts', import.meta.url));
const SYNC = ['sync', 'politics', 'economy', '--articles'];

let site: Site;
const homes: string[] = [];

beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => {
  await site.close();
  for (const home of homes) await removeHome(home);
});

const newHome = async (): Promise<string> => {
  homes.push(await emptyHome());
  return homes.at(-1)!;
};
const envOf = (home: string) => ({ DONGA_TUI_HOME: home, DONGA_TUI_FEEDS: site.origin });
const run = (home: string, args: readonly string[]): Promise<Outcome> =>
  runProgram(args, { env: envOf(home), preload: PRELOAD });
const pages = (): string[] =>
  site.requests.map(({ path }) => path).filter((path) => path.startsWith('/news/'));
/** The kept headlines and texts of both sections, without the times at which they came. */
const kept = async (home: string): Promise<unknown> =>
  JSON.parse((await run(home, ['headlines', '--offline', '--json', '--limit', '1000'])).stdout);

/**
 * Starts a sync and kills it so many ms after its nth request, at whatever work; resolves to false if it had
 * ended before.
 */
async function killed(home: string, request: number, after: number): Promise<boolean> {
  const before = site.requests.length;
  const child = spawn(process.execPath, ['--import', PRELOAD, BIN, ...SYNC], {
    env: { ...process.env, ...envOf(home) },
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  await expect.poll(() => site.requests.length - before, { interval: 1 }).toBeGreaterThanOrEqual(request);
  await new Promise((resolve) => setTimeout(resolve, after));
  child.kill('SIGKILL');
  return (await ended)[1] === 'SIGKILL';
}

test('a sync killed at any moment is continued by the next one, and nothing is lost or fetched twice', async () => {
  const whole = await newHome();
  expect(await run(whole, SYNC)).toEqual({ status: 0, stdout: '', stderr: '' });
  const expected = await kept(whole);
  const all = pages().length;
  expect(all).toBeGreaterThan(20);

  let kills = 0;
  for (const [from, to] of [
    [1, 2],
    [3, all / 2],
    [all / 2, all - 10],
  ] as const) {
    const request = Math.floor(from + Math.random() * (to - from));
    const after = Math.random() * 20;
    const moment = `killed ${after.toFixed(1)} ms after request ${request}`;
    const home = await newHome();
    if (await killed(home, request, after)) kills += 1;

    site.requests.length = 0;
    expect(await run(home, SYNC), moment).toEqual({ status: 0, stdout: '', stderr: '' });
    // Both feeds were answered before the first page; a page under way is asked for again.
    expect(pages().length, moment).toBeLessThanOrEqual(all - Math.max(0, request - 3));
    expect(new Set(pages()).size, moment).toBe(pages().length);
    expect(await kept(home), moment).toEqual(expected);

    site.requests.length = 0;
    expect((await run(home, SYNC)).status, moment).toBe(0);
    expect(pages(), moment).toEqual([]);
    const { integrity } = JSON.parse((await run(home, ['doctor', '--json'])).stdout);
    expect(integrity, moment).toBe('ok');
  }
  expect(kills).toBeGreaterThan(0);
}, 240_000);
