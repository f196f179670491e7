import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gloss, glosses, hanjaReadings } from '../../../source/korean/hanja/hanja.ts';
import { HANJA_CONTEXTS, hanjaTable } from '../../../source/korean/hanja/hanja-table.ts';
import { PARAGRAPHS } from '../prose.ts';
import { glossedTitles } from './glossed-titles.ts';

const HANJA = [...hanjaTable().values()];

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

describe('a reader of headlines', () => {
  test.each([
    ['露中 정상회담', '露中(러중) 정상회담'],
    ['露日전쟁과 中露', '露日(러일)전쟁과 中露(중러)'],
    ['露軍 철수', '露軍(러군) 철수'],
    ['蘭草 전시', '蘭草(난초) 전시'],
  ])('is told Russia by its own first sound: %s', (text, glossed) => {
    expect(gloss(text)).toBe(glossed);
  });

  test.each([
    ['방송3法', '방송3法(법)'],
    ['AI法', 'AI法(법)'],
    ['‘노란봉투’法', '‘노란봉투’法(법)'],
    ["'노란봉투'法", "'노란봉투'法(법)"],
    ['이통3社', '이통3社(사)'],
    ['與 3選', '與(여당) 3選(선)'],
    ['AI株', 'AI株(주)'],
    ['10年 만에', '10年(년) 만에'],
    ['3年間', '3年間(년간)'],
    ['2男1女를 뒀다', '2男(남)1女(녀)를 뒀다'],
    ['SK勞組', 'SK勞組(노조)'],
    ['1.2兆弗', '1.2兆弗(조불)'],
    ['100억弗', '100억弗(달러)'],
  ])(
    'is given the syllable of a Hanja that hangs on a number, a letter or a quotation: %s',
    (text, glossed) => {
      expect(gloss(text)).toBe(glossed);
    },
  );

  test.each([
    ['“北 도발” 규탄', '“北(북한) 도발” 규탄'],
    ['"北 도발" 규탄', '"北(북한) 도발" 규탄'],
    ['“유감”日 정부', '“유감”日(일본) 정부'],
    ['…"美 압박"', '…"美(미국) 압박"'],
  ])('is given the word of a Hanja that begins or answers a quotation: %s', (text, glossed) => {
    expect(gloss(text)).toBe(glossed);
  });

  test.each([
    ['初·中·高', '初(초)·中(중)·高(고)'],
    ['초4~中3', '초4~中(중)3'],
    ['中3 학생', '中(중)3 학생'],
    ['中1부터', '中(중)1부터'],
    ['초·中·고', '초·中(중)·고'],
    ['中·高 교사', '中(중)·高(고) 교사'],
    ['10명 中 3명', '10명 中(중) 3명'],
    ['中 3분기 성장률', '中(중국) 3분기 성장률'],
    ['中3사 실적', '中(중국)3사 실적'],
    ['美·中·러', '美(미국)·中(중국)·러'],
    ['中·고속철', '中(중국)·고속철'],
  ])('is told the middle school from China: %s', (text, glossed) => {
    expect(gloss(text)).toBe(glossed);
  });

  test.each([
    ['20日(金)', '20日(일)(金(금))'],
    ['25日(日)', '25日(일)(日)'],
    ['28년만에 金', '28년만에 金(금)'],
    ['12년 만의 金', '12년 만의 金(금)'],
    ['金 획득', '金(금) 획득'],
    ['金 사냥', '金(금) 사냥'],
    ['金 싹쓸이', '金(금) 싹쓸이'],
    ['2관왕 金', '2관왕 金(금)'],
    ['양궁 金', '양궁 金(금)'],
    ['金시장', '金(금)시장'],
    ['金거래소', '金(금)거래소'],
    ['金테크', '金(금)테크'],
  ])('is told gold: %s', (text, glossed) => {
    expect(gloss(text)).toBe(glossed);
  });

  test.each([
    ['金 “경선 완주”', '金(김) “경선 완주”'],
    ['金 대통령 만난 金', '金(김) 대통령 만난 金'],
    ['金총리', '金(김)총리'],
    ['30년 만에 金 대통령 방문', '30년 만에 金(김) 대통령 방문'],
    ['사흘 만에 金 사퇴', '사흘 만에 金(김) 사퇴'],
    ['축구 金 감독', '축구 金(김) 감독'],
    ['金 시장 “사과”', '金(김) 시장 “사과”'],
    ['金正恩委員長', '金正恩委員長(김정은위원장)'],
    ['金氏·金海', '金氏(김씨)·金海(김해)'],
  ])('is told the name: %s', (text, glossed) => {
    expect(gloss(text)).toBe(glossed);
  });

  test.each([
    ['日평균', '日(일)평균'],
    ['日 평균 100만 명', '日(일) 평균 100만 명'],
    ['日최고 32도', '日(일)최고 32도'],
    ['日매출', '日(일)매출'],
    ['하루 日 100만', '하루 日(일) 100만'],
    ['日 최고재판소', '日(일본) 최고재판소'],
    ['日최고령', '日(일본)최고령'],
    ['日 평균 임금', '日(일본) 평균 임금'],
  ])('is told the day from Japan: %s', (text, glossed) => {
    expect(gloss(text)).toBe(glossed);
  });

  test.each([
    ['지난해 比 10%', '지난해 比(대비) 10%'],
    ['전일 比', '전일 比(대비)'],
    ['예상 比', '예상 比(대비)'],
    ['전년 比', '전년 比(대비)'],
    ['예상比 2배', '예상比(비) 2배'],
    ['경쟁사 比 20% 싸', '경쟁사 比(대비) 20% 싸'],
    ['比 대통령 방한', '比(필리핀) 대통령 방한'],
    ['美-比 연합훈련', '美(미국)-比(필리핀) 연합훈련'],
  ])('is told a comparison from the Philippines: %s', (text, glossed) => {
    expect(gloss(text)).toBe(glossed);
  });

  test.each([
    ['圓 약세', '圓(엔) 약세'],
    ['100圓', '100圓(엔)'],
    ['圓高', '圓高(엔고)'],
    ['圓滑', '圓滑(원활)'],
  ])('is told the yen only where it is money: %s', (text, glossed) => {
    expect(gloss(text)).toBe(glossed);
  });

  test.each([
    ['茶 한 잔', '茶(차) 한 잔'],
    ['보이茶', '보이茶(차)'],
    ['茶飯事', '茶飯事(다반사)'],
  ])('is told tea: %s', (text, glossed) => {
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
    expect(hanjaReadings('女')).toEqual(['여성', '녀', '여']);
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
  ])('%s', (glossed) => {
    expect(gloss(glossed.replace('(박)', ''))).toBe(glossed);
  });
});

test.each([
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
  ['會計年度와 國民年金', '會計年度(회계연도)와 國民年金(국민연금)'],
])('a kind of fault once seen stays mended: %s', (text, glossed) => {
  expect(gloss(text)).toBe(glossed);
});
