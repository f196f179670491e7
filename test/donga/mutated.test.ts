import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { parseFeed } from '../../source/donga/feed/feed.ts';
import { extractArticle } from '../../source/donga/page/extract.ts';
import { Failure } from '../../source/failure.ts';
import { decodeText } from '../../source/net/decode.ts';
import { uncleanIn } from '../support/checks/clean.ts';
import fc from '../support/fast-check.ts';
import { runs, tell, thorough } from '../support/fuzz.ts';
import { NOISE, pageHtml, STORY } from './serialise.ts';
import { slowest, survives } from './survives.ts';

const URL_ = 'https://www.donga.com/news/Politics/article/all/20261120/134812345/1';
const fixture = (path: string): Buffer => readFileSync(new URL(`../../fixtures/${path}`, import.meta.url));

const FEEDS = [
  ...['book', 'health', 'inmul', 'lifeinfo', 'show', 'travel'].map((name) => `edition/feeds/${name}.xml`),
  ...['bad-date', 'bare-ampersand', 'euc-kr', 'leading-junk', 'one-item', 'truncated'].map(
    (name) => `odd-feeds/${name}.xml`,
  ),
].map(fixture);

const TEMPLATES = [
  ...(['page', 'legacy-page', 'sports-page'] as const).map((kind) => Buffer.from(pageHtml(kind, STORY))),
  ...[139011120, 139030120, 139046020, 139069819, 139057120].map((id) =>
    fixture(`edition/articles/${id}.html`),
  ),
];
/** A page without a known template, for Readability, which takes far longer. */
const UNKNOWN = [
  Buffer.from(
    `<html><head><title>제목</title></head><body><div>${'<p>공사는 내년 봄에 시작해 이듬해 가을에 끝난다고 시는 밝혔다.</p>'.repeat(20)}</div></body></html>`,
  ),
];

/** Pieces that are put between the bytes of a document. */
const PIECES = [
  '< > " \' & ]]> <![CDATA[ </ <b> <br> </section> </div> </item> <item> <!-- <table> <ul> <a&#32;href= &#x110000; &nbsp # <p> <svg> <template> <script> <textarea> <frameset> &#27;]0; &#x202e; &#157; &#0;',
  '\0 \x1b[2J \x1b]52;c;Zg==\x07 \x9d \x9b6n \u202e \u2066 \u200b \ufeff \u0301\u0301\u0301\u0301\u0301\u0301 \r\n\t',
]
  .flatMap((row) => row.split(' '))
  .concat(NOISE)
  .map((piece) => Buffer.from(piece));

interface Mutation {
  readonly at: number;
  readonly length: number;
  readonly what: 'cut' | 'double' | 'reverse' | 'flip' | Uint8Array;
}

/** Cuts, doubles, reverses and spoils bytes at random places, as broken machines, and people, do. */
const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 0, max: 200 }),
    what: fc.oneof(
      fc.constantFrom('cut' as const, 'double' as const, 'reverse' as const, 'flip' as const),
      { weight: 2, arbitrary: fc.constantFrom(...PIECES) },
      fc.uint8Array({ maxLength: 20 }),
    ),
  }),
  { minLength: 1, maxLength: 12 },
);

function mutate(document: Uint8Array, steps: readonly Mutation[]): Buffer {
  let mutated = Buffer.from(document);
  for (const { at, length, what } of steps) {
    const start = Math.floor(at * mutated.length);
    const [before, piece, after] = [
      mutated.subarray(0, start),
      mutated.subarray(start, start + length),
      mutated.subarray(start + length),
    ];
    const put: Record<string, Uint8Array[]> = {
      cut: [],
      double: [piece, piece],
      reverse: [Buffer.from(piece).reverse()],
      flip: [piece.map((byte, index) => byte ^ (1 << (index % 8)))],
    };
    const middle = typeof what === 'string' ? put[what]! : [what, piece];
    mutated = Buffer.concat([before, ...middle, after]);
  }
  return mutated;
}

const refused = new Map<string, number>();
const TIME = thorough(3_600_000, 30_000);

async function holds(
  what: string,
  documents: readonly Buffer[],
  run: { numRuns: number },
  parse: (text: string) => Promise<unknown>,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...documents), mutations, async (document, steps) => {
      const result = await survives(() => parse(decodeText(mutate(document, steps), null)));
      if (result instanceof Failure) refused.set(what, (refused.get(what) ?? 0) + 1);
      else expect(uncleanIn(result)).toBeNull();
    }),
    run,
  );
  tell(`${what}: ${run.numRuns}, of which ${refused.get(what) ?? 0} were refused`);
}

afterAll(() => tell(`the slowest of all took ${slowest.toFixed(0)} ms of the processor’s time`));

test(
  'a damaged feed is read or refused in the time of a few harmless pages, and no forbidden character comes out of it',
  () => holds('mutated feeds', FEEDS, runs(100_000, 600), (text) => parseFeed(text, 'politics')),
  TIME,
);

test(
  'a damaged page is read or refused in the time of a few harmless pages, and no forbidden character comes out of it',
  () => holds('mutated pages', TEMPLATES, runs(16_000, 400), (text) => extractArticle(text, URL_)),
  TIME,
);

test(
  'a damaged page of an unknown template is read or refused in the time of a few harmless pages',
  () => holds('mutated pages of no template', UNKNOWN, runs(4000, 40), (text) => extractArticle(text, URL_)),
  TIME,
);
