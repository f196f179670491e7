import { describe, expect, test } from 'vitest';
import { differenceOf, diffWords, type WordChange } from '../../source/corrections/diff.ts';
import type { Wording } from '../../source/corrections/texts.ts';
import type { Block } from '../../source/model.ts';
import fc from '../support/fast-check.ts';
import { runs } from '../support/fuzz.ts';
import { processorTime } from '../support/growth.ts';

const without = (kind: WordChange[0], words: readonly WordChange[]): string =>
  words
    .filter(([each]) => each !== kind)
    .map(([, text]) => text)
    .join('');
/** As a pipe is given it. */
const marked = (words: readonly WordChange[]): string =>
  words
    .map(([kind, text]) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`))
    .join('');
const wording = (...texts: (string | Block)[]): Wording => ({
  title: '제목',
  deck: [],
  blocks: texts.map((text) => (typeof text === 'string' ? { type: 'paragraph', text } : text)),
});
const told = (before: Wording, after: Wording): string[] =>
  differenceOf(before, after).blocks.map(({ kind, words }) => `${kind}: ${marked(words)}`);

describe('the words of two texts', () => {
  test.each([
    ['시는 다리를 전면 통제했다.', '시는 다리를 일부 통제했다.', '시는 다리를 [-전면-]{+일부+} 통제했다.'],
    ['정부가 나섰다.', '정부는 곧 나섰다.', '[-정부가-]{+정부는 곧+} 나섰다.'],
    ['세 명이 다쳤다.', '세 명이 크게 다쳤다.', '세 명이 {+크게 +}다쳤다.'],
    ['모두 무사하다', '모두 무사하다 한다', '모두 무사하다{+ 한다+}'],
    ['모두 무사하다 한다', '모두 무사하다', '모두 무사하다[- 한다-]'],
    ['“물가가 올랐다”고 했다.', '"물가가 올랐다"고 말했다.', '"물가가 올랐다"고 [-했다.-]{+말했다.+}'],
    ['첫 줄.\n둘째 줄.', '첫 줄. 둘째 줄!', '첫 줄. 둘째 [-줄.-]{+줄!+}'],
    ['', '새 글', '{+새 글+}'],
  ])('%j and %j', (before, after, expected) => {
    expect(marked(diffWords(before, after))).toBe(expected);
  });

  test('give back both texts, for any texts', () => {
    const word = fc.constantFrom('다리를', '시는', '통제', '1,200억', '원', '…', '했다.', '“끝”');
    const text = fc.array(fc.tuple(word, fc.constantFrom(' ', '  ', '\n')), { maxLength: 300 }).map((pairs) =>
      pairs
        .map(([each, space]) => each + space)
        .join('')
        .trim(),
    );
    const plain = (some: string): string => some.split(/\s+/).filter(Boolean).join(' ');
    fc.assert(
      fc.property(text, text, (before, after) => {
        const words = diffWords(before, after);
        expect(plain(without('added', words))).toBe(plain(before));
        expect(without('removed', words).trim()).toBe(after);
        for (const [at, [kind]] of words.entries()) expect(words[at + 1]?.[0]).not.toBe(kind);
      }),
      runs(3_000, 150),
    );
  });
});

describe('the blocks of two texts', () => {
  test('are aligned: a changed block beside its former one, new and removed ones alone', () => {
    const before = wording(
      '새벽 다섯 시에 다리가 닫혔다. 차량 서른 대가 섰다.',
      '시는 저녁까지 다리를 닫아 둔다고 밝혔다.',
      '주민 대피소는 두 곳이다.',
      '비는 오후에 그친다.',
    );
    const after = wording(
      '새벽 다섯 시에 다리가 닫혔다. 차량 열세 대가 섰다.',
      '전문가들은 교각을 다시 살펴야 한다고 본다.',
      '주민 대피소는 두 곳이다.',
      '비는 오후에 그친다.',
    );
    expect(told(before, after)).toEqual([
      'changed: 새벽 다섯 시에 다리가 닫혔다. 차량 [-서른-]{+열세+} 대가 섰다.',
      'removed: [-시는 저녁까지 다리를 닫아 둔다고 밝혔다.-]',
      'added: {+전문가들은 교각을 다시 살펴야 한다고 본다.+}',
      'same: 주민 대피소는 두 곳이다.',
      'same: 비는 오후에 그친다.',
    ]);
  });

  test('split or joined otherwise count as unchanged, beside one that did change', () => {
    const before = wording(
      '첫 문장이다. 둘째 문장이다.',
      '셋째다.',
      '넷째다.',
      '그날 밤 비가 내렸다고 했다.',
    );
    const after = wording('첫 문장이다.', '둘째 문장이다.', '셋째다. 넷째다.', '그날 밤 눈이 내렸다고 했다.');
    expect(told(before, after)).toEqual([
      'same: 첫 문장이다.\n둘째 문장이다.',
      'same: 셋째다. 넷째다.',
      'changed: 그날 밤 [-비가-]{+눈이+} 내렸다고 했다.',
    ]);
  });

  test('are captions, lists and tables too; a video and a photo without a caption are none', () => {
    const photo = (caption: string | null): Block => ({
      type: 'photo',
      url: 'https://a.kr/1.jpg',
      caption,
      alt: null,
    });
    const list = (...items: string[]): Block => ({ type: 'list', items });
    const table = (value: string): Block => ({
      type: 'table',
      rows: [
        ['구분', '값'],
        ['올해', value],
      ],
    });
    const video: Block = { type: 'embed', url: 'https://a.kr/v', title: '영상' };
    expect(
      told(
        wording(photo('닫힌 다리. 시 제공'), list('동쪽 길', '서쪽 길'), table('31')),
        wording(photo(null), video, photo('열린 다리. 시 제공'), list('동쪽 길', '남쪽 길'), table('29')),
      ),
    ).toEqual([
      'changed: [-닫힌-]{+열린+} 다리. 시 제공',
      'changed: 동쪽 길\n[-서쪽-]{+남쪽+} 길',
      'changed: 구분 | 값\n올해 | [-31-]{+29+}',
    ]);
  });

  test('are title and deck apart from them; those that read alike are null', () => {
    const before = { ...wording('글.'), title: '다리 전면 통제', deck: ['비 150㎜'] };
    const after = { ...before, title: '다리 일부 통제', deck: ['비  150㎜'] };
    const { title, deck } = differenceOf(before, after);
    expect(title).toEqual({
      before: '다리 전면 통제',
      after: '다리 일부 통제',
      words: [
        ['same', '다리 '],
        ['removed', '전면'],
        ['added', '일부'],
        ['same', ' 통제'],
      ],
    });
    expect(deck).toBeNull();
  });
});

test('a text in one long paragraph is compared as quickly as one in many, even if all of it changed', async () => {
  const sentence = (at: number, word: string): string =>
    `${at}번째 문장은 ${word}에 대해 ${at * 7}가지를 차례로 말한다.`;
  const long = (word: (at: number) => string): string =>
    Array.from({ length: 400 }, (_, at) => sentence(at, word(at))).join(' ');
  const one = long(() => '다리');
  expect(one.length).toBeGreaterThan(10_000);
  const times: number[] = [];
  for (const other of [
    long((at) => (at % 40 === 3 ? '수문' : '다리')),
    long(() => '수문'),
    '전혀 다른 글이다. '.repeat(1_000),
  ]) {
    let words: ReturnType<typeof diffWords> = [];
    times.push(
      await processorTime(() => {
        words = diffWords(one, other);
      }),
    );
    expect(without('removed', words).trim()).toBe(other.trim());
  }
  // Far above the time needed, far below that of comparing all with all.
  expect(Math.max(...times)).toBeLessThan(1_000);
});
