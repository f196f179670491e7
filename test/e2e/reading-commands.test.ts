import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { cellWidth } from '../../source/korean/cells.ts';
import { commandBed } from '../support/program/command-bed.ts';

const { donga, json } = commandBed();

describe('one article', () => {
  test('is read by its link, and by its id once it is known', async () => {
    const list = await json(['headlines', 'politics', '--json']);
    let whole: { url: string; id: string } | undefined;
    for (const headline of list) {
      const article = await json(['read', headline.url, '--json']);
      if (article.source === 'page') {
        whole = article;
        break;
      }
    }
    expect(whole).toBeDefined();
    expect(await json(['read', whole!.id, '--json'])).toEqual(whole);
    const again = await json(['headlines', 'politics', '--json']);
    expect(again.find((headline: { id: string }) => headline.id === whole!.id).read).toBe(true);
  });

  test('of an unknown id is refused, not guessed', async () => {
    const { status, stderr } = await donga(['read', '999999999']);
    expect(status).toBe(1);
    expect(stderr).toContain('https://');
  });

  test.each([
    'ftp://www.donga.com/news/article/all/20261120/1/1',
    'javascript:alert(1)',
    'file:///etc/passwd',
  ])('is not requested from %s', async (link) => {
    const { status, stderr } = await donga(['read', link]);
    expect(status).toBe(1);
    expect(stderr).toContain(link);
  });
});

describe('a saved page', () => {
  test.each([
    ['139074720', 'page', 'https://www.donga.com/news/Economy/article/all/20261120/139074720/3'],
    ['139025420', 'page', 'https://www.donga.com/news/article/all/20261120/139025420/1?ref=x'],
    ['139030120', 'sports-page', 'https://sports.donga.com/article/all/20261120/139030120/1'],
  ])('%s is read as %s, from a file and from standard input alike', async (id, source, url) => {
    const path = `fixtures/edition/articles/${id}.html`;
    const fromFile = await json(['read', path, '--url', url, '--json']);
    expect(fromFile).toMatchObject({ id, source, url: url.replace(/\?.*/, '') });
    expect(fromFile.blocks.length).toBeGreaterThan(1);
    const { stdout } = await donga(['read', '-', '--url', url, '--json'], await readFile(path));
    expect(JSON.parse(stdout)).toEqual(fromFile);
    expect(Object.keys(fromFile)).toEqual(
      expect.arrayContaining([
        ...[
          'id',
          'url',
          'source',
          'section',
          'kicker',
          'title',
          'deck',
          'publishedAt',
          'updatedAt',
          'reporters',
        ],
        ...['wire', 'blocks', 'tags', 'reactions', 'comments', 'trending', 'copyright'],
      ]),
    );
  });

  test.each(['login', 'missing', 'list', 'empty'])(
    'that is not an article (%s) is refused with its kind',
    async (name) => {
      const { status, stdout, stderr } = await donga([
        'read',
        `fixtures/not-articles/${name}.html`,
        '--json',
      ]);
      expect(status).toBe(1);
      expect(JSON.parse(stdout).error.code).toBe('no-article');
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    },
  );

  test('of an unknown template is read all the same', async () => {
    const paragraph =
      '<p>시는 20일 강변의 옛 창고를 고쳐 도서관으로 쓰기로 했다고 밝혔다. 공사는 내년 봄에 시작해 이듬해 가을에 끝난다.</p>';
    const page = `<html><head><title>강변 창고 도서관 된다</title></head><body><div class="story">${paragraph.repeat(5)}</div></body></html>`;
    const article = await json(['read', '-', '--json'], page);
    // The saved page does not say where it was.
    expect(article).toMatchObject({ source: 'readability', title: '강변 창고 도서관 된다', url: null });
    expect(article.blocks).toHaveLength(5);
  });

  test('is set for 80 cells in a pipe, or for the width that is asked for', async () => {
    const path = 'fixtures/edition/articles/139003120.html';
    const lines = async (...more: string[]) => (await donga(['read', path, ...more])).stdout.split('\n');
    expect(Math.max(...(await lines()).map(cellWidth))).toBeGreaterThan(60);
    expect(Math.max(...(await lines('--width', '40')).map(cellWidth))).toBeLessThanOrEqual(40);
  });
});
