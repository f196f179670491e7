import { hoursEn, hoursKo, many } from './many.ts';
import { pressing } from './pressing.ts';
import type { MessageTable } from './types.ts';

/** The words around an article's own text. */
export const article = {
  'article.published': { ko: (p) => `입력 ${p.time}`, en: (p) => `published ${p.time}` },
  'article.updated': { ko: (p) => `수정 ${p.time}`, en: (p) => `updated ${p.time}` },
  'article.photo': { ko: '사진', en: 'photo' },
  'article.photo-fetching': { ko: '사진을 받는 중…', en: 'fetching the photo…' },
  'article.embed': { ko: '영상', en: 'video' },
  'article.tags': { ko: '태그', en: 'tags' },
  'article.wire': { ko: (p) => `제공 ${p.wire}`, en: (p) => `wire: ${p.wire}` },
  'article.comments': { ko: (p) => `댓글 ${p.count}`, en: (p) => many(p.count, 'comment') },
  'article.column': { ko: (p) => `연재 ${p.name}`, en: (p) => `column ${p.name}` },
  'article.related': { ko: '관련 기사', en: 'Related' },
  'article.trending': { ko: '지금 뜨는 뉴스', en: 'Trending now' },
  'article.minutes': { ko: (p) => `${hoursKo(p.minutes)} 읽기`, en: (p) => `${hoursEn(p.minutes)} read` },
  'article.fetching': { ko: '본문을 받는 중…', en: 'fetching the article…' },
  'article.lead-only': {
    ko: (p) =>
      `본문을 받지 못해 요약만 보여 드립니다 (${p.reason}). ${pressing(p['key.browser'])} 누르면 브라우저로 엽니다`,
    en: (p) => `only the summary could be fetched (${p.reason}); ${p['key.browser']} opens it in the browser`,
  },
  'article.cut': { ko: '[이하 생략: 피드가 준 요약은 여기까지입니다]', en: '[the feed’s summary ends here]' },
} satisfies MessageTable;

/** The page's names of reactions, in English. */
export const REACTIONS: Readonly<Record<string, string>> = {
  좋아요: 'like',
  훈훈해요: 'heart-warming',
  기뻐요: 'happy',
  슬퍼요: 'sad',
  화나요: 'angry',
  놀라워요: 'surprised',
  감동이에요: 'moved',
  응원해요: 'cheering',
  추천해요: 'recommend',
  공감해요: 'agree',
  유익해요: 'useful',
};
