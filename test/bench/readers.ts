// `node test/bench/readers.ts [readers]`: the requests of many readers to the feeds' server in a day, by the
// program's own rules.

import { mock } from 'node:test';
import { createRefreshing } from '../../source/reader/background/refreshing.ts';
import { SECTIONS } from '../../source/sections.ts';
import { DEFAULTS } from '../../source/storage/config/settings-table.ts';
import type { Archive, FeedState } from '../../source/storage/types.ts';
import { everyTenMinutes } from '../../source/tui/effects/idle/refresh-timer.ts';
import type { Effect } from '../../source/tui/state/effects.ts';
import type { State } from '../../source/tui/state/state.ts';
import { begin } from '../../source/tui/update/begin.ts';
import { refresh, toSection } from '../../source/tui/update/list/headlines.ts';
import { refreshDue } from '../../source/tui/update/refresh.ts';
import { NO_WORDS } from '../../source/watch-words.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Midnight of a day in Korea. */
const MIDNIGHT = Date.parse('2026-11-20T00:00:00+09:00');
/**
 * The time between two changes of a feed between 6 and 24 o'clock, in ms: the union of all, a section of
 * news, any other.
 */
const CHANGES = { total: 2 * MINUTE, news: 12 * MINUTE, other: 4 * HOUR };
const NEWS = ['politics', 'national', 'economy', 'international', 'culture', 'sports'];

/**
 * The times at which a reader has the program open, in ms since midnight; `active` is the part in which keys
 * are pressed.
 */
export interface Sitting {
  readonly from: number;
  readonly until: number;
  readonly active: number;
}

export interface Load {
  readonly requests: number;
  /** The number of those answered 304 by a server that gives validators. */
  readonly unchanged: number;
  /** By the minute of the day. */
  readonly perMinute: readonly number[];
  /** The most requests that began in one second. */
  readonly peakSecond: number;
}

/** The number of changes of a feed until then. */
function editionOf(section: string, at: number): number {
  const since = Math.max(0, (at - MIDNIGHT) % DAY) - 6 * HOUR;
  const every = CHANGES[section === 'total' ? 'total' : NEWS.includes(section) ? 'news' : 'other'];
  return since < 0 ? 0 : 1 + Math.floor(since / every);
}

/** A reader's archive, as far as the rules look at it, and the requests that it makes. */
function makeReader(onRequest: (section: string, unchanged: boolean) => void) {
  const states = new Map<string, FeedState>();
  const editions = new Map<string, number>();
  const archive = { feed: (section: string) => states.get(section) ?? null } as unknown as Archive;
  const { refresh } = createRefreshing({
    archive,
    now: Date.now,
    fetching: {
      feed: async (section) => {
        const edition = editionOf(section, Date.now());
        onRequest(section, editions.get(section) === edition);
        editions.set(section, edition);
        const validators = { etag: '"1"', lastModified: null };
        const state = { freshUntil: null, validators, notBefore: null, failure: null };
        states.set(section, { section, refreshedAt: Date.now(), ...state });
        return { added: 0, problems: 0, failure: null };
      },
    } as Parameters<typeof createRefreshing>[0]['fetching'],
  });
  const run = (effects: readonly Effect[]): void => {
    for (const effect of effects)
      if (effect.type === 'refresh') void refresh(effect.sections, { asked: effect.asked });
  };
  const seen = (state: State): State => {
    const update = (tab: State['sections'][number]) => ({
      ...tab,
      refreshedAt: states.get(tab.name)?.refreshedAt ?? null,
    });
    return { ...state, now: Date.now(), sections: state.sections.map(update) };
  };
  return { run, seen };
}

/**
 * One sitting: the start, news every ten minutes, and while keys are pressed `R` and another section every
 * two minutes.
 */
function sit(
  reader: ReturnType<typeof makeReader>,
  { from, until, active }: Sitting,
  random: () => number,
): void {
  setTimeout(() => {
    const [state, effects] = begin({
      size: { columns: 100, rows: 30 },
      now: Date.now(),
      language: 'ko',
      settings: DEFAULTS,
      edition: { kind: 'live' },
      offline: false,
      photos: { none: 'off', unasked: false },
      section: null,
      words: NO_WORDS,
      session: null,
      empty: false,
    });
    reader.run(effects);
    const stop = everyTenMinutes(() => reader.run(refreshDue(reader.seen(state))[1]), random);
    setTimeout(stop, until - from);
    const bar = state.sections.map(({ name }) => name);
    for (let step = 1; step * 2 * MINUTE <= active; step += 1) {
      setTimeout(
        () => {
          const now = reader.seen(state);
          if (step === 3)
            reader.run(
              refresh(
                now,
                SECTIONS.map(({ name }) => name),
              )[1],
            );
          else reader.run(toSection(now, bar[step % bar.length]!)[1]);
        },
        step * 2 * MINUTE,
      );
    }
  }, from);
}

/** Lets so many readers sit through a day. */
export async function simulateDay(
  readers: number,
  sittings: (reader: number) => readonly Sitting[],
  random: () => number,
): Promise<Load> {
  let requests = 0;
  let unchanged = 0;
  let second = -1;
  let inSecond = 0;
  let peakSecond = 0;
  const perMinute = new Array<number>(DAY / MINUTE).fill(0);
  mock.timers.enable({ apis: ['setTimeout', 'Date'], now: MIDNIGHT });
  try {
    for (let at = 0; at < readers; at += 1) {
      const reader = makeReader((_, isUnchanged) => {
        const since = Date.now() - MIDNIGHT;
        requests += 1;
        if (isUnchanged) unchanged += 1;
        const minute = Math.floor(since / MINUTE);
        if (perMinute[minute] !== undefined) perMinute[minute] += 1;
        inSecond = Math.floor(since / 1000) === second ? inSecond + 1 : 1;
        second = Math.floor(since / 1000);
        peakSecond = Math.max(peakSecond, inSecond);
      });
      for (const sitting of sittings(at)) sit(reader, sitting, random);
    }
    for (let since = 0; since < DAY; since += SECOND) {
      const before = requests;
      mock.timers.tick(SECOND);
      // The answers are taken in.
      if (requests > before) await new Promise((resolve) => setImmediate(resolve));
    }
  } finally {
    mock.timers.reset();
  }
  return { requests, unchanged, perMinute, peakSecond };
}

/** Left open from 8 to 24 o'clock, no key pressed. */
export const AT_REST: readonly Sitting[] = [{ from: 8 * HOUR, until: DAY, active: 0 }];

/** A stream of numbers that is the same in every run (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Three times a day for 20 minutes with keys pressed: around 8, 13 and 21 o'clock, an hour and a half earlier or later. */
export function inUse(random: () => number): readonly Sitting[] {
  return [8, 13, 21].map((hour) => {
    const from = Math.floor((hour + 3 * (random() - 0.5)) * HOUR);
    return { from, until: from + 20 * MINUTE, active: 20 * MINUTE };
  });
}

if (process.argv[1] === import.meta.filename) {
  const readers = Number(process.argv[2] ?? 1000);
  const random = randomOf(1);
  const together: readonly Sitting[] = [{ from: 8 * HOUR, until: 10 * HOUR, active: 0 }];
  const days: [string, Load][] = [
    [
      'left open 8–24, no key',
      await simulateDay(
        readers,
        () => AT_REST.map((each) => ({ ...each, from: each.from + Math.floor(random() * HOUR) })),
        random,
      ),
    ],
    ['in use three times 20 minutes', await simulateDay(readers, () => inUse(random), random)],
    ['all started at 8:00:00 sharp, for two hours', await simulateDay(readers, () => together, random)],
    [
      'the same without jitter',
      await simulateDay(
        readers,
        () => together,
        () => 0.5,
      ),
    ],
  ];
  for (const [what, { requests, unchanged, perMinute, peakSecond }] of days) {
    const after = perMinute.slice(9 * 60, 10 * 60);
    process.stdout.write(
      `${what}: ${(requests / readers).toFixed(0)} a reader and day, ${((100 * unchanged) / requests).toFixed(0)} % could be 304; busiest minute ${Math.max(...perMinute)}, 9 to 10 o'clock ${Math.max(...after)} at most and ${(after.reduce((sum, each) => sum + each, 0) / 60).toFixed(0)} on average, busiest second ${peakSecond}\n`,
    );
  }
}
