import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseFeed } from '../../source/donga/feed.ts';
import { extractArticle } from '../../source/donga/page.ts';
import { Failure } from '../../source/failure.ts';
import { NOISE, pageHtml } from './serialise.ts';

const URL = 'https://www.donga.com/news/Politics/article/all/20261120/134812345/1';
const STORY = [
  { type: 'heading' as const, text: '● 소제목' },
  { type: 'paragraph' as const, text: '첫 문단이다.\n둘째 줄이다.' },
  { type: 'photo' as const, url: 'https://dimg.donga.com/1.jpg', caption: '설명', alt: null },
  { type: 'table' as const, rows: [['가', '나']] },
  { type: 'list' as const, items: ['하나', '둘'] },
  { type: 'paragraph' as const, text: '마지막 문단이다.' },
];
const UNKNOWN = `<html><head><title>제목</title></head><body><div>${'<p>공사는 내년 봄에 시작해 이듬해 가을에 끝난다고 시는 밝혔다.</p>'.repeat(20)}</div></body></html>`;
const FEED = `<?xml version="1.0" encoding="utf-8" ?><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>정치</title>${Array.from({ length: 20 }, (_, n) => `<item><title><![CDATA[S&P ${n}]]></title><link><![CDATA[${URL.replace('134812345', String(n))}]]></link><pubDate>Fri, 20 Nov 2026 03:00:00 +0900</pubDate><description><![CDATA[<img src='https://a.b/c.jpg' align='left'>글이다.  &amp;]]></description><media:content type="image/jpg" url="https://a.b/c.jpg"/></item>`).join('\n')}</channel></rss>`;

/** Runs a parser: what it says, and that it was no other error and took no second of the processor's time. */
async function survives<Result>(parse: () => Promise<Result>): Promise<Result | Failure> {
  const started = process.threadCpuUsage();
  try {
    return await parse();
  } catch (error) {
    if (!(error instanceof Failure) || error.code === 'internal') throw error;
    return error;
  } finally {
    const { user, system } = process.threadCpuUsage(started);
    expect((user + system) / 1000).toBeLessThan(1000);
  }
}

const MEGABYTES = 10_000_000;
const ATTACKS: readonly (readonly [what: string, text: string])[] = [
  ['<div> nested 100,000 deep', '<div>'.repeat(100_000)],
  ['<b> nested 100,000 deep and closed', `${'<b>'.repeat(100_000)}글${'</b>'.repeat(100_000)}`],
  ['tables nested 10,000 deep', '<table><tr><td>'.repeat(10_000)],
  ['lists nested 10,000 deep', '<ul><li>글'.repeat(10_000)],
  ['quotes nested 10,000 deep', '<blockquote>글'.repeat(10_000)],
  ['an attribute of 10 MB', `<p class="${'a '.repeat(MEGABYTES / 2)}">글</p>`],
  ['an address of 10 MB', `<img src="https://a.b/${'a'.repeat(MEGABYTES)}">`],
  ['500,000 attributes', `<p ${Array.from({ length: 500_000 }, (_, n) => `a${n}`).join(' ')}>글`],
  ['a word of 10 MB', '가'.repeat(MEGABYTES / 3)],
  ['only spaces', ' '.repeat(MEGABYTES)],
  ['a million breaks', '<br>'.repeat(1_000_000)],
  ['200,000 paragraphs', '<p>글</p>'.repeat(200_000)],
  ['200,000 bold lines', '<b>글</b><br>'.repeat(200_000)],
  ['100,000 links', '<a href="/news/article/all/20261120/1001/1">글</a>'.repeat(100_000)],
  ['a million opening signs', '<'.repeat(1_000_000)],
  ['a million ampersands', '&'.repeat(1_000_000)],
  ['a million entities', '&amp;'.repeat(1_000_000)],
  ['unclosed comments', '<!--'.repeat(500_000)],
  ['tags closed that were never opened', '</p></div>'.repeat(300_000)],
  ['100,000 tags of readers', '#가'.repeat(100_000)],
  ['100,000 mail addresses', '홍길동 기자 a@b.c '.repeat(100_000)],
  ['100,000 marks over one letter', `가${'\u0301'.repeat(100_000)}`],
  ['100,000 escape characters', '\u001b]'.repeat(100_000)],
  ['100,000 headings of other lists', '<h3>지금 뜨는 뉴스</h3>'.repeat(20_000)],
  [
    'a table that claims a million columns',
    '<table><tr><td colspan="1000000" rowspan="1000000">가</td><td>나</td></tr></table>'.repeat(1000),
  ],
];

describe('a page made to hurt ends within a second', () => {
  test.each(ATTACKS)('%s, in the story and around it', async (_, attack) => {
    const page = pageHtml('page', STORY);
    const inside = await survives(() => extractArticle(page.replace('마지막', `${attack}마지막`), URL));
    if (!(inside instanceof Failure)) expect(inside.blocks[0]).toEqual(STORY[0]);
    await survives(() => extractArticle(page.replace('<body>', `<body>${attack}`), URL));
    await survives(() => extractArticle(UNKNOWN.replace('<body>', `<body>${attack}`), URL));
  });

  it('JSON-LD nested 100,000 deep', async () => {
    const json = `<script type="application/ld+json">${'['.repeat(100_000)}${']'.repeat(100_000)}</script>`;
    const article = await survives(() =>
      extractArticle(pageHtml('page', STORY).replace('</head>', `${json}</head>`), URL),
    );
    expect(article).toMatchObject({ title: '제목이다' });
  });
});

describe('a feed made to hurt ends within a second', () => {
  test.each([
    ...ATTACKS,
    ['items nested 100,000 deep', '<item>'.repeat(100_000)],
    ['half-open CDATA', '<![CDATA['.repeat(100_000)],
    ['CDATA that swallows items', `<item><![CDATA[${'</item><item>'.repeat(100_000)}`],
    ['100,000 items', `<item><title>가</title><link>${URL}</link></item>`.repeat(100_000)],
    ['100,000 broken items', '<item><a></b></item>'.repeat(100_000)],
    [
      'an entity bomb',
      `<!DOCTYPE x [<!ENTITY a "하하">${Array.from({ length: 30 }, (_, n) => `<!ENTITY a${n} "&a${n - 1};&a${n - 1};">`).join('')}]>&a29;`,
    ],
  ] as const)('%s, in an item and before it', async (_, attack) => {
    const inside = await survives(() => parseFeed(FEED.replace('S&P 3', attack), 'politics'));
    if (!(inside instanceof Failure)) expect(inside.headlines.length).toBeGreaterThan(0);
    await survives(() =>
      parseFeed(FEED.replace('<channel>', `<channel><item><description>${attack}`), 'politics'),
    );
    await survives(() => parseFeed(attack + FEED, 'politics'));
  });
});

/** Cuts, doubles, swaps and spoils a text at random places, as broken machines and people do. */
const mutations = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 0, max: 200 }),
    what: fc.oneof(
      fc.constantFrom('cut', 'double', 'reverse'),
      fc.constantFrom(
        '<',
        '>',
        '"',
        "'",
        '&',
        ']]>',
        '<![CDATA[',
        '</',
        '<b>',
        '<br>',
        '</section>',
        '</div>',
        '</item>',
        '<item>',
        '<!--',
        '\u0000',
        '\u001b[2J',
        '\u202e',
        '\ud800',
        '<table>',
        '<ul>',
        '<a href=',
        '&#x110000;',
        '&nbsp',
        '#',
        ...NOISE,
      ),
      fc.string({ unit: 'binary', maxLength: 20 }),
    ),
  }),
  { minLength: 1, maxLength: 12 },
);

function mutate(text: string, steps: readonly { at: number; length: number; what: string }[]): string {
  let mutated = text;
  for (const { at, length, what } of steps) {
    const start = Math.floor(at * mutated.length);
    const [before, piece, after] = [
      mutated.slice(0, start),
      mutated.slice(start, start + length),
      mutated.slice(start + length),
    ];
    if (what === 'cut') mutated = before + after;
    else if (what === 'double') mutated = before + piece + piece + after;
    else if (what === 'reverse') mutated = before + [...piece].reverse().join('') + after;
    else mutated = before + what + piece + after;
  }
  return mutated;
}

/** `FUZZ=20000 npx vitest run test/donga/hostile.test.ts` runs more; fast-check prints the seed of a failure. */
const numRuns = Number(process.env.FUZZ ?? 150);
const TIME = Math.max(20_000, numRuns * 50);
const FORBIDDEN =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/u;

/** Every string of a value. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

describe('mutated input', () => {
  it.each(['page', 'legacy-page', 'sports-page', 'unknown'] as const)(
    'of a %s never throws and lets nothing forbidden out',
    async (kind) => {
      const whole = kind === 'unknown' ? UNKNOWN : pageHtml(kind, STORY);
      await fc.assert(
        fc.asyncProperty(mutations, async (steps) => {
          const result = await survives(() => extractArticle(mutate(whole, steps), URL));
          if (result instanceof Failure) expect(result.code).toBe('no-article');
          else expect(textsOf(result).find((text) => FORBIDDEN.test(text))).toBeUndefined();
        }),
        { numRuns: kind === 'unknown' ? Math.ceil(numRuns / 5) : numRuns },
      );
    },
    TIME,
  );

  it(
    'of a feed never throws and lets nothing forbidden out',
    async () => {
      await fc.assert(
        fc.asyncProperty(mutations, async (steps) => {
          const result = await survives(() => parseFeed(mutate(FEED, steps), 'politics'));
          if (result instanceof Failure) expect(result.code).toBe('bad-feed');
          else {
            expect(textsOf(result).find((text) => FORBIDDEN.test(text))).toBeUndefined();
            expect(result.headlines.length + result.problems).toBeGreaterThanOrEqual(1);
          }
        }),
        { numRuns },
      );
    },
    TIME,
  );
});
