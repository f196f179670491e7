import { sanitiseText } from '../../source/text/sanitise.ts';
import fc from '../support/fast-check.ts';

/** Paragraphs as a newspaper prints them, with parts that are hard to set. Invented. */
export const PARAGRAPHS: readonly string[] = [
  '한국은행은 20일 금융통화위원회를 열어 기준금리를 연 2.75%에서 2.50%로 0.25%포인트 내렸다. “물가 상승세가 둔화하고 성장률이 잠재 수준(1.8%)을 밑돌 것”이라는 판단에서다.',
  '“약속은 지켜져야 한다.” 이서연 의원(42)은 20일 국회에서 ‘지역균형법’ 처리를 요구하며 이렇게 말했다…여야는 다음 달 3일 본회의를 열기로 했다.',
  '△반도체 △자동차 △조선 등 주력 업종에 3조5000억 원, ◇바이오·헬스케어에 1조2000억 원을 투자한다. ● 세부 계획은 12월 1일 공개된다.',
  '주최 측은 100만 명, 경찰은 35만여 명이 모인 것으로 추산했다. 입장료는 1인당 ₩15,000(청소년 ₩9,000)이다.',
  '韓美日 외교장관은 “北核 공조를 강화하겠다”고 밝혔다. 中 외교부는 “유감”이라고 했고, 日 정부는 10日 담화를 냈다.',
  '문의 donga-reader.desk@example.com, https://www.example.com/news/article/all/20261120/123456789/1?ref=main&from=rss_top 참고.',
  '기온은 −3.5℃에서 12.1℃ 사이, 미세먼지는 ㎥당 35㎍ 수준이다. 전용면적 84㎡ 아파트값은 3.3㎡당 2500만 원을 넘었다(전년 대비 4.7%↑).',
  '올해의 소설 『바람의 문법』과 시집 「돌의 잠」이 상을 받았다. 심사위원은 “문장이 ‘숨’을 쉰다”“낡은 말이 없다”라고 평했다.',
  'AI·로봇·바이오·우주항공·양자컴퓨팅·차세대원전·수소에너지·첨단소재·디스플레이·이차전지·모빌리티 분야다.',
  'Generative AI 스타트업 KoreaMind(대표 김하늘·34)가 S&P500 편입 기업인 Northwind Systems와 2027∼2030년 GPU 10만 개를 공동 구매한다.',
  '國之語音異乎中國與文字不相流通故愚民有所欲言而終不得伸其情者多矣라는 서문은 1446년에 나왔다.',
  '우승 🏆 소식에 팬들은 🎉🎉 환호했다. 가족👨‍👩‍👧과 함께한 👍🏽 시상식에서 그는 “꿈만 같다❤️”고 적었다.',
];

const hangul = fc.string({
  unit: fc.constantFrom(...'한국은행기준금리를내렸다시장과반도체물가이가는을'),
  minLength: 1,
  maxLength: 9,
});
const hard = fc.constantFrom(
  ...'“물가와 살폈다”며 ‘인하’를 (자료: 12.5%로 ₩1,000 $3.5 100만 명 3조5000억 원 35만여 △반도체 ● ◇ 강조했다…시장은 … AI·로봇 20∼30대 S&P500 韓美日 「책」을 《신문》이 84㎡ 12℃ 3~4일 #반도체 ㈜한국 -3 +0.5% 1/2 좋다! 뭐? —— 10日'.split(
    ' ',
  ),
);
const long = fc.constantFrom(
  'https://www.example.com/news/article/all/20261120/123456789/1?ref=a&b=c',
  'desk.reader-mail_box@news.example.com',
  '漢字長文組版試驗國之語音異乎中國',
  '대한민국중앙선거관리위원회위원장직무대행체제전환검토위원회설치법안',
  'Donaudampfschifffahrtsgesellschaftskapitän',
  '반도체·자동차·조선·철강·석유화학·이차전지·바이오·로봇',
  '123456789012345678901234567890123456789012345',
);
const odd = fc.constantFrom(
  '👍',
  '👨‍👩‍👧',
  '🇰🇷',
  '1️⃣',
  '❤️',
  'étude',
  'ㅋㅋㅋ',
  'カタカナ',
  'ひらがな',
  '！？',
  '·',
  '…',
  '”',
  '“',
);

const token = fc.oneof(
  { weight: 8, arbitrary: hangul },
  { weight: 4, arbitrary: hard },
  { weight: 1, arbitrary: long },
  { weight: 1, arbitrary: odd },
  { weight: 1, arbitrary: fc.tuple(hard, hangul, odd).map((parts) => parts.join('')) },
);

/** A text as it comes from the sanitiser: some paragraphs of words that are hard to set. */
export const prose = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.array(token, { maxLength: 24 }).map((words) => words.join(' ')) },
      { weight: 1, arbitrary: fc.constantFrom(...PARAGRAPHS) },
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((paragraphs) => sanitiseText(paragraphs.join('\n')));

/** From the narrowest column to the widest. */
export const columns = fc.oneof(fc.integer({ min: 4, max: 40 }), fc.integer({ min: 4, max: 200 }));
