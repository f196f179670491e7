import { particle } from '../korean/josa.ts';
import { corrections } from './corrections.ts';
import { day } from './day.ts';
import { keys } from './keys.ts';
import { stories } from './stories.ts';
import type { Language, MessageTable } from './types.ts';

/** The purpose of an action in a few words: the first part of its line in the help. A command's own name stays. */
function does(language: Language, action: unknown): string {
  const lines: MessageTable = { ...keys, ...stories, ...corrections, ...day };
  const line = lines[`key.${action}`]?.[language];
  return typeof line === 'string' ? line.split(/[,;(]/, 1)[0]!.trim() : String(action);
}

/** The purpose of each setting, and the warnings about a damaged settings or bookmarks file. */
export const settings = {
  'setting.lang': { ko: '화면 언어', en: 'language' },
  'setting.sections': { ko: '위쪽에 보일 섹션과 순서', en: 'sections in the bar, in order' },
  'setting.hanja': { ko: '한자에 늘 풀이 달기', en: 'always show Hanja readings' },
  'setting.width': { ko: '기사 글줄의 너비', en: 'width of articles’ text' },
  'setting.ambiguous-width': {
    ko: '폭이 애매한 글자(“ … ●)의 너비',
    en: 'width of ambiguous signs (“ … ●)',
  },
  'setting.backspace-jamo': {
    ko: '백스페이스로 자모 하나씩 지우기',
    en: 'Backspace deletes one jamo',
  },
  'setting.bookmarks-folder': {
    ko: '북마크를 함께 쓰는 폴더',
    en: 'folder to share bookmarks through',
  },
  'setting.prefetch': {
    ko: '미리 받아 둘 기사 수(한 시간)',
    en: 'articles to fetch ahead, per hour',
  },
  'setting.start': {
    ko: '시작할 자리',
    en: 'where to start',
  },
  'setting.stories': {
    ko: '목록의 같은 소식',
    en: 'headlines of the same story',
  },
  'setting.copy': {
    ko: '복사할 것',
    en: 'what to copy',
  },
  'setting.pipe': { ko: '기사를 넘길 명령', en: 'command to pipe articles to' },
  'setting.pipe-format': { ko: '명령에 넘길 형식', en: 'format piped to a command' },
  'setting.save-folder': { ko: '기사를 저장할 폴더 (.: 켠 곳)', en: 'save articles in (.: where started)' },
  'setting.commands': { ko: '내 명령과 그 키', en: 'your own commands, with keys' },
  'setting.voice': {
    ko: '소리 내어 읽을 명령',
    en: 'command that reads aloud',
  },
  'setting.images': {
    ko: '사진을 보이는 방식',
    en: 'how photos are shown',
  },
  'setting.theme': { ko: '테마(표시와 줄의 색)', en: 'theme (colours of marks)' },
  'setting.background': { ko: '터미널의 바탕', en: 'terminal background' },
  'setting.mouse': {
    ko: '마우스(글 고르기는 Shift)',
    en: 'mouse (Shift selects text)',
  },
  'setting.ascii': {
    ko: '표시와 줄을 ASCII로(글꼴 부족)',
    en: 'ASCII marks, for poor fonts',
  },
  'setting.alert': {
    ko: '새 관심 기사 알림',
    en: 'alert for new watched headlines',
  },
  'setting.metered': {
    ko: '데이터 아끼기(시킨 것만 받기)',
    en: 'metered (fetch nothing unasked)',
  },
  'setting.values': { ko: (p) => `고를 값: ${p.values}`, en: (p) => `values: ${p.values}` },
  'value.sky': { ko: '하늘', en: 'sky' },
  'value.pine': { ko: '솔', en: 'pine' },
  'value.dusk': { ko: '노을', en: 'dusk' },
  'value.ink': { ko: '먹(색 없음)', en: 'ink (no colour)' },
  'value.dark': { ko: '어두움', en: 'dark' },
  'value.light': { ko: '밝음', en: 'light' },
  'value.on': { ko: '켬', en: 'on' },
  'value.off': { ko: '끔', en: 'off' },
  'value.none': { ko: '없음', en: 'none' },
  'value.count': { ko: (p) => `${p.count}개`, en: (p) => `${p.count}` },
  'value.cells': { ko: (p) => `${p.count}칸`, en: (p) => `${p.count} cells` },
  'value.auto': { ko: '자동', en: 'automatic' },
  'value.narrow': { ko: '한 칸', en: 'one cell' },
  'value.wide': { ko: '두 칸', en: 'two cells' },
  'value.ko': { ko: '한국어', en: '한국어 (Korean)' },
  'value.en': { ko: 'English (영어)', en: 'English' },
  'value.bell': { ko: '벨', en: 'bell' },
  'value.osc9': { ko: 'OSC 9 알림', en: 'OSC 9 alert' },
  'value.osc777': { ko: 'OSC 777 알림', en: 'OSC 777 alert' },
  'value.osc99': { ko: 'OSC 99 알림', en: 'OSC 99 alert' },
  'value.left': { ko: '그만둔 자리', en: 'where I left off' },
  'value.fresh': { ko: '처음부터', en: 'at the top' },
  'value.fold': { ko: '접기', en: 'fold' },
  'value.link': { ko: '링크', en: 'link' },
  'value.title': { ko: '제목과 링크', en: 'title and link' },
  'value.quote': { ko: '인용', en: 'quotation' },
  'value.text': { ko: '글', en: 'plain text' },
  'value.markdown': { ko: '마크다운', en: 'Markdown' },
  'value.json': { ko: 'JSON', en: 'JSON' },
  'value.ask': { ko: '그때그때 묻기', en: 'ask each time' },
  'value..': { ko: '지금 폴더', en: 'current folder' },
  'value.kitty': { ko: 'kitty', en: 'kitty' },
  'value.iterm': { ko: 'iTerm2', en: 'iTerm2' },
  'value.sixel': { ko: 'Sixel', en: 'Sixel' },
  'value.blocks': { ko: '반 칸 블록', en: 'half blocks' },
  'notice.bad-value': {
    ko: (p) =>
      `쓸 수 없는 값입니다${p.value ? `: ${p.value}` : ''}. ${p.isExample ? '보기' : '쓸 수 있는 값'}: ${p.allowed}`,
    en: (p) =>
      `not a valid value${p.value ? `: ${p.value}` : ''}; ${p.isExample ? 'for example' : 'possible'}: ${p.allowed}`,
  },
  'notice.default-value': { ko: '기본값으로 되돌렸습니다', en: 'back to the default' },
  'setting.keys': { ko: '바꾼 키', en: 'keys of your own' },
  'keys.clash': {
    ko: (p) =>
      `설정 keys: ${particle(`${p.name}`, '은/는')} 이제 ‘${does('ko', p.action)}’ 키라 ‘${does('ko', p.other)}’에는 통하지 않습니다`,
    en: (p) =>
      `setting keys: ${p.name} now means '${does('en', p.action)}', no longer '${does('en', p.other)}'`,
  },
  'commands.clash': {
    ko: (p) =>
      `설정 commands: ${particle(`${p.name}`, '은/는')} 이제 ‘${p.action}’ 키라 ‘${does('ko', p.other)}’에는 통하지 않습니다`,
    en: (p) => `setting commands: ${p.name} now runs '${p.action}', no longer '${does('en', p.other)}'`,
  },
  'commands.unread': {
    ko: (p) =>
      `설정 commands: ${particle(`‘${p.line}’`, '은/는')} 읽을 수 없습니다 (보기: X 번역: trans -b :en)`,
    en: (p) => `setting commands: '${p.line}' cannot be read (X translate: trans -b :en)`,
  },
  'commands.no-ime': {
    ko: (p) => `commands: ‘${p.action}’의 ${p.name} 키는 한글 상태에서 안 통합니다`,
    en: (p) => `commands: ${p.name} for '${p.action}' fails with the Hangul IME`,
  },
  'keys.no-action': {
    ko: (p) =>
      `설정 keys: ‘${p.action}’ 동작은 없습니다${p.suggestion ? `. 혹시 ‘${p.suggestion}’인가요?` : ''}`,
    en: (p) =>
      `setting keys: no action '${p.action}'${p.suggestion ? `; did you mean ${p.suggestion}?` : ''}`,
  },
  'keys.no-key': {
    ko: (p) => `설정 keys: ${p.action}의 ‘${p.name}’ 키는 쓸 수 없습니다 (보기: x, ctrl-x)`,
    en: (p) => `setting keys: '${p.name}' for ${p.action} cannot be used (x, ctrl-x, enter)`,
  },
  'keys.types': {
    ko: (p) => `설정 keys: ${p.name} 키는 글자를 넣으므로 ${p.action}에 쓸 수 없습니다`,
    en: (p) => `setting keys: ${p.name} types text and cannot be used for ${p.action}`,
  },
  'keys.reserved': {
    ko: (p) => `설정 keys: ${p.name} 키는 ${p.action}에 쓸 수 없습니다`,
    en: (p) => `setting keys: ${p.name} is reserved and cannot be used for ${p.action}`,
  },
  'keys.needed': {
    ko: (p) => `설정 keys: ${p.action}에는 키가 있어야 합니다. ${p.name} 키를 그대로 둡니다`,
    en: (p) => `setting keys: ${p.action} needs a key and keeps ${p.name}`,
  },
  'keys.no-ime': {
    ko: (p) => `keys: ${p.action}의 ${p.name} 키는 한글 상태에서 안 통하니 하나 더 정하세요`,
    en: (p) => `keys: ${p.name} for ${p.action} fails with the Hangul IME; add another key`,
  },
  'setting.set-aside': {
    ko: (p) => `파일이 손상되어 사본을 ${p.name}에 남기고, 읽을 수 있는 것만 불러왔습니다`,
    en: (p) => `a file was damaged: a copy is kept as ${p.name}, and everything readable in it was loaded`,
  },
} satisfies MessageTable;
