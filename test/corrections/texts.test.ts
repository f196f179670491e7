import { describe, expect, test } from 'vitest';
import { compare, type Extracted, readsAlike } from '../../source/corrections/texts.ts';
import type { Block } from '../../source/model.ts';

const paragraph = (text: string): Block => ({ type: 'paragraph', text });
const photo = (caption: string | null, url = 'https://dimg.donga.com/1.jpg'): Block => ({
  type: 'photo',
  url,
  caption,
  alt: null,
});

const TEXT: Extracted = {
  extractor: 1,
  source: 'page',
  updatedAt: '2026-11-20T09:00:00+09:00',
  title: '항만공사 “부두 두 곳 연내 재개방”',
  deck: ['크레인 점검 마쳐', '화물차 출입은 그대로'],
  blocks: [
    paragraph('부두 두 곳이 연내 다시 열린다. 공사는 20일 이같이 밝혔다.'),
    photo('점검을 마친 크레인. 항만공사 제공'),
    paragraph('출입 시간은 오전 6시부터다.\n주말은 다르다.'),
    { type: 'list', items: ['동부두', '서부두'] },
  ],
};

const changed = (change: Partial<Extracted>): Extracted => ({ ...TEXT, ...change });
const withBlocks = (change: (blocks: Block[]) => Block[]): Extracted =>
  changed({ blocks: change([...TEXT.blocks]) });

describe('an article that is asked for again reads alike where', () => {
  test.each<[string, Extracted]>([
    [
      'its spaces and line breaks differ',
      withBlocks((all) =>
        all.with(0, paragraph('부두 두 곳이  연내 다시 열린다.\n공사는\u00a020일 이같이 밝혔다. ')),
      ),
    ],
    [
      'a paragraph is parted in two',
      withBlocks(([, ...rest]) => [
        paragraph('부두 두 곳이 연내 다시 열린다.'),
        paragraph('공사는 20일 이같이 밝혔다.'),
        ...rest,
      ]),
    ],
    ['quotation marks are written otherwise', changed({ title: '항만공사 "부두 두 곳 연내 재개방"' })],
    [
      'a photo has another address and place',
      withBlocks(([a, , c, d]) => [
        a!,
        c!,
        photo('점검을 마친 크레인. 항만공사 제공', 'https://dimg.donga.com/2.jpg'),
        d!,
      ]),
    ],
    [
      'a photo without a caption and a video came',
      withBlocks((all) => [
        ...all,
        photo(null),
        { type: 'embed', url: 'https://www.donga.com/v', title: '영상' },
      ]),
    ],
    [
      'a paragraph counts as a subhead',
      withBlocks((all) =>
        all.with(2, { type: 'heading', text: '출입 시간은 오전 6시부터다. 주말은 다르다.' }),
      ),
    ],
  ])('%s', (_, other) => {
    expect(readsAlike(TEXT, other)).toBe(true);
    expect(compare(TEXT, other)).toBe('alike');
  });
});

describe('an article that is asked for again is corrected where', () => {
  test.each<[string, Extracted]>([
    [
      'a number differs',
      withBlocks((all) =>
        all.with(0, paragraph('부두 세 곳이 연내 다시 열린다. 공사는 20일 이같이 밝혔다.')),
      ),
    ],
    ['the title is softened', changed({ title: '항만공사 “부두 두 곳 연내 재개방 추진”' })],
    ['a line of the deck is gone', changed({ deck: ['크레인 점검 마쳐'] })],
    ['a caption differs', withBlocks((all) => all.with(1, photo('점검 중인 크레인. 항만공사 제공')))],
    [
      'an item of a list is new',
      withBlocks((all) => all.with(3, { type: 'list', items: ['동부두', '서부두', '남부두'] })),
    ],
    ['two paragraphs changed places', withBlocks(([a, b, c, d]) => [c!, b!, a!, d!])],
    [
      'a full stop is now a question mark',
      withBlocks((all) => all.with(2, paragraph('출입 시간은 오전 6시부터다.\n주말은 다르다?'))),
    ],
  ])('%s', (_, other) => {
    expect(compare(TEXT, other)).toBe('corrected');
    expect(compare(other, TEXT)).toBe('corrected');
  });
});

const RETITLED = { title: '다른 제목' };

test('texts of two extractors, of an unknown one, of two kinds of page and of a feed are not compared', () => {
  expect(compare(TEXT, changed({ ...RETITLED, extractor: 2 }))).toBe('incomparable');
  expect(compare(changed({ extractor: 0 }), changed({ ...RETITLED, extractor: 0 }))).toBe('incomparable');
  expect(compare(TEXT, changed({ ...RETITLED, source: 'readability' }))).toBe('incomparable');
  expect(compare(changed({ source: 'feed' }), changed({ ...RETITLED, source: 'feed' }))).toBe('incomparable');
});

test('a page that was updated earlier is an old copy', () => {
  expect(compare(TEXT, changed({ ...RETITLED, updatedAt: '2026-11-20T08:00:00+09:00' }))).toBe('stale');
  expect(compare(TEXT, changed({ ...RETITLED, updatedAt: null }))).toBe('corrected');
});
