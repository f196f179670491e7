import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gloss, glosses, hanjaReadings } from '../../source/korean/hanja.ts';
import { HANJA, HANJA_CONTEXTS } from '../../source/korean/hanja-table.ts';
import { PARAGRAPHS } from './prose.ts';

describe('a headline', () => {
  test.each([
    ['美 금리 인하에 韓 증시 급등', '美(미국) 금리 인하에 韓(한국) 증시 급등'],
    ['中·日 외교, 北 미사일 규탄', '中(중국)·日(일본) 외교, 北(북한) 미사일 규탄'],
    ['與 “환영” 野 “졸속”… 檢 “수사 계속”', '與(여당) “환영” 野(야당) “졸속”… 檢(검찰) “수사 계속”'],
    ['英-獨-佛 정상, 露 제재 논의', '英(영국)-獨(독일)-佛(프랑스) 정상, 露(러시아) 제재 논의'],
    ['故 김하늘 前 장관', '故(고) 김하늘 前(전) 장관'],
    ['尹-李 회동, 盧 前대통령 추모', '尹(윤)-李(이) 회동, 盧(노) 前(전)대통령 추모'],
    ['女배우 男배우, 20대 女', '女(여)배우 男(남)배우, 20대 女(여성)'],
    ['軍 “무인기 포착”', '軍(군) “무인기 포착”'],
  ])('%s', (headline, glossed) => {
    expect(gloss(headline)).toBe(glossed);
  });
});

describe('a Hanja is read by what stands beside it:', () => {
  test.each([
    ['10日 담화', '10日(일) 담화'],
    ['日 담화', '日(일본) 담화'],
    ['韓日 회담', '韓日(한일) 회담'],
    ['北 도발', '北(북한) 도발'],
    ['北동풍', '北(북)동풍'],
    ['北東 아시아', '北東(북동) 아시아'],
    ['남北 대화', '남北(북) 대화'],
    ['金 “경선 완주”', '金(김) “경선 완주”'],
    ['金값 최고', '金(금)값 최고'],
    ['쇼트트랙 첫 金', '쇼트트랙 첫 金(금)'],
    ['金利 인하', '金利(금리) 인하'],
    ['金大中 전 대통령', '金大中(김대중) 전 대통령'],
    ['KB銀 노조', 'KB銀(은행) 노조'],
    ['銀 2개', '銀(은) 2개'],
    ['수사中', '수사中(중)'],
    ['회의 中 퇴장', '회의 中(중) 퇴장'],
    ['전년比 3%', '전년比(비) 3%'],
    ['勞使政', '勞使政(노사정)'],
    ['남녀老少', '남녀老少(노소)'],
    ['不動産과 不可', '不動産(부동산)과 不可(불가)'],
    ['증가率·실업率', '증가率(율)·실업率(률)'],
    ['檢사와 與권', '檢(검)사와 與(여)권'],
    ['北京 올림픽', '北京(베이징) 올림픽'],
  ])('%s', (text, glossed) => {
    expect(gloss(text)).toBe(glossed);
  });
});

test('each is glossed once a text', () => {
  expect(gloss('美, 관세 인상… 美 의회도 동의')).toBe('美(미국), 관세 인상… 美 의회도 동의');
});

test('what the text explains itself is left as it is', () => {
  for (const text of ['대한민국(大韓民國)', '韓(한국)', '이서연(李瑞姸)']) {
    expect(gloss(text)).toBe(text);
  }
});

test('text without Hanja, Hanja that nobody knows and classical Chinese are left as they are', () => {
  for (const text of [
    '한국은행',
    '',
    '龘',
    '天地玄黃宇宙洪荒日月盈昃辰宿列張寒來暑往秋收冬藏閏餘成歲律呂調陽',
  ]) {
    expect(gloss(text)).toBe(text);
  }
});

test('taking the glosses out gives the text back', () => {
  const piece = fc.oneof(
    fc.constantFrom(...PARAGRAPHS),
    fc.constantFrom(...HANJA.map(({ char }) => char)),
    fc.constantFrom(' ', '·', '10', '가', '(', ')', 'SK'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      const made = gloss(text);
      let taken = made;
      for (const { at, text: added } of glosses(text)) {
        expect(taken.slice(at, at + added.length)).toBe(added);
        taken = taken.slice(0, at) + taken.slice(at + added.length);
      }
      expect(taken).toBe(text);
    }),
  );
});

describe('the table', () => {
  test('holds at least 150 Hanja, each once, each with a word and one syllable in Hangul', () => {
    expect(HANJA.length).toBeGreaterThanOrEqual(150);
    expect(new Set(HANJA.map(({ char }) => char)).size).toBe(HANJA.length);
    for (const { char, word, reading } of HANJA) {
      expect(char, char).toMatch(/^\p{Script=Han}$/u);
      expect(word, char).toMatch(/^[가-힣]+$/);
      expect(reading, char).toMatch(/^[가-힣]$/);
    }
  });

  test('has contexts only for Hanja that it holds', () => {
    for (const { char, before, after, as } of HANJA_CONTEXTS) {
      expect(
        HANJA.some((each) => each.char === char),
        char,
      ).toBe(true);
      expect(as).toMatch(/^[가-힣]+$/);
      if (char !== '元') expect(before ?? after, char).toBeDefined();
    }
  });

  test('gives a search every word a Hanja may stand for', () => {
    expect(hanjaReadings('美')).toEqual(['미국', '미']);
    expect(hanjaReadings('女')).toEqual(['여성', '녀', '여']);
    expect(hanjaReadings('北')).toEqual(['북한', '북']);
    expect(hanjaReadings('金')).toEqual(['김', '금']);
    expect(hanjaReadings('舞')).toEqual(['무']);
    for (const none of ['A', '가', '', '\n', '韓國']) expect(hanjaReadings(none), none).toEqual([]);
  });
});
