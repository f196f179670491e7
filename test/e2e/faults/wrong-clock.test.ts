import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyHome, removeHome, runProgram } from '../../support/program/program.ts';
import { type Site, startSite } from '../../support/site/site.ts';

const CLOCK = fileURLToPath(new URL('../../support/program/clock.ts', import.meta.url));
const HOUR = 3_600_000;

let site: Site;
let home: string;
beforeEach(async () => {
  site = await startSite();
  home = await emptyHome();
});
afterEach(async () => {
  await site.close();
  await removeHome(home);
});

const run = (ahead: number, ...args: string[]) =>
  runProgram(args, {
    preload: CLOCK,
    env: { DONGA_TUI_HOME: home, DONGA_TUI_FEEDS: site.origin, CLOCK_AHEAD: `${ahead}` },
  });

test.each([9 * HOUR, 500 * 24 * HOUR])(
  'after a run with the clock %i ms ahead, headlines are asked for again',
  async (ahead) => {
    await run(ahead, 'headlines', 'politics');
    const before = site.requests.length;
    const { status, stdout } = await run(0, 'headlines', 'politics');
    expect(status).toBe(0);
    expect(stdout.split('\n').length).toBeGreaterThan(2);
    expect(site.requests.length).toBe(before + 1);
  },
);

test('a sync with the clock a year and more ahead, or behind, takes no headline away', async () => {
  await run(0, 'sync');
  const all = async () =>
    JSON.parse((await run(0, 'headlines', '--offline', '--limit', '1000', '--json')).stdout).length;
  const before = await all();
  expect(before).toBeGreaterThan(100);
  for (const ahead of [600 * 24 * HOUR, -20 * 365 * 24 * HOUR]) {
    const synced = await run(ahead, 'sync', '--json');
    expect(JSON.parse(synced.stdout).map(({ added }: { added: number }) => added)).not.toContain(50);
    await run(ahead, 'headlines', '--offline');
    expect(await all()).toBe(before);
  }
});
