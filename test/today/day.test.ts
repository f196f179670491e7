import { describe, expect, test } from 'vitest';
import { firstSentence } from '../../source/lead.ts';
import type { Headline } from '../../source/model.ts';
import { dayOf } from '../../source/today/day.ts';
import { dayMarkdown } from '../../source/today/markdown.ts';
import { setDay } from '../../source/today/rows.ts';
import { rowText } from '../../source/typeset/rows.ts';
import { headline } from '../support/fake-headlines.ts';

const made = (headlines: readonly Headline[]) =>
  dayOf({ since: 0, until: 86_400_000, headlines, lengths: new Map() });
const inStory = (number: number, story: string, sections: string[], more: Partial<Headline> = {}): Headline =>
  headline(number, { story, sections, section: sections[0]!, ...more });

describe('the day', () => {
  test('has the stories with the most sections and pieces first, watched ones before them', () => {
    const { stories } = made([
      inStory(1, 's3', ['politics']),
      inStory(2, 's3', ['politics']),
      inStory(3, 's9', ['politics']),
      inStory(4, 's9', ['economy']),
      inStory(5, 's9', ['international', 'total']),
      inStory(6, 's6', ['sports']),
      inStory(7, 's6', ['sports'], { watched: [[0, 2]] }),
    ]);
    expect(stories.map(({ id, headlines }) => [id, headlines.length])).toEqual([
      ['s6', 2],
      ['s9', 3],
      ['s3', 2],
    ]);
    expect(stories[1]!.headline.title).toBe('기사 제목 3');
    expect(stories[1]!.publishedAt! < stories[1]!.updatedAt!).toBe(true);
  });

  test('has each headline once: in its story, else under 관심, else in its section by the table', () => {
    const { sections, stories } = made([
      headline(1, { section: 'sports', sections: ['sports'] }),
      headline(2, { section: 'politics' }),
      headline(3, { section: 'economy', watched: [] }),
      inStory(4, 's4', ['politics']),
      headline(5, { section: null, sections: [] }),
    ]);
    expect(stories).toEqual([]);
    expect(
      sections.map(({ name, headlines }) => `${name} ${headlines.map(({ id }) => id.slice(-1))}`),
    ).toEqual(['following 3', 'politics 2,4', 'sports 1', 'total 5']);
  });

  test('takes a story’s lead from a piece that has one, and counts the texts that are kept', () => {
    const headlines = [inStory(1, 's', ['politics'], { summary: '' }), inStory(2, 's', ['politics'])];
    const day = dayOf({
      since: 0,
      until: 1,
      headlines,
      lengths: new Map([[headlines[1]!.id, 1_500]]),
    });
    expect(day.stories[0]!.headline.lead).toBe('기사 2의 요약이다.');
    expect(day.minutes).toBe(1 + 3);
    expect(made([]).minutes).toBe(0);
  });
});

test.each([
  ['한국은행이 3.5%로 동결했다. 물가도 본다.', '한국은행이 3.5%로 동결했다.'],
  ['“늦었다.” 그는 이렇게 말했다. 끝.', '“늦었다.” 그는 이렇게 말했다.'],
  ['\n\n첫 문단에는 마침표가 없다\n둘째 문단.', '첫 문단에는 마침표가 없다'],
  ['', ''],
  ['가나다 '.repeat(60), `${'가나다 '.repeat(39)}가나다…`],
])('the first sentence of %j', (lead, expected) => {
  expect(firstSentence(lead)).toBe(expected);
});

test('the page states the number of headlines left out, and no row is wider than it may be', () => {
  const headlines = Array.from({ length: 9 }, (_, at) => headline(at + 1));
  const day = made([...headlines, inStory(20, 's', ['politics']), inStory(21, 's', ['economy'])]);
  const options = { language: 'ko', limit: 2, leads: true, link: ({ url }: Headline) => url } as const;
  const { rows, entries } = setDay(day, { ...options, columns: 80 });
  const text = rows.map(rowText).join('\n');
  expect(text).toContain('기사 제목 20 +1');
  expect(text).toContain('7건 더');
  expect(entries.map(({ headline: each }) => each.title)).toEqual([
    '기사 제목 20',
    '기사 제목 1',
    '기사 제목 2',
  ]);
  for (const { first, end, headline: each } of entries)
    expect(rows.slice(first, end).map(rowText).join('')).toContain(each.title);
  expect(dayMarkdown(day, 2, 'en')).toContain('- [기사 제목 1](<https://');
});
