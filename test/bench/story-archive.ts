// Fills a home as a year of reading does: `node test/bench/story-archive.ts <home>`. 100,000 headlines, in stories; 5,000 texts,
// 500 of them corrected once. A process of its own, so that measuring keeps its memory small.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { koreanTime } from '../../source/korean/times.ts';
import type { Article, Headline } from '../../source/model.ts';
import { indexSome } from '../../source/reader/indexing.ts';
import { createStories } from '../../source/reader/stories.ts';
import { openArchive } from '../../source/storage/archive/archive.ts';
import { articleOf } from '../support/fake-headlines.ts';
import { random } from '../support/headlines.ts';
import { TUNING } from './lexicons.ts';

export const HEADLINES = 100_000;
export const TEXTS = 5_000;
export const VERSIONS = 500;
/** Minutes between two headlines: some 450 a day. */
const APART = 3.2;
const TOGETHER = 1_000;
const SECTIONS = ['politics', 'national', 'economy', 'international', 'culture', 'sports'];
/** 2,500 characters, and of the newest article 10,000. */
const PARAGRAPHS = 14;
const PARAGRAPHS_OF_LONGEST = 56;

const next = random(15);
const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!;
const coin = (): string => pick(TUNING.names) + pick(TUNING.names) + pick(TUNING.things);

/** A sentence of an event, which is named by its two words. */
function sentence(one: string, other: string): string {
  const many = 2 + Math.floor(next() * 900);
  return `${pick(TUNING.who)}은 ${one}에서 ${other} ${many}건이 ${pick(TUNING.verbs)[0]} ${pick(TUNING.things)} ${pick(TUNING.verbs).at(-1)}`;
}

/** The headlines, newest first: every third event is told two to four times within a day. */
export function storyHeadlines(newest: number): Headline[] {
  const made: { readonly title: string; readonly summary: string; readonly section: string; at: number }[] =
    [];
  for (let event = 0; made.length < HEADLINES; event += 1) {
    const [one, other, section] = [coin(), coin(), pick(SECTIONS)];
    const pieces = event % 3 === 0 ? 2 + (event % 9) / 3 : 1;
    const begun = made.length;
    for (let piece = 0; piece < pieces; piece += 1) {
      const title = `${one} ${other} ${pick(TUNING.verbs)[0]}… ${pick(TUNING.who)} ${pick(TUNING.things)} ${pick(TUNING.verbs)[0]}`;
      const lead = [sentence(one, other), sentence(one, other), sentence(coin(), other)].join('. ');
      made.push({ title, summary: `${lead}.`, section, at: begun + piece * 40 });
    }
  }
  return made
    .slice(0, HEADLINES)
    .sort((before, after) => before.at - after.at)
    .map(({ title, summary, section, at }, index) => {
      const id = String(130_000_000 + HEADLINES - index);
      const publishedAt = koreanTime(newest - at * APART * 60_000);
      const url = `https://www.donga.com/news/article/all/${publishedAt.slice(0, 10).replaceAll('-', '')}/${id}/1`;
      return {
        id,
        title,
        summary,
        url,
        section,
        sections: [section],
        publishedAt,
        image: null,
        read: false,
        bookmarked: false,
      };
    });
}

/** A headline's text: some 125 characters a paragraph. */
function textOf(headline: Headline, paragraphs: number): Article {
  return articleOf(headline, {
    blocks: Array.from({ length: paragraphs }, () => ({
      type: 'paragraph' as const,
      text: Array.from({ length: 4 }, () => `${sentence(coin(), coin())}.`).join(' '),
    })),
  });
}

/** The text with a paragraph in four changed in a word, and one left out. */
function corrected(text: Article): Article {
  const blocks = text.blocks.map((block, at) =>
    block.type === 'paragraph' && at % 4 === 1
      ? { ...block, text: block.text.replace(/\d+건/, '여러 건') }
      : block,
  );
  return { ...text, blocks: blocks.toSpliced(2, 1) };
}

function fill(home: string): void {
  const now = Date.now();
  const archive = openArchive(join(home, 'archive.db'), () => now);
  const headlines = storyHeadlines(now);
  for (let end = HEADLINES; end > 0; end -= TOGETHER) {
    const some = headlines.slice(Math.max(0, end - TOGETHER), end);
    for (const section of SECTIONS)
      archive.putHeadlines(
        section,
        some.filter((each) => each.section === section),
        now,
      );
    archive.putHeadlines('total', some, now);
  }
  for (const [at, headline] of headlines.slice(0, TEXTS).entries()) {
    const text = textOf(headline, at === 0 ? PARAGRAPHS_OF_LONGEST : PARAGRAPHS);
    archive.putArticle(text, now, { extractor: 1 });
    if (at % (TEXTS / VERSIONS) === 0) archive.putArticle(corrected(text), now + 1, { extractor: 1 });
  }
  const stories = createStories(archive, join(home, 'stories.db'));
  stories.catchUp();
  stories.close();
  while (indexSome(archive));
  archive.close();
  writeFileSync(join(home, 'config.json'), JSON.stringify({ start: 'fresh' }));
}

if (process.argv[1] === import.meta.filename) fill(process.argv[2]!);
