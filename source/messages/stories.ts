import type { MessageTable } from './types.ts';

/** Stories: headlines that are the same news again. */
export const stories = {
  'command.story': {
    ko: '같은 소식의 기사들을 나온 순서로',
    en: 'a headline and those of the same news, oldest first',
  },
  'story.same-news': {
    ko: (p) => (p.count === 1 ? '같은 소식 없음' : `같은 소식 ${p.count}건`),
    en: (p) => (p.count === 1 ? 'no other of the same news' : `${p.count} of the same news`),
  },
} satisfies MessageTable;
