import type { Article, Headline } from '../../../source/model.ts';
import type { State } from '../../../source/tui/state/state.ts';
import { view } from '../../../source/tui/view/view.ts';
import { rowText } from '../../../source/typeset/rows.ts';
import { articleOf, headline } from '../../support/fake-headlines.ts';
import { fakeReader } from '../../support/fake-reader.ts';
import { NOW, type Session, session } from '../session.ts';

/** The time so many minutes before the session's, in Korea. */
const at = (minutesAgo: number): string =>
  new Date(NOW - minutesAgo * 60_000 + 9 * 3_600_000).toISOString().replace(/\.000Z$/, '+09:00');

/** An edition of four headlines, from a minute to three days old. */
export const PAPER: Headline[] = [
  headline(1, {
    title: '[속보] 국회 예산결산특위, 새해 예산안 심사 재개 합의',
    publishedAt: at(1),
    summary: '여야가 멈췄던 심사를 다시 시작하기로 했다.',
  }),
  headline(2, {
    title: '[단독] 韓美 통상장관, 내달 초 서울서 만난다…“반도체 관세 유예” 다시 논의하기로',
    publishedAt: at(125),
    bookmarked: true,
  }),
  headline(3, {
    title: '지방의회 해외연수 보고서, 절반이 베껴 쓰기였다',
    publishedAt: at(20 * 60),
    read: true,
  }),
  headline(4, { title: '국무회의, 공공데이터 ‘원본 공개’ 원칙 의결', publishedAt: at(3 * 24 * 60) }),
];

const STORY: Partial<Article> = {
  kicker: '예산 정국',
  deck: ['사흘 만에 다시 한자리에'],
  reporters: [{ name: '한가람', title: '기자', place: null, email: 'garam@donga.example' }],
  blocks: [
    { type: 'paragraph', text: '국회 예산결산특별위원회가 20일 새해 예산안 심사를 다시 시작하기로 했다.' },
    { type: 'photo', url: 'https://dimg.donga.com/a.jpg', caption: '20일 회의장. 사진공동취재단', alt: null },
    { type: 'heading', text: '● 사흘 만에' },
    { type: 'quote', text: '시한은 지킨다.' },
  ],
  tags: ['국회', '예산안'],
  reactions: { 좋아요: 2 },
  comments: 1,
  trending: [
    { title: '겨울 무릎 통증, 허벅지 힘부터', url: 'https://www.donga.com/news/article/all/20261120/9/1' },
  ],
  copyright: '© 무단 전재 금지',
};

/** A session over the edition, after some keys. */
export async function paper(keys = '', list: Headline[] = PAPER): Promise<Session> {
  const fake = fakeReader(list);
  fake.answers = async (id) => ({ article: articleOf(fake.headline(id)!, STORY), failure: null });
  const reader = session(fake);
  await reader.settle();
  reader.type(keys);
  await reader.settle();
  return reader;
}

/** The rows of a screen as text. */
export const lines = (state: State, columns = 80, rows = 24): string[] =>
  view({ ...state, size: { columns, rows }, notice: null }).rows.map((row) => rowText(row).trimEnd());
/** A whole screen as text, for a snapshot. */
export const page = (state: State, columns: number, rows: number): string =>
  `\n${lines(state, columns, rows).join('\n')}\n`;
