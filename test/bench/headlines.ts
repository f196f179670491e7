// Texts to measure with: headlines in the feed's shape and long articles, the same ones in every run.

import type { Article, Headline } from '../../source/model.ts';
import { SECTIONS } from '../../source/sections.ts';
import { manyHeadlines, withLeads } from '../support/headlines.ts';

/** All feeds that `R` refreshes. */
export const ALL_FEEDS: readonly string[] = SECTIONS.map(({ name }) => name);
/** The feeds that everyone measured has: the union and 19 sections. */
export const FEEDS: readonly string[] = ALL_FEEDS.slice(0, 20);
const SECTIONS_FILED = FEEDS.slice(1);
/** As many as a feed of the site holds. */
export const FEED_LENGTH = 50;
export const ARTICLE_LENGTH = 10_000;
/** The number of newest headlines whose article is kept. */
export const ARTICLES = 20;

/** The newest headlines: the first of them are the same for any count. */
export function benchHeadlines(count: number, seed = 1): Headline[] {
  // Titles and leads are made out of the headlines that follow: a few more are needed at the end.
  const all = withLeads(manyHeadlines(count + 20, seed));
  return all.slice(0, count).map((each, index) => {
    const section = SECTIONS_FILED[index % SECTIONS_FILED.length]!;
    // Two titles of three are of two clauses: 20 to 45 characters, as the feeds' are.
    const title = index % 3 === 0 ? each.title : `${each.title}…${all[index + 7]!.title.split(', ')[1]}`;
    const day = each.publishedAt!.slice(0, 10).replaceAll('-', '');
    return {
      ...each,
      title,
      section,
      sections: [section],
      url: `https://www.donga.com/news/article/all/${day}/${each.id}/1`,
      image:
        index % 5 < 3 ? `https://dimg.donga.com/i/150/150/90/wps/NEWS/IMAGE/${day}/${each.id}.1.jpg` : null,
    };
  });
}

/** The part of the headlines that a feed holds. */
export function feedOf(headlines: readonly Headline[], feed: string): Headline[] {
  return headlines.filter((headline) => feed === 'total' || headline.section === feed).slice(0, FEED_LENGTH);
}

/** A headline's article: 10,000 characters of paragraphs. */
export function articleOf(headline: Headline): Article {
  const blocks: Article['blocks'][number][] = [];
  for (let length = 0; length < ARTICLE_LENGTH; ) {
    const number = blocks.length + 1;
    const text = `${number}. ${headline.summary}`.slice(0, ARTICLE_LENGTH - length);
    blocks.push({ type: 'paragraph', text });
    length += text.length;
  }
  return {
    id: headline.id,
    url: headline.url,
    source: 'page',
    section: headline.section,
    kicker: null,
    title: headline.title,
    deck: ['부제 한 줄로 본문을 미리 알린다'],
    publishedAt: headline.publishedAt,
    updatedAt: null,
    reporters: [{ name: '홍길동', title: '기자', place: null, email: 'hong@donga.example' }],
    wire: null,
    blocks,
    tags: [],
    reactions: {},
    comments: null,
    trending: [],
    copyright: null,
  };
}
