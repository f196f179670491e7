import { join } from 'node:path';
import { expect, test } from 'vitest';
import { koreanTime } from '../../source/korean/times.ts';
import { leadArticle } from '../../source/lead.ts';
import { indexSome } from '../../source/reader/indexing.ts';
import { findRelated } from '../../source/reader/related.ts';
import { createStories } from '../../source/reader/stories.ts';
import { archiveIn, newHome } from '../storage/home.ts';
import { headline, NOON } from '../storage/samples.ts';
import { earlierDocuments } from '../stories/labelled.ts';

const piece = (id: string, day: string, title: string, summary: string) =>
  headline(id, null, { title, summary, publishedAt: `${day}T09:00:00+09:00` });

const BRIDGE = piece(
  '1',
  '2026-11-20',
  '가람대교 균열로 통행 전면 통제',
  '가람시는 20일 가람대교 교각에서 균열이 발견돼 통행을 전면 통제했다. 보수에는 한 달이 걸린다.',
);
const HEADLINES = [
  BRIDGE,
  piece('2', '2026-11-20', '[속보]가람대교 통행 통제', '가람시는 20일 가람대교 교각 균열로 통행을 통제했다.'),
  piece(
    '3',
    '2026-06-02',
    '가람대교 안전진단 예산 삭감 논란',
    '가람시의회가 가람대교 교각 안전진단 예산을 절반으로 줄였다. 교각 균열을 걱정하는 목소리가 나온다.',
  ),
  piece(
    '4',
    '2025-03-11',
    '개통 30년 가람대교, 하루 6만 대 오간다',
    '가람대교가 개통 30년을 맞았다. 교각은 낡았다.',
  ),
  piece('5', '2026-11-19', '도서관 주말 연장 운영', '시립도서관이 주말 밤 10시까지 문을 연다.'),
];

test('headlines related to an article are found, without those of its story, and no others', async () => {
  const home = newHome();
  const archive = archiveIn(home);
  const before = earlierDocuments().map(({ id, title, lead, publishedAt }) =>
    headline(id, null, { title, summary: lead, publishedAt: koreanTime(publishedAt) }),
  );
  archive.putHeadlines('national', [...before, ...HEADLINES], NOON);
  const stories = createStories(archive, join(home, 'stories.db'));
  stories.catchUp();
  archive.joinStories([{ id: '2', story: '1' }]);
  const article = leadArticle(archive.headline('1')!);
  const { frequenciesOf } = stories;
  expect(await findRelated({ archive, frequenciesOf }, article, NOON)).toEqual([]);
  while (indexSome(archive));
  const related = await findRelated({ archive, frequenciesOf }, article, NOON);
  expect(related.map(({ id }) => id)).toEqual(['3', '4']);
  const library = leadArticle(archive.headline('5')!);
  expect(await findRelated({ archive, frequenciesOf }, library, NOON)).toEqual([]);
  stories.close();
  archive.close();
});
