import { join } from 'node:path';
import { expect, test } from 'vitest';
import { leadArticle } from '../../source/lead.ts';
import type { Article } from '../../source/model.ts';
import { openBookmarks } from '../../source/storage/config/bookmarks/bookmarks.ts';
import type { Archive } from '../../source/storage/types.ts';
import { columnIn } from '../../source/typeset/title-prefix.ts';
import { followedText, readFollowed } from '../../source/watch-words.ts';
import { archiveIn, newHome } from '../storage/home.ts';
import { headline, NOON } from '../storage/samples.ts';
import { readerOn, wordsOf } from '../support/reader.ts';

test.each([
  ['reporter:한가람', 'reporter:한가람'],
  ['기자: 한가람 기자', 'reporter:한가람'],
  ['tag:#반도체', 'tag:반도체'],
  ['column:[횡설수설/한가람]', 'column:횡설수설'],
  ['COLUMN: 책의 향기', 'column:책의 향기'],
  ['story:139074720', 'story:s139074720'],
  ['story:s139074720', 'story:s139074720'],
  ['reporter:', null],
  ['constructor:x', null],
  ['한가람', null],
  ['story:../x', null],
  ['tag:\u202e\u0007', null],
])('%j is followed as %j', (typed, entry) => {
  const followed = readFollowed(typed);
  expect(followed === null ? null : followedText(followed)).toBe(entry);
});

test.each([
  ['[횡설수설/한가람]새벽', '횡설수설'],
  ['섬마을의 문장[책의 향기]', '책의 향기'],
  ['【오늘과 내일】겨울', '오늘과 내일'],
  ['[단독]가람대교 균열', null],
  ['[속보][광화문에서/이나래]눈', '광화문에서'],
  ['가람대교 통제(종합)', null],
  ['[사설]아이들 밥상', null],
])('the column of %j is %j', (title, column) => {
  expect(columnIn(title)).toBe(column);
});

function archiveOf(): Archive {
  const archive = archiveIn(newHome());
  const titles = [
    '가람대교 통제',
    '[횡설수설/한가람]새벽 배송',
    '섬의 문장[책의 향기]',
    '도서관 개관',
    '가람대교 재개',
  ];
  archive.putHeadlines(
    'national',
    titles.map((title, at) => headline(String(at + 1), `1${at}:00`, { title })),
    NOON,
  );
  archive.joinStories([{ id: '5', story: '1' }]);
  return archive;
}

const article = (archive: Archive, id: string, change: Partial<Article>): Article => ({
  ...leadArticle(archive.headline(id)!),
  source: 'page',
  ...change,
});
const BY = { name: '한가람', title: '기자', place: null, email: null };
const found = (archive: Archive, ...follow: string[]): string[] =>
  archive
    .headlines({ section: 'following', limit: 10 }, { watch: [], mute: [], follow })
    .map(({ id }) => id)
    .sort();

test('followed headlines are gathered: by reporter and tag once a text is kept, by column and story from the headlines', () => {
  const archive = archiveOf();
  expect(found(archive, 'reporter:한가람')).toEqual([]);
  archive.putArticle(article(archive, '4', { reporters: [BY], tags: ['AI', '책', 'ai'] }), NOON);
  expect(found(archive, 'reporter:한가람')).toEqual(['4']);
  expect(found(archive, 'tag:ai')).toEqual(['4']);
  expect(found(archive, 'column:횡설수설')).toEqual(['2']);
  expect(found(archive, 'column:책의 향기')).toEqual(['3']);
  expect(found(archive, 'story:s1')).toEqual(['1', '5']);
  expect(found(archive, 'story:s5')).toEqual(['1', '5']);
  expect(found(archive, 'story:s4')).toEqual(['4']);
  expect(found(archive, 'column:횡설수설', 'story:s1')).toEqual(['1', '2', '5']);
  // A page that is read again has other tags.
  archive.putArticle(article(archive, '4', { reporters: [], tags: ['책'] }), NOON + 1);
  expect(found(archive, 'reporter:한가람', 'tag:AI')).toEqual([]);
});

test('muted headlines are not among the followed ones, and both are counted', () => {
  const archive = archiveOf();
  const words = { watch: ['도서관'], mute: ['재개'], follow: ['story:s1'] };
  expect(
    archive
      .headlines({ section: 'following', limit: 10 }, words)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['1', '4']);
  expect(archive.wordCounts(words, true).followed).toBe(2);
  const home = newHome();
  const reader = readerOn({
    archive,
    bookmarks: openBookmarks(join(home, 'bookmarks')),
    http: { get: () => Promise.reject(new Error('not asked for')), close: async () => undefined },
    storiesFile: join(home, 'stories.db'),
    photosFolder: join(home, 'photos'),
    feedsOrigin: '',
    words: wordsOf(words),
    now: () => NOON,
  });
  expect(reader.muted({ section: 'following' })).toBe(1);
  expect(reader.muted({ section: 'following', unreadOnly: true })).toBe(1);
  const [first] = archive.headlines(
    { section: 'national', limit: 1 },
    { watch: [], mute: [], follow: ['column:x'] },
  );
  expect(first).toBeDefined();
});

test('a column’s pieces are a series in the order they came', () => {
  const archive = archiveOf();
  archive.putHeadlines('national', [headline('9', '08:00', { title: '[횡설수설/이나래]바다' })], NOON);
  expect(archive.headlinesSharing({ kind: 'column', name: '횡설수설' }).map(({ id }) => id)).toEqual([
    '9',
    '2',
  ]);
});
