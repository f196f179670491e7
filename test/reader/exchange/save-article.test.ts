import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load as parse } from 'js-yaml';
import { expect, test } from 'vitest';
import { saveArticle } from '../../../source/reader/exchange/save-article.ts';
import { articleOf, headline } from '../../support/fake-headlines.ts';

const AT = Date.UTC(2026, 10, 20, 3);

const saved = (folder: string, title: string) => {
  const of = headline(1, { title });
  return saveArticle({
    headline: of,
    article: articleOf(of, { tags: ['금리'] }),
    bookmark: null,
    folder,
    at: AT,
  });
};

test('an article is a note with front matter, under a safe name in a folder that is made', async () => {
  const folder = join(await mkdtemp(join(tmpdir(), 'donga-tui-save-')), 'a', 'b');
  const path = await saved(folder, '../../etc/passwd: “물가” <상> [1]');
  expect(await readdir(folder)).toEqual([path.slice(folder.length + 1)]);
  expect(path).not.toMatch(/\.\.\/|[<>:"|[\]]/);
  const text = await readFile(path, 'utf8');
  const [, head = ''] = text.split('---\n');
  expect(parse(head)).toMatchObject({
    title: '../../etc/passwd: “물가” <상> [1]',
    link: headline(1).url,
    'article-tags': ['금리'],
  });
  expect(text).toContain('무단 전재 금지');
});

test('a file that exists stays as it is', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'donga-tui-save-'));
  const first = await saved(folder, '금리');
  await writeFile(first, '내 글');
  const second = await saved(folder, '금리');
  const third = await saved(folder, '금리');
  expect(new Set([first, second, third]).size).toBe(3);
  expect(second).toMatch(/ \(2\)\.md$/);
  expect(await readFile(first, 'utf8')).toBe('내 글');
});

test('a folder that cannot be made is named', async () => {
  await expect(saved('/dev/null/x', '금리')).rejects.toMatchObject({ code: 'cannot-write' });
});
