import { expect, test } from 'vitest';
import { cellWidth } from '../../source/korean/cells.ts';
import { SECTIONS } from '../../source/sections.ts';
import { dayOf } from '../../source/today/day.ts';
import { setFrontPage } from '../../source/today/front-page.ts';
import { rowText } from '../../source/typeset/rows.ts';
import { headline } from '../support/fake-headlines.ts';

/** A day of so many headlines in so many sections, every third in a story of two. */
function dayOfMany(count: number, sections: number) {
  const headlines = Array.from({ length: count }, (_, at) => {
    const { name } = SECTIONS[1 + ((at + Math.floor(at / 3)) % sections)]!;
    const story = at % 3 < 2 ? { story: `s${Math.floor(at / 3)}` } : {};
    const title = at % 7 === 0 ? `[단독]가람대교 ${at}번째 통제, 주민들 “언제까지” 물어` : `제목 ${at}`;
    return headline(at, { title, section: name, sections: [name], ...story });
  });
  return dayOf({ since: 0, until: 86_400_000, headlines, lengths: new Map() });
}
const textOf = (...of: Parameters<typeof setFrontPage>): string[] | null =>
  setFrontPage(...of)?.map(rowText) ?? null;

test('the front page fits every usual size, with every section and at least one story', () => {
  for (const [count, sections] of [
    [1, 1],
    [12, 3],
    [300, 9],
    [1_000, 12],
  ] as const) {
    const day = dayOfMany(count, sections);
    for (const columns of [60, 80, 100, 119, 120, 160, 250])
      for (const height of [22, 30, 48, 60]) {
        for (const language of ['ko', 'en'] as const) {
          const rows = textOf(day, { columns, height, language });
          const where = `${count} at ${columns}×${height}`;
          expect(rows?.length, where).toBeLessThanOrEqual(height);
          for (const row of rows!) expect(cellWidth(row), `${where}: ${row}`).toBeLessThanOrEqual(columns);
          for (const { headlines } of day.sections)
            expect(rows!.join('\n'), where).toContain(headlines[0]!.title.slice(0, 12));
          if (day.stories.length > 0)
            expect(rows!.join('\n')).toContain(day.stories[0]!.headline.title.slice(0, 12));
        }
      }
  }
});

test('the front page fills its room: with leads if there are few headlines, with a row each if there are many', () => {
  const few = textOf(dayOfMany(3, 1), { columns: 80, height: 22, language: 'ko' })!.join('\n');
  expect(few).toContain('기사 2의 요약이다.');
  const many = textOf(dayOfMany(300, 9), { columns: 80, height: 22, language: 'ko' })!;
  expect(many.filter((row) => /건 더/.test(row)).length).toBeGreaterThan(5);
  expect(many.join('\n')).toMatch(/많이 다룬 소식 · \d+건 더/);
});

test('the front page has two columns on a wide terminal: stories beside sections', () => {
  const rows = textOf(dayOfMany(300, 9), { columns: 160, height: 46, language: 'en' })!;
  expect(rows[1]).toMatch(/^─ Most covered .* {3}─ /);
  expect(textOf(dayOfMany(300, 9), { columns: 119, height: 46, language: 'en' })![1]).not.toMatch(/─ {3}─/);
});

test('the front page is null if even the shortest has no room', () => {
  expect(textOf(dayOfMany(300, 9), { columns: 80, height: 8, language: 'ko' })).toBeNull();
});
