import { expect, test } from 'vitest';
import { cellWidth } from '../../../source/korean/cells.ts';
import { view } from '../../../source/tui/view/view.ts';
import { type Row, rowText } from '../../../source/typeset/rows.ts';
import { headline } from '../../support/fake-headlines.ts';
import { fakeReader } from '../../support/fake-reader.ts';
import { NOW, session } from '../session.ts';

/** So long before now, in minutes: every form of an age. */
const AGES = [0, 59, 300, 700, 15 * 60, 30 * 60, -15 * 60, 10 * 1440, 60 * 1440, 340 * 1440, 700 * 1440];
const SECTIONS = ['politics', 'editorials', 'sportsdonga/sports_general', 'sportsdonga/entertainment', null];

const LIST = AGES.flatMap((minutes, at) =>
  SECTIONS.map((section, index) =>
    headline(at * SECTIONS.length + index + 1, {
      title: '정부 예산',
      section,
      sections: section === null ? ['total'] : [section, 'total'],
      publishedAt: new Date(NOW - minutes * 60_000 + 9 * 3_600_000)
        .toISOString()
        .replace(/\.000Z$/, '+09:00'),
      bookmarked: true,
    }),
  ),
);

/** The part of a row before its title. */
function before(row: Row): string {
  const text = rowText(row);
  return text.slice(0, text.indexOf('정부 예산'));
}

test.each(['ko', 'en'] as const)(
  'date, section and title never touch nor lie far apart, in %s at widths from 60 to 200',
  async (language) => {
    for (const keys of ['', '/예산\r']) {
      const reader = session(fakeReader(LIST), {
        language,
        section: 'total',
        size: { columns: 80, rows: 80 },
      });
      await reader.settle();
      for (const key of keys) {
        reader.type(key);
        await reader.settle();
      }
      let dated = 0;
      for (let columns = 60; columns <= 200; columns += 1) {
        const { rows } = view({ ...reader.state(), size: { columns, rows: 80 } });
        const items = rows.filter(
          (row) => /정부 예산/.test(rowText(row)) && !/찾기|Search/.test(rowText(row)),
        );
        const heads = items.map(before);
        expect(heads.length).toBeGreaterThan(AGES.length);
        // The title begins where all do; the date and the section before it end in a space, uncut.
        expect(new Set(heads.map(cellWidth)).size, heads.join('\n')).toBe(1);
        for (const { text, style } of items.flat())
          if (style === 'faint' || style === 'section') expect(text).toMatch(/[^…] $/);
        // The column is no wider than its dates need: a day leaves at most four blank cells.
        const gaps = heads.flatMap((head) => /(?:\d+일|\d [A-Z][a-z]{2})( +)[^ ]/.exec(head)?.[1] ?? []);
        for (const gap of gaps) expect(gap.length).toBeLessThanOrEqual(4);
        dated += gaps.length;
      }
      if (keys !== '') expect(dated).toBeGreaterThan(0);
    }
  },
);
