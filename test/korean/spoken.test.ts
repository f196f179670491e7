import { describe, expect, test } from 'vitest';
import { readHanja } from '../../source/korean/hanja/hanja.ts';
import { spokenLine } from '../../source/korean/spoken.ts';
import { processorTime } from '../support/growth.ts';

describe('Hanja are read in Hangul', () => {
  test.each([
    ['韓美 정상회담', '한미 정상회담'],
    ['대한민국(大韓民國) 헌법', '대한민국 헌법'],
    ['日(일본) 총리', '일본 총리'],
    ['不動産 시장', '부동산 시장'],
    ['女子부 결승, 女子부 은메달', '여자부 결승, 여자부 은메달'],
  ])('%s', (text, read) => {
    expect(readHanja(text)).toBe(read);
  });

  test('all of them if every character is in a table', () => {
    expect(readHanja('經濟成長率 3%, 失業率은 下落')).not.toMatch(/[㐀-鿿]/);
  });

  test('with text beside them that is not a reading left as it is', () => {
    expect(readHanja('대통령(尹)')).toBe('대통령(윤)');
  });
});

describe('signs are said as words', () => {
  test.each([
    ['물가 3.2% 상승', '물가 3.2퍼센트 상승'],
    ['지지율 5%p 하락', '지지율 5퍼센트포인트 하락'],
    ['기온 -3℃', '기온 마이너스 3도'],
    ['3∼5일 비', '3에서 5일 비'],
    ['$1,200억 규모', '1,200억달러 규모'],
    ['84㎡ 아파트', '84제곱미터 아파트'],
    ['시속 120km로', '시속 120킬로미터로'],
    ['한·미 연합훈련', '한미 연합훈련'],
    ['서울·경기 지역', '서울, 경기 지역'],
    ['[속보] 국회 통과', '속보, 국회 통과'],
    ['▲서울 ▲부산 △대구', '서울, 부산, 대구'],
    ['㈜동해 공시', '주식회사 동해 공시'],
    ['14:30 발표', '14시 30분 발표'],
    ['한국이 3:2로 이겨', '한국이 3 대 2로 이겨'],
    ['전체의 1/3', '전체의 3분의 1'],
    ['①첫째 ②둘째', '1번, 첫째 2번, 둘째'],
    ['《토지》를 읽다', '‘토지’를 읽다'],
    ['서울=뉴시스', '서울, 뉴시스'],
    ['끝나지 않은 이야기…', '끝나지 않은 이야기'],
    ['5G 통신', '5G 통신'],
  ])('%s', (text, said) => {
    expect(spokenLine(text)).toBe(said);
  });

  test('an address is only named, and a mail address is left out', () => {
    expect(spokenLine('자세한 내용은 https://www.donga.com/news/x?y=1 참고')).toBe('자세한 내용은 링크 참고');
    expect(spokenLine('홍길동 기자 gildong@donga.com')).toBe('홍길동 기자');
    expect(spokenLine('문의(help@example.co.kr)는 평일에')).toBe('문의 는 평일에');
  });

  test('a text in another language keeps its own', () => {
    expect(spokenLine('Prices rose 5% to $20 – see https://example.com/a')).toBe(
      'Prices rose 5% to $20 – see link',
    );
  });

  test('a long line of signs takes no time', async () => {
    const lines = [
      '#'.repeat(50_000),
      '[ '.repeat(50_000),
      '1:'.repeat(50_000),
      '@a.b'.repeat(20_000),
      ', '.repeat(50_000),
      '가·'.repeat(50_000),
      '漢('.repeat(30_000),
    ];
    expect(await processorTime(() => lines.map((line) => spokenLine(line)))).toBeLessThan(5000);
  });
});
