import type { MessageTable } from './types.ts';

/** The day in one page. */
export const day = {
  'command.today': {
    ko: '지난번 뒤로 나온 소식을 한 장에',
    en: 'the news since you last looked, on one page',
  },
  'option.since': {
    ko: '이때부터: 어제, 2026-11-20, ISO 8601',
    en: 'from then on: yesterday, 2026-11-20, ISO 8601',
  },
  'option.hours': { ko: '지난 n시간', en: 'the last n hours' },
  'option.markdown': { ko: 'Markdown으로', en: 'as Markdown' },
  'key.day': { ko: '오늘 나온 소식을 한 장에', en: 'the day on one page' },
  'day.name': { ko: '오늘', en: 'Today' },
  'day.heading': {
    ko: (p) => `${p.since}부터 · 기사 ${p.count}건 · ${p.minutes}분`,
    en: (p) => `since ${p.since} · ${p.count} ${p.count === 1 ? 'article' : 'articles'} · ${p.minutes} min`,
  },
  'day.stories': { ko: '많이 다룬 소식', en: 'Most covered' },
  'day.more': { ko: (p) => `${p.count}건 더`, en: (p) => `${p.count} more` },
  'day.nothing': {
    ko: (p) => `${p.since}부터 새로 나온 소식이 없습니다`,
    en: (p) => `nothing new since ${p.since}`,
  },
  'day.reading': { ko: '모으는 중…', en: 'gathering…' },
} satisfies MessageTable;
