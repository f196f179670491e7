import { describe, expect, test } from 'vitest';
import { jamo } from '../../source/korean/jamo.ts';
import { latinToHangul } from '../../source/korean/keyboard.ts';
import {
  completedQuery,
  FILTERS,
  isBegunFilter,
  misreadFilter,
  possibleIn,
  readFilter,
  textQuery,
} from '../../source/search/query/filters.ts';
import { parseQuery } from '../../source/search/query/query.ts';
import { SECTIONS } from '../../source/sections.ts';
import { headline } from '../support/headlines.ts';
import { createSearched } from '../support/searched.ts';

// In Seoul it is the 21st already.
const NOW = Date.parse('2026-11-20T16:00:00Z');
const seoul = (time: string): number => Date.parse(`${time}+09:00`);

test.each(FILTERS.flatMap(({ examples }) => [...examples]))(
  '%s, as the help shows it, is a filter',
  (example) => {
    // Full texts are asked for with the words to look for.
    if (textQuery(example) !== null) return expect(textQuery(example)).not.toBe('');
    expect(readFilter(example, NOW)).not.toBeNull();
    expect(parseQuery(example, NOW).words).toEqual([]);
  },
);

test.each([
  ['>2026-11-20', { from: seoul('2026-11-20T00:00') }],
  ['>2026.11.20', { from: seoul('2026-11-20T00:00') }],
  ['>11-2', { from: seoul('2026-11-02T00:00') }],
  ['>오늘', { from: seoul('2026-11-21T00:00') }],
  ['>그제', { from: seoul('2026-11-19T00:00') }],
  ['<2026-11-20', { to: seoul('2026-11-21T00:00') }],
  ['<어제', { to: seoul('2026-11-21T00:00') }],
  ['@정치', { section: 'politics' }],
  ['@politics', { section: 'politics' }],
  ['#AI', { tag: 'ai' }],
])('%s is read as %o', (part, filter) => {
  expect(readFilter(part, NOW)).toEqual(filter);
});

test.each([
  ...['@', '#', '>', '<', '@없는섹션', '>13-45', '>내일', '5>3', 'a@b', '정치', '#!'],
  ...['<2026-02-30', '>2026-11-31', '>02-30', '<2025-02-29', '>2026-00-10', '>2026-11-00'],
])('%s is a word, if anything', (part) => {
  expect(readFilter(part, NOW)).toBeNull();
});

describe('headlines within', () => {
  const index = createSearched();
  index.add([
    headline('politics', '예산안 합의', 0, {
      section: 'politics',
      sections: ['politics'],
      publishedAt: '2026-11-20T00:00:00+09:00',
    }),
    headline('economy', '예산안 분석', 0, {
      section: 'economy',
      sections: ['economy'],
      publishedAt: '2026-11-19T23:59:59+09:00',
    }),
    headline('undated', '예산안', 0, { section: 'economy', sections: [], publishedAt: null }),
  ]);
  test('no day is one without a date', () => {
    for (const query of ['예산안 <오늘', '예산안 >1970-1-1', '예산안 <오늘 >1970-1-1'])
      expect(index.search(query, { limit: 10, now: NOW }).map(({ id }) => id)).toEqual([
        'politics',
        'economy',
      ]);
  });

  test.each([
    ['@정치', ['politics']],
    ['@정치 예산안', ['politics']],
    ['예산안 @경제', ['economy', 'undated']],
    ['@정치 @경제 예산안 <11-20', ['politics', 'economy']],
    ['#분석', ['economy']],
    ['>2026-11-20', ['politics']],
    ['>2026-11-19 <2026-11-19 예산안', ['economy']],
    ['@정치 분석', []],
  ])('%s are %j', (query, ids) => {
    expect(index.search(query, { limit: 10, now: NOW }).map(({ id }) => id)).toEqual(ids);
  });
});

describe('while a filter is being typed', () => {
  const index = createSearched();
  index.add([
    ...SECTIONS.map(({ name }, age) =>
      headline(name, '반도체 강세', age, { section: name, sections: [name] }),
    ),
    headline('other', '환율 약세', 100),
  ]);
  const found = (query: string) => index.search(query, { limit: 50, now: NOW }).map(({ id }) => id);
  /** The contents of a text box after each key of a text. */
  const asTyped = (text: string): string[] => {
    const keys = /[a-z]/i.test(text) ? text : jamo(text);
    return Array.from(keys, (_, at) =>
      /[a-z]/i.test(text) ? text.slice(0, at + 1) : latinToHangul(keys.slice(0, at + 1)),
    );
  };

  test.each(
    SECTIONS.flatMap(({ name, label }) => [
      [name, `@${label.replaceAll(' ', '')}`],
      [name, `@${name}`],
    ]),
  )('a half-typed filter keeps headlines of every filter it may become: %s, %s', (name, filter) => {
    for (const typed of asTyped(filter!)) {
      // Another section's whole name may be the beginning of this one's: 스포츠, 스포츠동아.
      if (typed !== filter && readFilter(typed, NOW) !== null) continue;
      expect([typed, found(`반도체 ${typed}`)]).toEqual([typed, expect.arrayContaining([name])]);
    }
    expect(found(`반도체 ${filter}`)).toContain(name);
  });

  test.each([
    '>2026-11-19',
    '>2026.1.9',
    '>11-09',
    '<11-30',
    '<오늘',
    '>어제',
    '>그저께',
    '<today',
    '>yesterday',
  ])('a half-typed day filter keeps the headlines of that day: %s', (filter) => {
    for (const typed of asTyped(filter)) {
      if (typed !== filter && readFilter(typed, NOW) !== null) continue;
      expect([typed, found(`반도체 ${typed}`).length]).toEqual([typed, SECTIONS.length]);
    }
  });

  test('the whole list is shown if nothing else is typed', () => {
    for (const typed of ['@', '>', '>2026-1', '<어'])
      expect([typed, found(typed).length]).toEqual([typed, SECTIONS.length + 1]);
  });

  test.each([
    ['@econ', ['economy']],
    ['@겨', ['economy']],
    ['@ㅅㅏㅎ', ['national']],
    ['@cu', ['culture']],
    ['@sportsdonga/b', ['sportsdonga/baseball']],
    ['@so', ['national']],
  ])('%s alone is already that section', (typed, names) => {
    expect(found(typed).filter((id) => id !== 'other')).toEqual(names);
    expect(found(`반도체 ${typed}`)).toEqual(names);
  });

  test('only the last part may still become one', () => {
    expect(found('@경 환율')).toEqual([]);
    expect(found('반도체 @경')).toEqual(['economy']);
  });

  test.each([
    '@',
    '#',
    '@ㄱ',
    '@경ㅈ',
    '@슾',
    '@intern',
    '@스포츠동',
    '>',
    '<2',
    '>2026-',
    '>1',
    '>2026-0',
    '<11-',
    '<ㅇ',
    '>그ㅈ',
  ])('%s is the beginning of one', (part) => {
    expect(isBegunFilter(part)).toBe(true);
  });

  test.each([
    '',
    '정',
    '#반',
    '@없',
    '@정치학',
    '>20261',
    '>13-',
    '>2026-13',
    '>2026-11-31',
    '<02-30',
    '<내',
    '>-',
    'a@경',
  ])('%s is not', (part) => {
    expect(isBegunFilter(part)).toBe(false);
  });
});

test.each([
  ['금리 @econ', '금리 @Economy'],
  ['@국ㅈ', '@국제'],
  ['@스포츠동아야', '@스포츠동아야구&MLB'],
  ['@s', '@s'],
  ['@', '@'],
  ['@정치', '@정치'],
  ['@없는섹션', '@없는섹션'],
  ['@econ 금리', '@econ 금리'],
  ['a@econ', 'a@econ'],
  ['>2026-1', '>2026-1'],
])('%s, finished as it is, means %s', (typed, completed) => {
  expect(completedQuery(typed)).toBe(completed);
});

test('in place of a beginning of several sections, these are offered first', () => {
  const offered = possibleIn(misreadFilter('@s 금리', NOW)!, 'en');
  expect(offered.slice(0, 4)).toEqual(expect.arrayContaining(['@Society', '@Science', '@Sports', '@Stage']));
});

describe('words that only look like a filter', () => {
  test.each([
    ['예산 @겅제', '@겅제', '@경제'],
    ['>foo', '>foo', '>어제'],
    ['예산 >foo', '>foo', '>어제'],
    ['>yesteday 예산', '>yesteday', '>어제'],
    ['>금요일 예산', '>금요일', '>어제'],
    ['<모레 예산', '<모레', '<어제'],
    ['> ', '>', '>어제'],
    ['@', '@', '@정치'],
    ['금리 <2026-02-30', '<2026-02-30', '<오늘'],
    ['#! 금리', '#!', '#반도체'],
    ['@pollitics 선거', '@pollitics', '@정치'],
    ['>내일', '>내일', '>2026-11-20'],
    ['@경 환율', '@경', '@경제'],
  ])('in %s is %s, and %s is possible', (query, filter, possible) => {
    const misread = misreadFilter(query, NOW);
    expect(misread?.filter).toBe(filter);
    expect(misread?.possible).toContain(possible);
    for (const other of misread!.possible) expect(readFilter(other, NOW)).not.toBeNull();
  });

  test.each(['예산 @경제', '>어제 #금리', '5>3', 'a@b.kr', '<상> 기획', '<1> 금리', 'C# 언어', ''])(
    'is not in %j',
    (query) => {
      expect(misreadFilter(query, NOW)).toBeNull();
    },
  );

  test.each([
    '<한낮 산책> 억새 사이로',
    '<르포 억새밭을 걷다',
    '>억새 사이로 걷다',
    '> 억새 사이로',
    '<오늘의 산책',
    '<거제 산책> 동백',
    '억새 <한낮 산책> 사이로',
    '< 단독 > 억새',
    '>>억새 축제',
  ])('is not in a headline that begins with such a sign: %s', (headline) => {
    for (const typing of [null, false]) expect(misreadFilter(headline, NOW, typing)).toBeNull();
    // Nor on the way to it, key by key, if it begins with one.
    for (let end = 1; end < headline.length && /^[<>]/.test(headline); end += 1)
      expect(misreadFilter(headline.slice(0, end), NOW, true), headline.slice(0, end)).toBeNull();
  });

  test('a headline’s first word behind such a sign is looked for on the screen', () => {
    expect(misreadFilter('>억새', NOW, false)).toBeNull();
    expect(parseQuery('>억새', NOW).words.map(({ typed }) => typed)).toEqual(['억새']);
    expect(misreadFilter('>2026-02-30', NOW, false)?.filter).toBe('>2026-02-30');
  });

  test('may still become one while it is typed at the end', () => {
    for (const typed of ['금리 @', '금리 @겨', '금리 >2026-', '금리 <어', '금리 #']) {
      expect(misreadFilter(typed, NOW, true)).toBeNull();
      expect(misreadFilter(typed, NOW, false)).not.toBeNull();
    }
    expect(misreadFilter('금리 @겅', NOW, true)?.filter).toBe('@겅');
    expect(misreadFilter('@겨 금리', NOW, true)?.filter).toBe('@겨');
  });
});

test.each([
  ['>tomorow', 'en', ['>2026-11-20', '>11-20', '>yesterday', '>today']],
  ['>모레', 'ko', ['>2026-11-20', '>11-20', '>어제', '>오늘']],
  ['unraed:', 'ko', ['unread:', 'read:', 'bookmarked:', 'text:']],
  ['안읽은:', 'en', ['안읽음:', '읽음:', '북마크:', '본문:']],
  ['#', 'en', ['#AI']],
  ['#', 'ko', ['#반도체']],
] as const)(
  'in place of %s, with the interface in %s, words of one language are offered: %j',
  (typed, language, offered) => {
    expect(possibleIn(misreadFilter(typed, NOW)!, language)).toEqual(offered);
  },
);

test('in place of a misspelt section, its label in the interface’s language is offered first', () => {
  for (const [typed, language, first] of [
    ['@국재', 'ko', '@국제'],
    ['@politcs', 'en', '@Politics'],
  ] as const) {
    const offered = possibleIn(misreadFilter(typed, NOW)!, language);
    expect(offered[0]).toBe(first);
    for (const other of offered) expect(readFilter(other, NOW), other).not.toBeNull();
    for (const other of offered) expect(/[가-힣]/.test(other), other).toBe(language === 'ko');
  }
});
