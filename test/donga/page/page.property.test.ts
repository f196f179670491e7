import { expect, it } from 'vitest';
import { extractArticle } from '../../../source/donga/page/extract.ts';
import type { Block } from '../../../source/model.ts';
import fc from '../../support/fast-check.ts';
import { type Kind, NOISE, pageHtml } from '../serialise.ts';

const URL = 'https://www.donga.com/news/Politics/article/all/20261120/134812345/1';

const word = fc.stringMatching(
  /^[가-힣]{1,6}$|^[0-9]{1,4}(?:\.[0-9])?[%억명]$|^[A-Z]{1,4}&[A-Z]{1,2}$|^‘[가-힣]{1,4}’$|^“[가-힣]{1,4}”$|^[一-龥]$|^<[가-힣]{1,3}>$/,
);
const words = fc.array(word, { minLength: 1, maxLength: 8 }).map((some) => some.join(' '));
const sentence = words.map((text) => `${text} 했다.`);
const paragraph = fc
  .array(sentence, { minLength: 1, maxLength: 3 })
  .map((lines): Block => ({ type: 'paragraph', text: lines.join('\n') }));
const heading = fc
  .tuple(fc.constantFrom('', '● ', '■ ', '△'), fc.stringMatching(/^[가-힣]{1,8}(?: [가-힣]{1,8}){0,3}$/))
  .map(([mark, text]): Block => ({ type: 'heading', text: mark + text }));
const quote = sentence.map((text): Block => ({ type: 'quote', text }));
const number = fc.integer({ min: 1, max: 1e6 });
const photo = fc.tuple(number, fc.option(sentence), fc.option(words)).map(
  ([n, caption, alt]): Block => ({
    type: 'photo',
    url: `https://dimg.donga.com/${n}.jpg`,
    caption,
    alt: alt === null ? null : `가려진 ${alt}`,
  }),
);
const table = fc
  .array(fc.tuple(words, words), { minLength: 1, maxLength: 3 })
  .map((rows): Block => ({ type: 'table', rows }));
const list = fc.array(words, { minLength: 1, maxLength: 4 }).map((items): Block => ({ type: 'list', items }));
const embed = number.map(
  (n): Block => ({ type: 'embed', url: `https://www.youtube.com/embed/v${n}`, title: null }),
);

const block = fc.oneof({ weight: 6, arbitrary: paragraph }, heading, quote, photo, table, list, embed);
const story = fc
  .array(block, { minLength: 1, maxLength: 12 })
  // A photo with its twin is one; a page needs a story; the last line stays prose.
  .filter((blocks) =>
    blocks.every((one, index) => one.type !== 'photo' || same(one, blocks[index + 1]) === false),
  )
  .map((blocks): Block[] => [...blocks, { type: 'paragraph', text: '마지막 문단이 끝났다.' }]);

const same = (one: Block, other: Block | undefined) =>
  one.type === 'photo' && other?.type === 'photo' && one.url === other.url;

it.each<Kind>(['page', 'legacy-page', 'sports-page'])(
  'no paragraph of a %s is lost, joined or repeated, and nothing else comes in',
  async (kind) => {
    await fc.assert(
      fc.asyncProperty(
        story,
        fc.constantFrom('breaks' as const, 'tags' as const),
        fc.array(fc.nat({ max: NOISE.length - 1 }), { maxLength: 14 }),
        async (blocks, style, noise) => {
          const article = await extractArticle(pageHtml(kind, blocks, style, noise), URL);
          expect(article.blocks).toEqual(blocks);
          expect(article).toMatchObject({
            source: kind,
            title: '제목이다',
            publishedAt: '2026-11-20T14:18:00+09:00',
          });
        },
      ),
      { numRuns: 150 },
    );
  },
);
