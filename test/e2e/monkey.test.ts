import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SECTIONS } from '../../source/sections.ts';
import { connect } from '../../source/storage/sqlite/connection.ts';
import { tell, thorough } from '../support/fuzz.ts';
import { BIN, emptyHome, removeHome } from '../support/program/program.ts';
import { type Handler, startSite } from '../support/site/site.ts';
import { nextKey, seeded } from '../support/terminal/monkey.ts';
import { Terminal } from '../support/terminal/terminal.ts';

const SEED = Number(process.env.SEED ?? 20261124);
const KEYS = thorough(100_000, 1500);
const AT_ONCE = 10;
/** The number of keys between two looks at the memory. */
const STEP = 10_000;
/** The greatest growth in the second half of them. */
const MOST_GROWTH = 1.1;

/** Answers of a bad network. */
const FAULTS: readonly (Handler | null)[] = [
  null,
  null,
  () => undefined,
  (request) => request.socket.destroy(),
  (_, response) => response.writeHead(500).end('<html>'),
  (_, response) => response.writeHead(200).end('쓰레기 \x1b]0;x\x07'),
  (_, response) => response.writeHead(429, { 'retry-after': '1' }).end(),
  (_, response) => response.writeHead(200, { 'content-length': '9999' }).write('<rss>'),
];
const SIZES = [
  [80, 24],
  [100, 30],
  [200, 60],
  [20, 5],
  [1, 1],
  [40, 12],
  [300, 100],
] as const;

/** In MB; NaN on systems without /proc. */
function memory(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

test(
  `the reader survives ${KEYS} random keys, resizes and network faults (seed ${SEED})`,
  async () => {
    const random = seeded(SEED);
    const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
    const site = await startSite();
    const home = await emptyHome();
    const terminal = new Terminal(process.execPath, [BIN], {
      // Articles are saved in the folder that the program was started in.
      cwd: home,
      env: { DONGA_TUI_HOME: home, DONGA_TUI_FEEDS: site.origin, BROWSER: 'true' },
    });
    const memories: number[] = [];
    try {
      await terminal.shows('연준');
      for (let pressed = 0; pressed < KEYS; pressed += AT_ONCE) {
        if (pressed % STEP === 0) memories.push(memory(terminal.pid));
        if (pressed % 200 === 0) terminal.resize(...one<readonly [number, number]>(SIZES));
        if (pressed % 300 === 0) {
          for (const { name } of SECTIONS) site.set(`/${name}.xml`, one(FAULTS));
          const pages = site.requests.filter(({ path }) => path.includes('/article/'));
          for (const { path } of pages) site.set(path, one(FAULTS));
          site.requests.length = 0;
        }
        terminal.press(Array.from({ length: AT_ONCE }, () => nextKey(random)).join(''));
        await terminal.quiet(4);
        expect(terminal.alive, `after ${pressed} keys:\n${terminal.text()}`).toBe(true);
        expect(terminal.written).not.toMatch(/\n\s+at \S+ \(|오류가 났습니다/);
        terminal.forget();
      }
      memories.push(memory(terminal.pid));

      terminal.resize(80, 24);
      terminal.press('\x1b');
      await terminal.quiet(100);
      // A command that the terminal was lent to gives it back by Enter alone.
      terminal.press('\r');
      await terminal.quiet(100);
      for (let step = 0; step < 30; step += 1) {
        terminal.press('\x1b');
        await terminal.quiet(60);
      }
      terminal.press('\x0c');
      // The settings screen may have changed the language, and a list of unread headlines may have none to open.
      await terminal.shows(/(?:도움말 {2}(?:Enter 열기|\/ 찾기)|help {2}(?:Enter open|\/ search))/);
      terminal.press('\x03');
      expect(await terminal.exits()).toBe(0);

      const archive = connect(join(home, 'archive.db'), { busyMs: 1000 });
      expect(archive.get('PRAGMA integrity_check')?.integrity_check).toBe('ok');
      archive.close();
      tell(
        `${KEYS} random keys; memory after each ${STEP}: ${memories.map((at) => at.toFixed(0)).join(', ')} MB`,
      );
      // In the first tens of thousands code is compiled, for every screen and every fault; then it stays as it is.
      const half = memories[KEYS / 2 / STEP];
      if (half !== undefined && !Number.isNaN(half)) {
        expect(Math.max(...memories.slice(KEYS / 2 / STEP)) / half).toBeLessThan(MOST_GROWTH);
      }
    } finally {
      await terminal.end();
      await site.close();
      await removeHome(home);
    }
  },
  thorough(3_600_000, 120_000),
);
