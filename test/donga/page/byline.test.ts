import { describe, expect, it, test } from 'vitest';
import { readByline, readStrictByline, readWire } from '../../../source/donga/page/byline.ts';

const person = (
  name: string,
  title: string | null = null,
  email: string | null = null,
  place: string | null = null,
) => ({
  name,
  title,
  place,
  email,
});

describe('a byline names its people', () => {
  test.each([
    ['홍길동 기자 hong@donga.com', [person('홍길동', '기자', 'hong@donga.com')]],
    ['홍길동 기자hong@donga.com', [person('홍길동', '기자', 'hong@donga.com')]],
    ['홍길동기자 hong@donga.com', [person('홍길동', '기자', 'hong@donga.com')]],
    ['부산=김철수 기자 kim@donga.com', [person('김철수', '기자', 'kim@donga.com', '부산')]],
    ['워싱턴=이몽룡 특파원 lee@donga.com', [person('이몽룡', '특파원', 'lee@donga.com', '워싱턴')]],
    ['성춘향 논설위원', [person('성춘향', '논설위원')]],
    ['홍길동 의학전문기자 hong@donga.com', [person('홍길동', '의학전문기자', 'hong@donga.com')]],
    ['홍길동 문화부 차장 hong@donga.com', [person('홍길동', '문화부 차장', 'hong@donga.com')]],
    ['동아닷컴 홍길동 기자 hong@donga.com', [person('홍길동', '기자', 'hong@donga.com')]],
    ['산업1부 홍길동 기자', [person('홍길동', '기자')]],
    ['홍길동 hong@donga.com', [person('홍길동', null, 'hong@donga.com')]],
    ['홍길동·김철수 기자', [person('홍길동', '기자'), person('김철수', '기자')]],
    [
      '세종=홍길동·김철수 기자',
      [person('홍길동', '기자', null, '세종'), person('김철수', '기자', null, '세종')],
    ],
    ['홍길동 기자, 김철수 기자', [person('홍길동', '기자'), person('김철수', '기자')]],
    [
      '홍길동 기자 hong@donga.com 김철수 기자 kim@donga.com',
      [person('홍길동', '기자', 'hong@donga.com'), person('김철수', '기자', 'kim@donga.com')],
    ],
    ['사진=홍길동 기자 hong@donga.com', [person('홍길동', '기자', 'hong@donga.com')]],
    ['디지털뉴스팀 dnews@donga.com', [person('디지털뉴스팀', null, 'dnews@donga.com')]],
    ['남궁옥분 기자', [person('남궁옥분', '기자')]],
    ['한지우 오세린 기자', [person('한지우', '기자'), person('오세린', '기자')]],
    [
      '한지우 오세린 남궁옥분 특파원 oh@donga.com',
      [person('한지우', '특파원'), person('오세린', '특파원'), person('남궁옥분', '특파원', 'oh@donga.com')],
    ],
    [
      '부산=한지우 오세린 기자',
      [person('한지우', '기자', null, '부산'), person('오세린', '기자', null, '부산')],
    ],
    ['한지우 기자 오세린 인턴기자', [person('한지우', '기자'), person('오세린', '인턴기자')]],
    ['산업부 한지우 오세린 기자', [person('한지우', '기자'), person('오세린', '기자')]],
    ['한지우 정치부 차장', [person('한지우', '정치부 차장')]],
    ['한지우 선임 기자', [person('한지우', '선임 기자')]],
    ['한지우 전문위원', [person('한지우', '전문위원')]],
    ['한겨레 한지우 기자', [person('한지우', '기자')]],
    ['(홍길동 기자 hong@donga.com)', [person('홍길동', '기자', 'hong@donga.com')]],
    ['글·사진 홍길동 기자 hong@donga.com', [person('홍길동', '기자', 'hong@donga.com')]],
    ['글/사진 홍길동 기자', [person('홍길동', '기자')]],
    ['사진 홍길동 기자', [person('홍길동', '기자')]],
    ['정리=홍길동 기자 hong@donga.com', [person('홍길동', '기자', 'hong@donga.com')]],
    ['부산=글·사진 홍길동 기자', [person('홍길동', '기자', null, '부산')]],
    ['글 홍길동 기자 사진 김철수 기자', [person('홍길동', '기자'), person('김철수', '기자')]],
    [
      '이나래·박다온 기자 nara@donga.com, da@donga.com',
      [person('이나래', '기자', 'nara@donga.com'), person('박다온', '기자', 'da@donga.com')],
    ],
    [
      '이나래, 박다온, 최새별 기자',
      [person('이나래', '기자'), person('박다온', '기자'), person('최새별', '기자')],
    ],
    [
      '광주=홍길동·부산=김철수 기자',
      [person('홍길동', null, null, '광주'), person('김철수', '기자', null, '부산')],
    ],
    ['취재팀=홍길동 기자', [person('홍길동', '기자')]],
    ['정리나 기자', [person('정리나', '기자')]],
    ['(서울=뉴스1) 홍길동 기자', [person('홍길동', '기자')]],
    ['[서울=뉴시스] 홍길동 기자 hong@newsis.com', [person('홍길동', '기자', 'hong@newsis.com')]],
    ['(부산=홍길동 기자 hong@donga.com)', [person('홍길동', '기자', 'hong@donga.com', '부산')]],
    ['홍길동 기자(북한학 박사) hong@donga.com', [person('홍길동', '기자', 'hong@donga.com')]],
    ['홍길동(洪吉童) 기자 (hong@donga.com)', [person('홍길동', '기자', 'hong@donga.com')]],
    ['홍길동 객원기자·소설가', [person('홍길동', '객원기자·소설가')]],
    ['홍길동 기자·김철수 인턴기자', [person('홍길동', '기자'), person('김철수', '인턴기자')]],
    ['소설가 홍길동', [person('홍길동')]],
    ['서울경제 홍길동 기자', [person('홍길동', '기자')]],
    ['홍길동 기자 hong＠donga.com', [person('홍길동', '기자', 'hong@donga.com')]],
    ['By Hong Gil-dong hong@donga.com', [person('Hong Gil-dong', null, 'hong@donga.com')]],
    ['홍길동 기자 구독하기', [person('홍길동', '기자')]],
    ['홍길동 기자 사진 | 스포츠동아DB', [person('홍길동', '기자')]],
  ])('%s', (line, people) => {
    expect(readByline(line)).toEqual(people);
  });

  test.each([
    '사진=동아일보DB',
    '사진|스포츠동아DB',
    '사진제공=현대자동차',
    '도움말=김철수 교수',
    '도쿄=AP 뉴시스',
    '(도쿄=교도)',
    '기사제보 news@donga.com',
    '구독',
    '기자 news@donga.com',
  ])('names nobody: %s', (line) => {
    expect(readByline(line)).toEqual([]);
  });

  it('names nobody in an empty line', () => {
    expect(readByline('')).toEqual([]);
    expect(readByline(' | ')).toEqual([]);
  });
});

describe('the last line of a story', () => {
  test.each([
    '홍길동 기자 hong@donga.com',
    '부산=김철수 기자 kim@donga.com',
    '홍길동 기자',
    '홍길동·김철수 기자',
    '글·사진 홍길동 기자 hong@donga.com',
    '(서울=뉴스1) 홍길동 기자',
    '홍길동 기자(북한학 박사) hong＠donga.com',
    '홍길동 객원기자·소설가',
    '동아닷컴 연예뉴스팀 홍길동 기자 | hong@donga.com',
    '스포츠동아 홍길동 기자 hong@donga.com 사진|스포츠동아DB',
  ])('is a byline: %s', (line) => {
    expect(readStrictByline(line)).not.toEqual([]);
  });

  test.each([
    '그는 기자 출신이다.',
    '문의는 hong@donga.com으로 하면 된다.',
    '행사는 20일 오후 3시 서울시청에서 열린다',
    '제보 hong@donga.com 또는 02-1234-5678',
    '홍길동 대표',
    '김 위원장은 대답하지 않았다',
    '그를 만난 기자',
    '사진 홍길동 기자가 찍었다',
    '홍길동 기자의 책이 나왔다',
    '(서울=뉴스1)',
    '사진=동아일보DB',
    '기자 news@donga.com',
  ])('is prose: %s', (line) => {
    expect(readStrictByline(line)).toEqual([]);
  });
});

describe('an agency’s credit', () => {
  test.each([
    ['(서울=뉴스1)', '서울=뉴스1'],
    ['[서울=뉴시스]', '서울=뉴시스'],
    ['【서울=뉴시스】', '서울=뉴시스'],
    ['(뉴욕=AP/뉴시스)', '뉴욕=AP/뉴시스'],
    ['(서울=뉴스1) 홍길동 기자', '서울=뉴스1'],
    ['[서울=뉴시스]홍길동 기자 hong@newsis.com', '서울=뉴시스'],
  ])('%s', (line, wire) => {
    expect(readWire(line)).toBe(wire);
  });

  test.each([
    '[서울=뉴시스] 홍길동 기자 = 정부는 밝혔다.',
    '(서울 뉴스1)',
    '서울=뉴스1',
    '(x=1)(y=2)',
    '(사진=뉴시스)',
    '(부산=홍길동 기자)',
  ])('is not %s', (line) => {
    expect(readWire(line)).toBeNull();
  });
});

test.each([
  [
    '잠실｜김선수 기자 sun@donga.com',
    [{ name: '김선수', title: '기자', place: '잠실', email: 'sun@donga.com' }],
  ],
  [
    '잠실|김선수 기자 sun@donga.com',
    [{ name: '김선수', title: '기자', place: '잠실', email: 'sun@donga.com' }],
  ],
  ['[스포츠동아 김선수 기자]', [{ name: '김선수', title: '기자', place: null, email: null }]],
])('a sports page’s %s is a byline too', (line, reporters) => {
  expect(readStrictByline(line)).toEqual(reporters);
});
