import { many } from './many.ts';
import { pressing } from './pressing.ts';
import type { MessageTable } from './types.ts';

/** Corrections: the changes of an article's text. */
export const corrections = {
  'command.history': {
    ko: '기사가 전에 무엇이라 했고 무엇이 고쳐졌는지',
    en: 'show what an article said before, and what was corrected',
  },
  'key.changes': { ko: '무엇이 고쳐졌는지 보기', en: 'show what was corrected' },
  'footer.changes': { ko: '고침', en: 'corrected' },
  'corrections.count': {
    ko: (p) => `${p.count}번 고침 · ${p.time}`,
    en: (p) => `${p.count === 1 ? 'corrected once' : `corrected ${p.count} times`} · ${p.time}`,
  },
  'corrections.mark': { ko: '고침', en: 'edited' },
  'corrections.title': { ko: '제목', en: 'title' },
  'corrections.deck': { ko: '부제', en: 'deck' },
  'corrections.screen': { ko: '고친 곳', en: 'corrections' },
  'corrections.heading': {
    ko: (p) => `${p.number}번째 · ${p.time}`,
    en: (p) => `no. ${p.number} · ${p.time}`,
  },
  'corrections.by-feed': {
    ko: (p) => `${p.number}번째 · ${p.time} · 목록의 제목`,
    en: (p) => `no. ${p.number} · ${p.time} · title in the list`,
  },
  'corrections.same': {
    ko: (p) => `… 그대로인 문단 ${p.count}개 …`,
    en: (p) => `… ${p.count} unchanged ${p.count === 1 ? 'paragraph' : 'paragraphs'} …`,
  },
  'corrections.gone': {
    ko: (p) => `앞의 고침 ${p.count}번은 글이 남아 있지 않습니다`,
    en: (p) => `the texts of ${many(p.count, 'earlier correction')} are no longer kept`,
  },
  'corrections.none': { ko: '고친 데가 없습니다', en: 'nothing was corrected' },
  'notice.corrected': {
    ko: (p) => `읽은 뒤에 고쳐진 기사입니다. ${pressing(p['key.changes'])} 누르면 고친 곳을 봅니다`,
    en: (p) => `the article has been corrected; ${p['key.changes']} shows where`,
  },
  'notice.no-corrections': { ko: '고친 데가 없는 기사입니다', en: 'this article was not corrected' },
} satisfies MessageTable;
