import type { MessageTable } from './types.ts';

/** Stories: headlines that are the same news again. */
export const stories = {
  'command.story': {
    ko: '같은 소식의 기사들을 나온 순서로',
    en: 'a headline and those of the same news, oldest first',
  },
  'story.folded': { ko: (p) => `같은 소식 +${p.count}`, en: (p) => `same news +${p.count}` },
  'story.note': {
    ko: '같은 보도를 모은 것으로, 이 일에 관한 기사 전부는 아닙니다',
    en: 'the same report again, not all there is to the affair',
  },
  'story.alone': { ko: '같은 소식을 전한 다른 기사가 없습니다', en: 'no other headline of the same news' },
  'story.apart': {
    ko: (p) => `같은 소식에서 뺐습니다 (${p['key.undo']}: 되돌리기)`,
    en: (p) => `taken out of its story (${p['key.undo']}: undo)`,
  },
  'story.together': { ko: '같은 소식에 다시 넣었습니다', en: 'put back into its story' },
  'key.unfold': {
    ko: '같은 소식 펼치기, 접기; 기사에서는 나온 순서로',
    en: 'unfold or fold a story; in an article, its timeline',
  },
  'key.apart': {
    ko: '같은 소식에서 빼기, 다시 넣기',
    en: 'take out of its story, or put back',
  },
  'story.same-news': {
    ko: (p) => (p.count === 1 ? '같은 소식 없음' : `같은 소식 ${p.count}건`),
    en: (p) => (p.count === 1 ? 'no other of the same news' : `${p.count} of the same news`),
  },
} satisfies MessageTable;
