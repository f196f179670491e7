import { describe, expect, test } from 'vitest';
import { gloss, glosses, hanjaReadings } from '../../../source/korean/hanja/hanja.ts';
import { HANJA_CONTEXTS, hanjaTable } from '../../../source/korean/hanja/hanja-table.ts';
import fc from '../../support/fast-check.ts';
import { PARAGRAPHS } from '../prose.ts';
import { glossedTitles } from './glossed-titles.ts';

const HANJA = [...hanjaTable().values()];

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

test.each(
  [
    '令狀 영장 拘束令狀 구속영장 賞狀 상장 症狀 증상 變更 변경 更迭 경질 更年期 갱년기 投降 투항 昇降機 승강기',
    '簡易 간이 難易度 난이도 容易 용이 貿易 무역 引率 인솔 統率 통솔 率先 솔선 實業率 실업률 人參 인삼 參與 참여',
    '漢拏山 한라산 標識 표지 常識 상식 數字 숫자 便所 변소 便利 편리 暴惡 포악 暴露 폭로 相殺 상쇄 殺人 살인',
    '復活 부활 復舊 복구 憎惡 증오 惡化 악화 音樂 음악 娛樂 오락 遊說 유세 說明 설명 省略 생략 反省 반성 拓本 탁본 開拓 개척',
    '宅內 댁내 自宅 자택 忖度 촌탁 制度 제도 一切 일체 切實 절실 自轉車 자전거 車輛 차량 敗北 패배 北上 북상 謁見 알현 見積 견적',
    '要塞 요새 梗塞 경색 索漠 삭막 探索 탐색 規則 규칙 牡丹 모란 丹靑 단청 洞察力 통찰력 空洞 공동 布施 보시 布告 포고',
    '雪糖 설탕 糖尿 당뇨 綠茶 녹차 六月 유월 十月 시월 木瓜 모과 圓滑 원활 滑走路 활주로 誕辰 탄신 龜尾 구미 不動産 부동산',
    '金浦 김포 金泉 김천 金監院 금감원 金曜日 금요일 金通委 금통위 金監委 금감위 金鑛業 금광업 現代車勞組 현대차노조',
  ].flatMap((line) => line.match(/\S+ \S+/g)!.map((pair) => pair.split(' ') as [string, string])),
)('%s is read %s', (word, read) => {
  expect(gloss(word)).toBe(`${word}(${read})`);
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
    for (const { char, before, after, anywhere, as } of HANJA_CONTEXTS) {
      expect(
        HANJA.some((each) => each.char === char),
        char,
      ).toBe(true);
      if (as !== null) expect(as).toMatch(/^[가-힣]+$/);
      if (char !== '元') expect(before ?? after ?? anywhere, char).toBeDefined();
    }
  });

  test('gives a search every word a Hanja may stand for', () => {
    expect(hanjaReadings('美')).toEqual(['미국', '미']);
    expect(hanjaReadings('女')).toEqual(['여성', '녀', '여', '여자']);
    expect(hanjaReadings('北')).toEqual(['북한', '북']);
    expect(hanjaReadings('金')).toEqual(['김', '금']);
    expect(hanjaReadings('舞')).toEqual(['무']);
    for (const none of ['A', '가', '', '\n', '韓國']) expect(hanjaReadings(none), none).toEqual([]);
  });
});

describe('of the glosses on a thousand headlines', () => {
  const titles = glossedTitles(8);
  const given = titles.flatMap(({ title, right }) =>
    glosses(title).map(({ at, text }) => ({ title, text: text.slice(1, -1), right: right.get(at) })),
  );

  test('at least 99.5 % are right', () => {
    const wrong = given.filter(({ text, right }) => text !== right);
    expect(given.length).toBeGreaterThan(1_000);
    expect(wrong.map(({ title, text, right }) => `${title}: ${text} for ${right}`).slice(0, 50)).toHaveLength(
      Math.min(wrong.length, Math.floor(given.length * 0.005)),
    );
  });

  test('few are withheld: at least 97 % of the Hanja that are to be read have one', () => {
    const wanted = titles.flatMap(({ title, right }) => {
      // A reading is given once to a headline.
      return new Set([...right].map(([at, reading]) => title.slice(at - 1, at) + reading)).size;
    });
    expect(given.length).toBeGreaterThan(0.97 * wanted.reduce((sum, count) => sum + count, 0));
  });
});

describe('a Hanja that two readings are likely for has no gloss', () => {
  test.each([
    '韓 대표 “사과”',
    '“사과하라”韓 “朴(박) 책임”',
    '車 회장 간담회',
    '銀 인사 단행',
    '民 “특검하자”',
    '경기 中에 넘어져',
    '정부, 수출 통제 中',
    '西 바닷가 마을',
    '日 매출 20% 급감',
    '日 이용객 크게 늘어',
    '개막 첫날 中 관객 2만 명',
    '시즌 中 부상',
    '하반기 中 결정',
    '西, 첫 경기 대승',
    '金무에 金추',
    '에이스 金 질주',
    '韓 “책임 통감”',
    '北서 신호',
    '車 감독 사퇴',
  ])('%s', (glossed) => {
    expect(gloss(glossed.replace('(박)', ''))).toBe(glossed);
  });
});

test.each([
  ['예금금리 5%臺 진입', '예금금리 5%臺(대) 진입'],
  ['臺 반도체 수출', '臺(대만) 반도체 수출'],
  ['韓위원장 “수용”', '韓(한)위원장 “수용”'],
  ['韓외교, 방미', '韓(한)외교, 방미'],
  ['韓정부 “환영”', '韓(한국)정부 “환영”'],
  ['韓시장 진출', '韓(한국)시장 진출'],
  ['접영 100m 銀', '접영 100m 銀(은)'],
  ['신한銀 사격단 창단', '신한銀(은행) 사격단 창단'],
  ['獨신차 출시', '獨(독일)신차 출시'],
  ['佛교수 방한', '佛(프랑스)교수 방한'],
  ['露출신 감독', '露(러시아)출신 감독'],
  ['女女 갈등', '女女(여여) 갈등'],
  ['歷歷히', '歷歷(역력)히'],
  ['결승 경기 中에 1-0', '결승 경기 中(중국)에 1-0'],
  ['西 국왕 방한', '西(스페인) 국왕 방한'],
  ['카페 日 매출 1억 넘어', '카페 日(일) 매출 1억 넘어'],
  ['日 관람객 약 3000명', '日(일) 관람객 약 3000명'],
  ['日접종 10만', '日(일)접종 10만'],
  ['日 수출 3% 늘어', '日(일본) 수출 3% 늘어'],
  ['연휴 中에도 문 열어', '연휴 中(중)에도 문 열어'],
  ['주말 中 대표팀 격파', '주말 中(중국) 대표팀 격파'],
  ['올해 中 관광객 늘어', '올해 中(중국) 관광객 늘어'],
  ['中 3 여학생 구조', '中(중) 3 여학생 구조'],
  ['中 1 담임교사', '中(중) 1 담임교사'],
  ['中 3 대 1로 져', '中(중국) 3 대 1로 져'],
  ['美국채 급등', '美(미국)국채 급등'],
  ['英국방 유임', '英(영국)국방 유임'],
  ['美국이 나서', '美(미)국이 나서'],
  ['北한강 다리', '北(북한)한강 다리'],
  ['與당권 경쟁', '與(여당)당권 경쟁'],
  ['檢찰 소환', '檢(검)찰 소환'],
  ['法원장 회의', '法(법)원장 회의'],
  ['北미사일 발사', '北(북한)미사일 발사'],
  ['北미 대화', '北(북)미 대화'],
  ['中2병 자녀', '中(중)2병 자녀'],
  ['南아공 대표', '南(남)아공 대표'],
  ['南산 길', '南(남)산 길'],
  ['獨거노인 돕기', '獨(독)거노인 돕기'],
  ['美의 기준', '美(미)의 기준'],
  ['美의 압박', '美(미국)의 압박'],
  ['油가 하락', '油(유)가 하락'],
  ['不동산 대책', '不(부)동산 대책'],
  ['不공정 거래', '不(불)공정 거래'],
  ['日요일 비', '日(일)요일 비'],
  ['女 배구 개막', '女(여자) 배구 개막'],
  ['男 단식 결승', '男(남자) 단식 결승'],
  ['親李계 반발', '親李(친이)계 반발'],
  ['尹李 회동', '尹李(윤이) 회동'],
  ['非盧 모임', '非盧(비노) 모임'],
  ['金前실장', '金前(김전)실장'],
  ['金여사 순방', '金(김)여사 순방'],
  ['岸田 내각', '岸田(기시다) 내각'],
  ['會計年度와 國民年金', '會計年度(회계연도)와 國民年金(국민연금)'],
])('a kind of fault once seen stays mended: %s', (text, glossed) => {
  expect(gloss(text)).toBe(glossed);
});
