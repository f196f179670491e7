// Sentences made of word lists, with parts that are hard to set in lines: the same ones for the same seed.
import { random } from './headlines.ts';

const list = (words: string): string[] => words.trim().split(/\s+/);

const SUBJECTS = list(
  '가온시는 나래군이 다솔구는 라온교육청은 마루소방서가 바름연구진은 아람상인회도 자운주민들은 협의회는 위원회가 정부는 야당이 법원은 항만공사는 기상청은',
);
const OBJECTS = list(
  '예산안을 갯벌잔치를 둘레길을 재건축계획을 급식비지원을 수소버스를 전력망을 해상풍력을 청년주택을 하수처리장을 출생률을 환율을',
);
const VERBS = list(
  '밝혔다. 따졌다. 미뤘다. 줄였다. 내놨다. 물었다. 살폈다. 확정했다. 검토한다. 논의했다. 발표했다고 전했다고',
);
const ADVERBS = list(
  '어제 오후 다시 결국 잇달아 조용히 뒤늦게 처음으로 올해 내년부터 한꺼번에 대체로 꾸준히',
);
const UNITS = list('명 건 곳 개 원 달러 위안 배 회 년 시간 명이 건을 원의 달러를 개국이 가구에 명으로 대를');
const POWERS = list('만 억 조');
const LATIN = list(
  'SK하이닉스는 GDP KoreaMind가 S&P500 AI·로봇 K팝 e스포츠 5G 6G망을 LNG선 R&D Northwind iOS27에서 USB-C형 COVID-19가',
);
const KANA = list('かお ラーメン とんかつ おもてなし カラオケ 東京タワー 渋谷スクランブル おにぎり');
const HANJA = list(
  '韓美日 大韓民國 北核 中華人民共和國 臨時政府 漢文 國之語音 勞使政 與野 對美 實事求是 大韓民國臨時政府',
);
const OPEN_CLOSE = ['‘’', '“”', '「」', '『』', '《》', '〈〉', '()', '[]', '""', "''", '（）'] as const;
const BULLETS = list('△ ◇ ● ▶ ① ② ※ ■');
const HANGUL = list(
  '가온 물빛축제 반도체 공급망 재검토 협력 저출생 대책 상생 바다 숲 길 노을 신도시 교통망 지하철',
);

/** Makes sentences of newspapers' kinds, one paragraph each. */
export function manySentences(count: number, seed = 1): string[] {
  const next = random(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!;
  const below = (limit: number): number => Math.floor(next() * limit);
  const digits = (): string => String(1 + below(10 ** (1 + below(4))));

  const figure = (): string =>
    pick([
      digits,
      () => `${digits()}.${below(10)}`,
      () => `${1 + below(99)},${String(below(1000)).padStart(3, '0')}`,
      () => `${digits()}${pick(POWERS)}`,
      () => `${1 + below(9)}조${1 + below(9999)}억`,
      () => `${1 + below(99)}만${1 + below(9999)}`,
      () => `${1 + below(9)}억${1 + below(9999)}만`,
      () => `${pick(['+', '-', '−'])}${digits()}.${below(10)}%`,
      () => `${digits()}만여`,
    ])();

  const counted = (): string => pick([`${figure()}${pick(UNITS)}`, `${figure()} ${pick(UNITS)}`]);
  const phrase = (): string =>
    pick([pick(HANGUL), `${pick(HANGUL)} ${pick(HANGUL)}`, `${pick(HANGUL)}${pick(HANGUL)}`]);
  const marked = (text: string): string => {
    const pair = pick(OPEN_CLOSE);
    const space = below(6) === 0 ? ' ' : '';
    return `${pair[0]}${space}${text}${space}${pair[1]}`;
  };

  const hard: readonly (() => string)[] = [
    counted,
    counted,
    () => `${figure()}달러(약 ${figure()}원)의`,
    () => Array.from({ length: 2 + below(4) }, figure).join('→') + pick(['명으로', '', '%로', '원이']),
    () => `${marked(phrase())}(${digits()}∼${digits()}일)를`,
    () => `${marked(phrase())}${pick(['을', '를', '이라며', '에서', '', ' ', '과는'])}`,
    () => `‘${pick(HANGUL)}(${pick(KANA)}·${pick(HANGUL)})’를`,
    () => `${pick(HANGUL)}(${pick(HANJA)})`,
    () => `${pick(KANA)}${pick(['를', ' ', '와', '라는'])}`,
    () => `${pick(HANJA)}${pick(['의', ' ', '은', '라는'])}`,
    () => pick(LATIN),
    () => `${marked(pick(LATIN))}를`,
    () => `${marked(phrase())}${marked(phrase())}`,
    () => Array.from({ length: 2 + below(6) }, () => pick(HANGUL)).join(pick(['·', '/', '~', '-', '∼'])),
    () => `${pick(HANGUL)}${pick(['…', '——', '……', '…“', '—'])}${pick(HANGUL)}`,
    () => `${pick(BULLETS)}${pick(['', ' '])}${phrase()}`,
    () => `${pick(['₩', '$', '€', '¥', '£', '#'])}${pick([digits(), pick(HANGUL)])}`,
    () => `“${pick(SUBJECTS)} ‘${phrase()}’라고 ${pick(VERBS)}”`,
    () => `( 약 ${counted()} )`,
    () => `${figure()}${pick(['명분', '선', '원대의', '여명이', '달러어치', '곳별로', 't급'])}`,
    () =>
      pick([
        '6·25',
        '3·1운동',
        '5·18',
        '1:3으로',
        '3-2로',
        '02-2020-0114',
        '오후 3시 30분',
        '11월 20일(현지 시간)',
        '3분의 1이',
        '제3차',
      ]),
    () => `${pick(HANGUL)}(${pick(LATIN)})`,
    () => `“${phrase()}”(${pick(HANGUL)})고`,
    () => `${pick(KANA)}·${pick(KANA)}`,
    () => `${pick(HANGUL)}${pick(['!', '?', '!?', '％', '℃', '㎡', '㎏당'])}`,
    () => `https://www.example.com/${pick(LATIN)}/${digits()}?ref=${digits()}`,
    () => `${digits()}${pick(['-', '~', '/', ':'])}${digits()}${pick(['', '로', '번', '일'])}`,
    () =>
      pick([
        '제1야당',
        '제108조의2',
        '제Ⅱ부를',
        '100km/h로',
        '3%대',
        'COVID-19가',
        '화성-17형',
        'KF-21을',
        '010-1234-5678로',
        '코로나19',
        '3시30분',
        '1박2일',
        '김○○ 씨',
        '㈜나래',
        '나래㈜',
        'ⓒ가온',
        '25°C',
        '“▶ 관련기사”',
        '｢나래법｣',
        '<가온>을',
        '「君の名は。」',
        'gildong@example.com으로',
        '1달러=1340원',
        '한-아세안',
        '원·달러',
      ]),
  ];

  const sentence = (): string => {
    const words = [pick(SUBJECTS)];
    for (let length = 2 + below(7); length > 0; length -= 1) {
      words.push(pick([pick(hard), pick(hard), () => pick(ADVERBS), () => pick(OBJECTS)])());
    }
    words.push(pick(OBJECTS), pick(VERBS));
    return words.join(' ').replace(/ +/g, ' ').trim();
  };
  return Array.from({ length: count }, sentence);
}
