import { describe, expect, test } from 'vitest';
import { statisticsOf } from '../../source/reader/statistics.ts';
import type { Reading } from '../../source/storage/types.ts';
import { archiveIn, newHome } from '../storage/home.ts';

const reading = (id: string, day: string, more: Partial<Reading> = {}): Reading => ({
  id,
  day,
  section: 'politics',
  reporters: ['한가람'],
  minutes: 3,
  ...more,
});

describe('the reading statistics', () => {
  test('are empty at first', () => {
    expect(statisticsOf([], '2026-11-27')).toEqual({
      since: null,
      pieces: 0,
      minutes: 0,
      days: { read: 0, streak: 0, longest: 0 },
      weeks: [],
      sections: [],
      reporters: [],
    });
  });

  test('are counted by week, from Monday on, also for a week without readings', () => {
    const { weeks } = statisticsOf(
      [
        reading('1', '2026-11-08'),
        reading('2', '2026-11-09'),
        reading('3', '2026-11-15'),
        reading('4', '2026-11-27'),
      ],
      '2026-11-27',
    );
    expect(weeks).toEqual([
      { from: '2026-11-02', pieces: 1, minutes: 3 },
      { from: '2026-11-09', pieces: 2, minutes: 6 },
      { from: '2026-11-16', pieces: 0, minutes: 0 },
      { from: '2026-11-23', pieces: 1, minutes: 3 },
    ]);
    expect(statisticsOf([reading('1', '2020-01-01')], '2026-11-27').weeks).toHaveLength(12);
  });

  test('count an article once, and the minutes of each time it was read', () => {
    const found = statisticsOf([reading('1', '2026-11-26'), reading('1', '2026-11-27')], '2026-11-27');
    expect(found).toMatchObject({ pieces: 1, minutes: 6, since: '2026-11-26' });
  });

  test.each([
    [['2026-11-25', '2026-11-26', '2026-11-27'], '2026-11-27', 3, 3],
    [['2026-11-25', '2026-11-26'], '2026-11-27', 2, 2],
    [['2026-11-24', '2026-11-25'], '2026-11-27', 0, 2],
    [['2026-02-28', '2026-03-01', '2026-11-27'], '2026-11-27', 1, 2],
    [['2025-12-31', '2026-01-01', '2026-01-02'], '2026-01-02', 3, 3],
  ])(
    'read on %j, as of %s, is a streak of %i days, and %i at the longest',
    (days, today, streak, longest) => {
      const found = statisticsOf(
        days.map((day, at) => reading(String(at), day)),
        today,
      );
      expect(found.days).toEqual({ read: days.length, streak, longest });
    },
  );

  test('rank sections and reporters by the number of their articles read', () => {
    const { sections, reporters } = statisticsOf(
      [
        reading('1', '2026-11-26', { section: 'economy', reporters: ['이나래', '한가람'] }),
        reading('2', '2026-11-26', { section: 'economy', reporters: ['이나래'] }),
        reading('3', '2026-11-27', { section: null, reporters: [] }),
      ],
      '2026-11-27',
    );
    expect(sections.map(({ name, pieces }) => [name, pieces])).toEqual([
      ['economy', 2],
      [null, 1],
    ]);
    expect(reporters.map(({ name, pieces }) => [name, pieces])).toEqual([
      ['이나래', 2],
      ['한가람', 1],
    ]);
  });
});

test('readings are kept once a day with the fuller text, and can be forgotten', () => {
  const home = newHome();
  const archive = archiveIn(home);
  archive.noteReading(reading('1', '2026-11-27', { minutes: 1, reporters: [], section: null }));
  archive.noteReading(reading('1', '2026-11-27', { minutes: 4 }));
  archive.noteReading(reading('1', '2026-11-27', { minutes: 1, reporters: [] }));
  archive.setRead(['8', '9'], true, 0);
  expect(archiveIn(home).readings()).toEqual([reading('1', '2026-11-27', { minutes: 4 })]);
  archive.forgetReadings();
  expect(archive.readings()).toEqual([]);
});
