import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../source/donga/page/extract.ts';
import { Failure } from '../../source/failure.ts';
import { decodeText } from '../../source/net/decode.ts';

const PAGES = new URL('../../fixtures/edition/articles/', import.meta.url);
const NOT_ARTICLES = new URL('../../fixtures/not-articles/', import.meta.url);
const GOLDEN = new URL('./golden/', import.meta.url);

const FEEDS = new URL('../../fixtures/edition/feeds/', import.meta.url);

/** An article's link as the edition's feeds give it, by its id. */
const links = new Map(
  readdirSync(FEEDS, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xml'))
    .flatMap((name) => [
      ...readFileSync(new URL(name, FEEDS), 'utf8').matchAll(/https?:\/\/[^\]\s<]+\/(\d+)\/\d/g),
    ])
    .map(([link, id]) => [id!, link]),
);

const read = (name: string, folder: URL) => decodeText(readFileSync(new URL(name, folder)), null);

const pagesIn = (folder: URL) => readdirSync(folder).filter((name) => name.endsWith('.html'));

/**
 * `UPDATE_GOLDEN=1 npx vitest run test/donga/golden.test.ts` writes them again: read the difference before
 * you commit it.
 */
const isUpdate = process.env.UPDATE_GOLDEN === '1';

function matchGolden(name: string, result: unknown): void {
  const file = new URL(name, GOLDEN);
  if (isUpdate) {
    mkdirSync(GOLDEN, { recursive: true });
    writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
  }
  expect(result).toEqual(JSON.parse(readFileSync(file, 'utf8')));
}

describe('every page of the sample edition reads as its checked golden article', () => {
  it.each(pagesIn(PAGES))('%s', async (name) => {
    const link = links.get(name.replace('.html', ''));
    expect(link).toBeDefined();
    matchGolden(name.replace('.html', '.json'), await extractArticle(read(name, PAGES), link!));
  });

  it('and no golden article remains of a removed page', () => {
    const expected = [...pagesIn(PAGES), ...pagesIn(NOT_ARTICLES)].map((name) =>
      name.replace('.html', '.json'),
    );
    const kept = existsSync(GOLDEN) ? readdirSync(GOLDEN) : [];
    expect(kept.filter((name) => !expected.includes(name))).toEqual([]);
  });
});

describe('every page that is not an article is refused with its kind', () => {
  it.each(pagesIn(NOT_ARTICLES))('%s', async (name) => {
    const failure = await extractArticle(read(name, NOT_ARTICLES), null).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Failure);
    matchGolden(name.replace('.html', '.json'), (failure as Failure).details);
  });
});
