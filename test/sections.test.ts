import { describe, expect, it, test } from 'vitest';
import { cellWidth } from '../source/korean/cells.ts';
import {
  compareSections,
  DEFAULT_SECTIONS,
  findSection,
  SECTIONS,
  sectionLabel,
  sectionOfSegment,
  shortSectionLabel,
  suggestSection,
} from '../source/sections.ts';
import { suggest } from '../source/text/suggest.ts';

describe('the table of sections', () => {
  it('has every feed, the whole paper first and the seven of 스포츠동아 last', () => {
    expect(SECTIONS.map(({ name }) => name)).toEqual(
      'total politics national economy international editorials science culture sports inmul health travel book show lifeinfo sportsdonga/sports sportsdonga/baseball sportsdonga/soccer sportsdonga/golf sportsdonga/sports_general sportsdonga/sports_game sportsdonga/entertainment'.split(
        ' ',
      ),
    );
    const sportsdonga = SECTIONS.filter(({ name }) => name.startsWith('sportsdonga/'));
    expect(sportsdonga.every(({ label }) => label.startsWith('스포츠동아 '))).toBe(true);
  });

  it('shows the first twelve until a reader chooses', () => {
    expect(DEFAULT_SECTIONS).toHaveLength(12);
    expect(DEFAULT_SECTIONS.at(-1)).toBe('travel');
  });

  it('has labels in both languages, the short ones of at most eight cells', () => {
    for (const { name } of SECTIONS) {
      for (const language of ['ko', 'en'] as const) {
        expect(sectionLabel(name, language), name).not.toBe(name);
        expect(cellWidth(shortSectionLabel(name, language)), name).toBeLessThanOrEqual(8);
      }
      expect(findSection(sectionLabel(name, 'en'))?.name, name).toBe(name);
    }
  });

  it('has words for short labels, never a letter in front of one', () => {
    for (const { name, shortLabel, shortEnglish } of SECTIONS) {
      expect(shortLabel, name).toMatch(/^e?[가-힣]+$/);
      expect(shortEnglish, name).toMatch(/^[A-Z][a-z]+$/);
    }
    expect(shortSectionLabel('sportsdonga/baseball', 'ko')).toBe('야구');
    expect(shortSectionLabel('sportsdonga/entertainment', 'en')).toBe('Showbiz');
  });

  it('has a label for a headline of no section, and of one that the table lacks', () => {
    expect(shortSectionLabel(null, 'ko')).toBe('기타');
    expect(shortSectionLabel(null, 'en')).toBe('Other');
    expect(shortSectionLabel('a-removed-feed', 'ko')).toBe('a-removed-feed');
  });

  it('gives no two sections the same name or label, and finds each by both', () => {
    for (const section of SECTIONS) {
      expect(findSection(section.name)).toBe(section);
      expect(findSection(section.label)).toBe(section);
      expect(findSection(section.english)).toBe(section);
    }
  });
});

describe('a section is found by a reader’s names for it', () => {
  test.each([
    ['정치', 'politics'],
    [' 정치 ', 'politics'],
    ['정치'.normalize('NFD'), 'politics'],
    ['POLITICS', 'politics'],
    ['문화 연예', 'culture'],
    ['문화·연예', 'culture'],
    ['사설/칼럼', 'editorials'],
    ['오피니언', 'editorials'],
    ['스포츠동아 야구&MLB', 'sportsdonga/baseball'],
    ['스포츠동아 야구', 'sportsdonga/baseball'],
    ['스포츠동아야구', 'sportsdonga/baseball'],
    ['sportsdonga/sports_general', 'sportsdonga/sports_general'],
    ['스포츠동아 스포츠', 'sportsdonga/sports'],
    ['스포츠', 'sports'],
  ])('%s is %s', (word, name) => {
    expect(findSection(word)?.name).toBe(name);
  });

  it('but not by an unknown word', () => {
    for (const word of ['', 'weather', '날씨', 'leisure', 'woman']) expect(findSection(word)).toBeNull();
  });
});

describe('a slip is answered with the section that was meant', () => {
  test.each([
    ['politcs', 'politics'],
    ['poltiics', 'politics'],
    ['polit', 'politics'],
    ['졍치', 'politics'],
    ['경재', 'economy'],
    ['baseball', 'sportsdonga/baseball'],
    ['야구', 'sportsdonga/baseball'],
    ['editorial', 'editorials'],
    ['internatoinal', 'international'],
  ])('%s for %s', (word, name) => {
    expect(findSection(word)).toBeNull();
    expect(suggestSection(word)).toBe(name);
  });

  it('has no guess for a word that is like no section', () => {
    for (const word of ['', 'x', '날씨예보', 'zzzzzz', 'a'.repeat(10_000)])
      expect(suggestSection(word)).toBeNull();
  });

  it('guesses among any words in the same way', () => {
    expect(suggest('serach', ['read', 'search', 'sync'])).toBe('search');
    expect(suggest('qqq', ['read', 'search', 'sync'])).toBeNull();
  });
});

describe('the words of links', () => {
  test.each([
    ['Politics', 'politics'],
    ['Society', 'national'],
    ['Economy', 'economy'],
    ['Inter', 'international'],
    ['Culture', 'culture'],
    ['Entertainment', 'culture'],
    ['Sports', 'sports'],
    ['Opinion', 'editorials'],
    ['It', 'science'],
    ['People', 'inmul'],
    ['list', null],
    ['dobal', null],
    ['all', null],
  ])('%s means %s', (segment, name) => {
    expect(sectionOfSegment(segment)).toBe(name);
  });
});

it('orders sections as the table does, unknown ones last', () => {
  expect(['unknown', 'sports', 'total', 'politics'].sort(compareSections)).toEqual([
    'total',
    'politics',
    'sports',
    'unknown',
  ]);
});
