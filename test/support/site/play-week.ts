// Plays the week in the full screen on a pseudo-terminal, an hour a second: `node test/support/site/play-week.ts` (built first).
// At every hour the feeds are asked for by `R`; pieces that will change are opened by a search when they come, and again
// later, as a reader would. Then the archive is held against what the week did. Exits 1 where anything is false or missing.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareKept } from '../../../source/corrections/compare.ts';
import { openArchive } from '../../../source/storage/archive/archive.ts';
import { homePaths } from '../../../source/storage/files/paths.ts';
import { BIN } from '../program/program.ts';
import { Terminal } from '../terminal/terminal.ts';
import { HOURS, MONDAY, type Piece, readsAt, startWeek } from './week.ts';

const HOUR = 3_600_000;
const SECOND = 1_000;
/** Hours after a piece came at which it is opened: once, after its first change, and after the last one. */
const VISITS = [1, 10, 27];
/** The hour in which the day in one page is looked at. */
const WITH_DAY = 100;

const pause = (ms: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, ms));
const week = await startWeek();
const home = mkdtempSync(join(tmpdir(), 'donga-tui-week-'));
const clock = join(home, 'clock');
const setHour = (hour: number): void => {
  week.hour = hour;
  writeFileSync(clock, String(MONDAY + hour * HOUR));
};
setHour(0);
const preload = fileURLToPath(new URL('../program/clock-file.ts', import.meta.url));
const terminal = new Terminal(process.execPath, [BIN], {
  env: {
    DONGA_TUI_HOME: home,
    DONGA_TUI_FEEDS: week.origin,
    CLOCK_FILE: clock,
    // The process that fetches goes by the same clock.
    NODE_OPTIONS: `--import=${preload}`,
  },
  columns: 100,
  rows: 30,
});

const edited = week.pieces.filter(({ edits }) => edits.length > 0);
const controls = week.pieces.filter((_, at) => at % 50 === 7);
const visits = [...edited, ...controls].flatMap((piece) =>
  VISITS.map((after) => ({ piece, hour: Math.ceil(piece.hour) + after })),
);
/** In which hour each piece was opened. */
const opened = new Map<string, number[]>();

async function visit(piece: Piece): Promise<void> {
  const { title } = readsAt(piece, week.hour);
  terminal.press('/');
  terminal.press(title);
  await terminal.quiet(80);
  terminal.press('\r');
  await terminal.quiet(60);
  terminal.press('\r');
  await terminal.quiet(120);
  opened.set(piece.id, [...(opened.get(piece.id) ?? []), week.hour]);
  terminal.press('\x1b');
  await terminal.quiet(30);
  terminal.press('\x1b');
  await terminal.quiet(30);
}

let late = 0;
let day: string[] = [];
await terminal.quiet(1_500);
for (let hour = 0; hour < HOURS; hour += 1) {
  const begun = Date.now();
  setHour(hour);
  terminal.press('R');
  // What came in this hour is to be there before it is looked for.
  await terminal.quiet(200);
  for (const due of visits.filter((each) => each.hour === hour)) await visit(due.piece);
  if (hour === WITH_DAY) {
    terminal.press('d');
    await terminal.quiet(500);
    day = terminal.rows();
    terminal.press('\x1b');
    await terminal.quiet(100);
  }
  const left = SECOND - (Date.now() - begun);
  if (left > 0) await pause(left);
  else late += 1;
}
const { alive } = terminal;
terminal.press('q');
const status = await terminal.exits();

const archive = openArchive(
  join(homePaths({ DONGA_TUI_HOME: home }).data, 'archive.db'),
  () => MONDAY + HOURS * HOUR,
);
const failures: string[] = [];
let corrections = 0;
let retitled = 0;
for (const piece of week.pieces) {
  const kept = archive.versions(piece.id);
  const { changes } = compareKept(piece.id, kept, archive.headline(piece.id)?.title ?? null);
  if (piece.edits.length === 0 && changes.length > 0) failures.push(`falsely corrected: ${piece.title}`);
  if (kept.retitled > 0) retitled += 1;
  if (piece.edits.length === 0) continue;
  const last = readsAt(piece, opened.get(piece.id)?.at(-1) ?? HOURS - 1);
  const first = readsAt(piece, opened.get(piece.id)?.[0] ?? Math.ceil(piece.hour));
  if (JSON.stringify(first) !== JSON.stringify(last) && changes.length === 0)
    failures.push(`missed: ${piece.title}`);
  corrections += changes.length;
}
const eventOf = new Map(week.pieces.map(({ id, event }) => [id, event]));
const headlines = archive.headlines({ section: 'total', limit: 2_000 });
const stories = Map.groupBy(
  headlines.filter(({ story }) => story !== undefined),
  ({ story }) => story,
);
const mixed = [...stories.values()].filter((all) => new Set(all.map(({ id }) => eventOf.get(id))).size > 1);
archive.close();
await week.close();
terminal.kill();
rmSync(home, { recursive: true, force: true });

console.log(
  `${HOURS} hours, ${late} of them longer than a second; ${headlines.length} headlines of ${week.pieces.length} came`,
);
console.log(
  `${stories.size} stories of ${[...stories.values()].flat().length} headlines, ${mixed.length} of them of two events:`,
);
for (const all of mixed) console.log(`  ${all.map(({ title }) => title).join(' / ')}`);
console.log(
  `${edited.length} pieces changed, ${opened.size} opened; ${corrections} corrections found, ${retitled} titles changed`,
);
console.log(`alive to the end: ${alive}, exit status ${status}; the day:\n${day.slice(0, 12).join('\n')}`);
if (retitled < 2) failures.push(`titles changed: ${retitled} of 2`);
if (stories.size < 30) failures.push(`only ${stories.size} stories`);
for (const failure of failures) console.log(`FALSE ${failure}`);
process.exitCode = failures.length > 0 || status !== 0 || !alive ? 1 : 0;
