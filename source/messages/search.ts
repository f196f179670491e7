import type { MessageTable } from './types.ts';

/** The effect of each filter of a search, as the help and the README say it. */
export const search = {
  'found.hanja': { ko: '한자', en: 'Hanja' },
  'found.lead': { ko: '요약', en: 'summary' },
  'found.text': { ko: '본문', en: 'text' },
  'found.tag': { ko: '태그', en: 'tag' },
  'found.reporter': { ko: '기자', en: 'reporter' },
  'found.stem': { ko: '활용형', en: 'inflected' },
  'found.initials': { ko: '초성', en: 'initials' },
  'found.layout': { ko: '자판', en: 'layout' },
  'found.spacing': { ko: '띄어쓰기', en: 'spacing' },
  'found.name': { ko: '성씨', en: 'surname' },
  'found.typo': { ko: '오타', en: 'typo' },
  filters: { ko: '찾기를 좁히는 표시', en: 'Narrowing a search' },
  'filter.section': { ko: '그 섹션에서만', en: 'only in that section' },
  'filter.tag': {
    ko: '그 태그나 제목의 낱말이 있는 것만',
    en: 'only with that tag, or that word in the title',
  },
  'filter.since': { ko: '그날부터', en: 'from that day on' },
  'filter.text': { ko: '본문까지 찾기', en: 'in full texts too' },
  'filter.hint': { ko: '좁히기', en: 'Narrow' },
  'filter.unread': { ko: '안 읽은 것만', en: 'only what is unread' },
  'filter.read': { ko: '읽은 것만', en: 'only what is read' },
  'filter.bookmarked': { ko: '북마크한 것만', en: 'only bookmarks' },
  'filter.without': { ko: '그 말이 없는 것만', en: 'only without that word' },
  'filter.until': { ko: '그날까지', en: 'to the end of that day' },
} satisfies MessageTable;
