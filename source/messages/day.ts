import { hoursEn, hoursKo } from './many.ts';
import { pressing } from './pressing.ts';
import type { MessageTable } from './types.ts';

/** The day in one page. */
export const day = {
  'command.today': {
    ko: '지난번 뒤로 나온 소식을 한 장에',
    en: 'show the news since you last looked, on one page',
  },
  'option.since': {
    ko: '이때부터: 어제, 2026-11-20, ISO 8601',
    en: 'since when: yesterday, 2026-11-20, ISO 8601',
  },
  'option.hours': { ko: '지난 n시간', en: 'the last n hours' },
  'option.markdown': { ko: 'Markdown으로', en: 'print Markdown' },
  'key.day': { ko: '오늘 나온 소식을 한 장에', en: 'today’s news on one page' },
  'day.name': { ko: '오늘', en: 'Today' },
  'day.name-of-days': { ko: '그동안의 소식', en: 'The news' },
  'day.heading': {
    ko: (p) => `${p.since}부터 · 기사 ${p.count}건 · 읽는 데 ${hoursKo(p.minutes)}`,
    en: (p) =>
      `since ${p.since} · ${p.count} ${p.count === 1 ? 'article' : 'articles'} · ${hoursEn(p.minutes)} to read`,
  },
  'day.sections': { ko: '섹션별', en: 'By section' },
  'day.stories': { ko: '많이 다룬 소식', en: 'Most covered' },
  'day.more': { ko: (p) => `${p.count}건 더`, en: (p) => `${p.count} more` },
  'day.nothing': {
    ko: (p) => `${p.since}부터 새로 나온 소식이 없습니다. 더 앞은 --since 2026-11-20이나 --hours 72로 봅니다`,
    en: (p) => `nothing new since ${p.since}; --since 2026-11-20 or --hours 72 looks further back`,
  },
  'day.empty': {
    ko: (p) =>
      `${p.since}부터 새로 나온 소식이 없습니다. ${p['key.back']}로 돌아가 ${pressing(p['key.refresh-all'])} 누르면 모든 섹션을 새로 받습니다`,
    en: (p) =>
      `Nothing new since ${p.since}. Go back with ${p['key.back']}; ${p['key.refresh-all']} there fetches all sections`,
  },
  'day.reading': { ko: '모으는 중…', en: 'gathering…' },
} satisfies MessageTable;
