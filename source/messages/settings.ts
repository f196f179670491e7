import type { MessageTable } from './types.ts';

/** What each setting is for, and what is said of a damaged settings or bookmarks file. */
export const settings = {
  'setting.lang': { ko: '화면 언어', en: 'the language of the interface' },
  'setting.sections': { ko: '위쪽에 보일 섹션과 그 차례', en: 'the sections in the bar, in order' },
  'setting.hanja': { ko: '한자에 늘 풀이 달기', en: 'always explain Hanja' },
  'setting.width': { ko: '기사 글줄의 너비(칸)', en: 'the width of an article’s column, in cells' },
  'setting.ambiguous-width': {
    ko: '폭이 애매한 글자(“ ” … ● 등)의 너비',
    en: 'the width of ambiguous characters (“ ” … ●)',
  },
  'setting.backspace-jamo': {
    ko: '백스페이스로 글자 대신 자모 하나씩 지우기',
    en: 'Backspace deletes a jamo, not the syllable',
  },
  'setting.prefetch': {
    ko: '쉬는 동안 미리 받아 둘 기사 수(한 시간에)',
    en: 'how many articles an hour are fetched ahead while the terminal is idle',
  },
  'setting.start': {
    ko: '시작할 때: 그만둔 자리에서(left), 또는 처음부터(fresh)',
    en: 'where to start: where you left off (left), or afresh (fresh)',
  },
  'setting.copy': {
    ko: 'y로 복사할 것: 링크, 제목과 링크, 마크다운, 인용',
    en: 'what y copies: the link, title and link, Markdown, or a quotation',
  },
  'setting.images': {
    ko: '사진을 어떻게 보일지',
    en: 'how photos are shown',
  },
  'setting.alert': {
    ko: '눈여겨보는 말이 든 새 기사를 어떻게 알릴지',
    en: 'how the terminal tells of new headlines that are watched',
  },
  'setting.metered': {
    ko: '데이터 요금제: 시키지 않은 것은 받지 않기',
    en: 'a metered connection: nothing is fetched unasked',
  },
  'setting.set-aside': {
    ko: (p) => `파일이 손상되어 사본을 ${p.name}에 남기고, 읽을 수 있는 것만 불러왔습니다`,
    en: (p) => `a file was damaged; a copy is kept as ${p.name}, and what could be read of it is used`,
  },
} satisfies MessageTable;
