import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHttp } from '../../source/net/client.ts';
import { openArchive } from '../../source/storage/archive/archive.ts';
import { openBookmarks } from '../../source/storage/config/bookmarks/bookmarks.ts';
import { homePaths } from '../../source/storage/files/paths.ts';
import { tell } from '../support/fuzz.ts';
import { BIN, removeHome } from '../support/program/program.ts';
import { readerOn } from '../support/reader.ts';
import { HOURS, MONDAY, type Piece, readsAt, startWeek, type Week } from '../support/site/week.ts';
import { Terminal } from '../support/terminal/terminal.ts';

const HOUR = 3_600_000;
const FEEDS = ['total', 'politics', 'economy', 'national', 'international', 'culture', 'sports'];
/** Every sixth hour is looked at: an hour is long enough for a page to be asked for again. */
const STEP = 6;

let week: Week;
let home: string;

beforeAll(async () => {
  week = await startWeek();
  home = await mkdtemp(join(tmpdir(), 'donga-tui-week-'));
});
afterAll(async () => {
  await week.close();
  await removeHome(home);
});

/** The number of changes of a piece from one look to the next; `from` is the first. */
function changesOf(piece: Piece, from: number, what: (at: ReturnType<typeof readsAt>) => unknown): number {
  let changes = 0;
  for (let hour = from; hour + STEP < HOURS; hour += STEP) {
    const [before, after] = [hour, hour + STEP].map((at) => JSON.stringify(what(readsAt(piece, at))));
    if (before !== after) changes += 1;
  }
  return changes;
}

test('in a week by the hour stories form, and all corrections and no others are found', async () => {
  const { data, config } = homePaths({ DONGA_TUI_HOME: home });
  let clock = MONDAY;
  const now = (): number => clock;
  const reader = readerOn({
    archive: openArchive(join(data, 'archive.db'), now),
    bookmarks: openBookmarks(config),
    http: createHttp({ version: '0', env: {}, offline: false, now }),
    storiesFile: join(data, 'stories.db'),
    photosFolder: join(data, 'photos'),
    feedsOrigin: week.origin,
    now,
  });
  const edited = week.pieces.filter(({ edits }) => edits.length > 0);
  const controls = week.pieces.filter((_, at) => at % 50 === 7);
  /** When each piece was opened first, and in which hour its headline came. */
  const opened = new Map<string, number>();
  const came = new Map<string, number>();
  for (let hour = 0; hour < HOURS; hour += STEP) {
    week.hour = hour;
    clock = MONDAY + hour * HOUR;
    await reader.refresh(FEEDS);
    for (const piece of week.pieces) if (!came.has(piece.id) && piece.hour <= hour) came.set(piece.id, hour);
    for (const piece of [...edited, ...controls]) {
      const headline = piece.hour <= hour ? reader.headline(piece.id) : null;
      // Only new pieces are read, and again for two days.
      if (headline === null || hour - piece.hour > 48) continue;
      if (!opened.has(piece.id)) opened.set(piece.id, hour);
      await reader.open(headline);
      await reader.askAgain(headline);
    }
  }
  expect(opened.size).toBe(edited.length + controls.length);

  // Every correction is found, and no other one.
  for (const piece of week.pieces) {
    const history = (await reader.history(piece.id))!;
    const from = opened.get(piece.id);
    const texts =
      from === undefined ? 0 : changesOf(piece, from, ({ title, paragraphs }) => [title, paragraphs]);
    const titles = changesOf(piece, came.get(piece.id)!, ({ title }) => title);
    const same = from === undefined ? 0 : changesOf(piece, from, ({ title }) => title);
    expect({ title: piece.title, changes: history.changes.length }).toEqual({
      title: piece.title,
      changes: texts + titles - same,
    });
  }
  expect(edited.filter(({ id }) => reader.corrections(id) !== null).length).toBeGreaterThanOrEqual(5);
  const softened = edited.filter(({ id }) => reader.headline(id)?.retitled);
  expect(softened.map(({ title }) => title.startsWith('[속보]')).sort()).toEqual([false, true]);

  // Stories formed, of one event each except for the known errors of the labelled set.
  (await reader.stories()).catchUp();
  const stories = Map.groupBy(
    reader.headlines({ section: 'total', limit: 500 }).filter(({ story }) => story !== undefined),
    ({ story }) => story,
  );
  const eventOf = new Map(week.pieces.map(({ id, event }) => [id, event]));
  const mixed = [...stories.values()].filter((all) => new Set(all.map(({ id }) => eventOf.get(id))).size > 1);
  expect(stories.size).toBeGreaterThan(30);
  expect(mixed.length / stories.size).toBeLessThanOrEqual(0.1);
  tell(`${stories.size} stories, ${mixed.length} of them of two events`);
  const day = await reader.day(MONDAY);
  expect(day.stories.length).toBe(stories.size);
  await reader.close();

  // The same in a terminal, by the same clock: the mark in the list, the corrections, the day.
  const file = join(home, 'clock');
  await writeFile(file, String(clock));
  const preload = fileURLToPath(new URL('../support/program/clock-file.ts', import.meta.url));
  const terminal = new Terminal(process.execPath, ['--import', preload, BIN], {
    env: { DONGA_TUI_HOME: home, DONGA_TUI_FEEDS: week.origin, CLOCK_FILE: file },
    columns: 100,
  });
  try {
    await terminal.shows('▌');
    const [title] = softened.map(({ title: was }) => was).filter((was) => !was.startsWith('[속보]'));
    terminal.press('/');
    terminal.press(`${title} 가능성`);
    terminal.press('\r');
    await terminal.shows('고침');
    terminal.press('c');
    await terminal.shows('{+가능성+}');
    terminal.press('\x1b');
    await terminal.shows('찾기:');
    terminal.press('\x1b');
    terminal.press('d');
    await terminal.shows('오늘');
    terminal.press('q');
    terminal.press('q');
    expect(await terminal.exits()).toBe(0);
  } finally {
    await terminal.end();
  }
});
