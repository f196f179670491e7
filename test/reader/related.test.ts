import { join } from 'node:path';
import { expect, test } from 'vitest';
import { koreanTime } from '../../source/korean/times.ts';
import { leadArticle } from '../../source/lead.ts';
import { indexSome } from '../../source/reader/indexing.ts';
import { findRelated } from '../../source/reader/related.ts';
import { createStories } from '../../source/reader/stories.ts';
import { archiveIn, newHome } from '../storage/home.ts';
import { headline, NOON } from '../storage/samples.ts';
import { earlierDocuments, heldBackDocuments } from '../stories/labelled.ts';

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
    '개통 30년 가람대교, 교각은 낡아 간다',
    '가람대교가 개통 30년을 맞았다. 하루 6만 대가 오간다.',
  ),
  // One word in common, in the titles or the leads, or both: not related.
  piece(
    '6',
    '2026-11-18',
    '가람대교 아래 국수집, 3대째 불 켠다',
    '여든이 된 주인은 새벽 네 시에 육수를 낸다.',
  ),
  piece(
    '7',
    '2026-11-18',
    '비행기 날개 균열, 정비소로 회항',
    '승무원이 날개 균열을 알렸다. 승객은 모두 무사하다.',
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

test('of the headlines related to those of the labelled set, few are about another event', async () => {
  const home = newHome();
  const archive = archiveIn(home);
  const documents = heldBackDocuments();
  const all = [...earlierDocuments(), ...documents].map(({ id, title, lead, publishedAt }) =>
    headline(id, null, { title, summary: lead, publishedAt: koreanTime(publishedAt) }),
  );
  archive.putHeadlines('national', all, NOON);
  const stories = createStories(archive, join(home, 'stories.db'));
  stories.catchUp();
  while (indexSome(archive));
  // An article's own story is left out: without stories, the other pieces of its event are what is related.
  const apart = {
    ...archive,
    headline: (id: string) => {
      const { story: _, ...found } = archive.headline(id)!;
      return found;
    },
  };
  let related = 0;
  let sameEvent = 0;
  for (const { id, event } of documents.filter((_, at) => at % 4 === 0)) {
    const article = leadArticle(apart.headline(id));
    for (const other of await findRelated({ ...stories, archive: apart }, article, NOON)) {
      related += 1;
      if (documents.find((each) => each.id === other.id)?.event === event) sameEvent += 1;
    }
  }
  expect(related).toBeGreaterThan(80);
  expect(sameEvent / related).toBeGreaterThan(0.75);
  stories.close();
  archive.close();
});
