// Headlines made of word lists, the same ones for the same seed: for searching and for measuring.
import { koreanTime } from '../../source/korean/times.ts';
import type { Headline } from '../../source/model.ts';

const WHO =
  '정부 국회 서울시 부산항 강원도 교육청 소방당국 연구진 노동계 의료계 유통가 은행권 건설사 조선업계 항공사 극단 구단 시민단체 주민들 청년들'.split(
    ' ',
  );
const WHAT =
  '예산안 전세대책 수능 독감 폭설 축제 박람회 지하철 고속도로 하천 급식 도서관 전시회 결승전 임금협상 특허 위성 백신 배터리 로봇'.split(
    ' ',
  );
const DID =
  '확정 논란 재검토 시작 연기 확대 축소 공개 마무리 합의 불발 급증 감소 첫선 추진 점검 도입 폐지 강화 완화'.split(
    ' ',
  );
const HOW =
  '올해 내년 다음달 10년만에 처음으로 잇달아 조용히 결국 뒤늦게 한꺼번에 전국에서 수도권서 주말마다 밤사이'.split(
    ' ',
  );

/** A small generator (mulberry32): the same seed always gives the same numbers. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const NEWEST = Date.parse('2026-11-20T12:00:00+09:00');

export function headline(id: string, title: string, age = 0, more: Partial<Headline> = {}): Headline {
  return {
    id,
    title,
    url: `https://www.donga.com/news/article/all/20261120/${id}/1`,
    section: 'national',
    sections: ['national'],
    publishedAt: koreanTime(NEWEST - age * 60_000),
    summary: '',
    image: null,
    read: false,
    bookmarked: false,
    ...more,
  };
}

/** So many headlines of no particular meaning, newest first. */
export function manyHeadlines(count: number, seed = 1): Headline[] {
  const next = random(seed);
  const pick = (words: readonly string[]): string => words[Math.floor(next() * words.length)]!;
  return Array.from({ length: count }, (_, index) => {
    const number = Math.floor(next() * 900) + 10;
    return headline(
      `1${String(index).padStart(8, '0')}`,
      `${pick(WHO)}, ${pick(HOW)} ${pick(WHAT)} ${number}건 ${pick(DID)}`,
      index + 60,
      {
        summary: `${pick(WHO)} 관계자는 ${pick(WHAT)} ${pick(DID)} 방침을 ${pick(HOW)} 밝혔다.`,
      },
    );
  });
}

/** Leads as long as a feed's: some 250 characters, made of the headlines that follow. */
export function withLeads(headlines: readonly Headline[]): Headline[] {
  return headlines.map((each, index) => ({
    ...each,
    summary: Array.from(
      { length: 9 },
      (_, next) => headlines[(index + next) % headlines.length]!.summary,
    ).join(' '),
  }));
}
