import { particle } from '../korean/josa.ts';
import { many } from './many.ts';
import type { MessageTable } from './types.ts';

/** Texts for a voice or a screen reader: the names of an article's parts, and the line-by-line mode. */
export const plain = {
  'spoken.heading': { ko: (p) => `소제목, ${p.text}`, en: (p) => `Subhead: ${p.text}` },
  'spoken.quote': { ko: (p) => `인용, ${p.text}`, en: (p) => `Quotation: ${p.text}` },
  'spoken.photo': { ko: '사진, 설명 없음', en: 'Photo without a caption' },
  'spoken.caption': { ko: (p) => `사진 설명, ${p.text}`, en: (p) => `Photo caption: ${p.text}` },
  'spoken.embed': {
    ko: (p) => `영상${p.text ? `, ${p.text}` : ''}`,
    en: (p) => `Video${p.text ? `: ${p.text}` : ''}`,
  },
  'spoken.list': { ko: (p) => `목록, ${p.count}개.`, en: (p) => `List of ${p.count}.` },
  'spoken.table': {
    ko: (p) => `표, ${p.rows}행 ${p.columns}열.`,
    en: (p) => `Table, ${p.rows} rows, ${p.columns} columns.`,
  },
  'spoken.row': { ko: (p) => `${p.row}번째,`, en: (p) => `Row ${p.row}:` },
  'spoken.tags': { ko: (p) => `태그, ${p.tags}`, en: (p) => `Tags: ${p.tags}` },
  'spoken.cut': {
    ko: '피드가 준 요약은 여기까지입니다.',
    en: 'The feed’s summary ends here.',
  },

  'option.plain': {
    ko: '화면 없이 한 줄씩 말로 (화면 낭독기용), read에서는 소리 내어 읽을 글로',
    en: 'plain lines for screen readers; with read, the text as it is read aloud',
  },
  'plain.prompt': { ko: '명령: ', en: 'command: ' },
  'plain.welcome': {
    ko: '동아일보를 한 줄씩 읽습니다. 도움말을 보려면 도움말, 끝내려면 끝이라고 치세요.',
    en: 'The Dong-A Ilbo, line by line. Type help for what you can type, quit to end.',
  },
  'plain.bye': { ko: '끝냅니다.', en: 'Goodbye.' },
  'plain.fetching': { ko: (p) => `${p.what}: 받는 중입니다.`, en: (p) => `${p.what}: fetching.` },
  'plain.number': { ko: (p) => `${p.number}번 기사`, en: (p) => `Article ${p.number}` },
  'plain.section': {
    ko: (p) => `${p.label} 섹션, 기사 ${p.count}건, 안 읽음 ${p.unread}건.`,
    en: (p) => `Section ${p.label}, ${many(p.count, 'headline')}, ${p.unread} unread.`,
  },
  'plain.unread-section': {
    ko: (p) => `${p.label} 섹션, 안 읽은 기사만 ${p.count}건.`,
    en: (p) => `Section ${p.label}, unread only, ${many(p.count, 'headline')}.`,
  },
  'plain.found': {
    ko: (p) => `‘${p.query}’ 찾기 결과 ${p.count}건.`,
    en: (p) => `${p.count} found for ${p.query}.`,
  },
  'plain.bookmarks': { ko: (p) => `북마크 ${p.count}건.`, en: (p) => `${many(p.count, 'bookmark')}.` },
  'plain.nothing': { ko: '목록이 비어 있습니다.', en: 'The list is empty.' },
  'plain.no-more': { ko: '목록의 끝입니다.', en: 'This is the end of the list.' },
  'plain.more': {
    ko: (p) => `${p.count}건이 더 있습니다. 더라고 치면 ${p.from}번부터 읽습니다.`,
    en: (p) => `${p.count} more; type more to go on from ${p.from}.`,
  },
  'plain.read': { ko: '읽음', en: 'read' },
  'plain.bookmarked': { ko: '북마크', en: 'bookmarked' },
  'plain.article-end': {
    ko: (p) => `${p.number}번 기사 끝. 다음, 이전, 북마크, 목록을 칠 수 있습니다.`,
    en: (p) => `End of article ${p.number}. You can type next, previous, bookmark or list.`,
  },
  'plain.no-number': {
    ko: (p) => `${p.number}번은 없습니다. 목록에는 ${p.count}건이 있습니다.`,
    en: (p) => `There is no number ${p.number}; the list has ${p.count}.`,
  },
  'plain.which': { ko: '몇 번인지 번호를 함께 쳐 주세요.', en: 'Which one? Type its number too.' },
  'plain.section-line': {
    ko: (p) => `${p.number}. ${p.label}, 안 읽음 ${p.unread}건.`,
    en: (p) => `${p.number}. ${p.label}, ${p.unread} unread.`,
  },
  'plain.unknown-section': {
    ko: (p) =>
      `‘${p.name}’ 섹션은 없습니다. ${p.suggestion ? `혹시 ${particle(`${p.suggestion}`, '을/를')} 찾으셨나요?` : '섹션이라고 치면 있는 섹션을 알려 드립니다.'}`,
    en: (p) =>
      `No section '${p.name}'. ${p.suggestion ? `Did you mean ${p.suggestion}?` : 'Type section for the list of sections.'}`,
  },
  'plain.choose-section': {
    ko: '섹션 경제, 또는 섹션 3처럼 치면 그 섹션으로 갑니다.',
    en: 'Type section economy, or section 3, to go there.',
  },
  'plain.unknown': {
    ko: (p) =>
      `‘${p.word}’: 모르는 말입니다. ${p.suggestion ? `혹시 ‘${p.suggestion}’인가요? ` : ''}도움말이라고 치면 칠 수 있는 말을 알려 드립니다.`,
    en: (p) =>
      `${p.word}: not understood. ${p.suggestion ? `Did you mean ${p.suggestion}? ` : ''}Type help for what you can type.`,
  },
  'plain.help': { ko: '칠 수 있는 말입니다.', en: 'You can type:' },
  'plain.help-line': {
    ko: (p) => `${p.words}, 또는 ${p.other}: ${p.does}.`,
    en: (p) => `${p.words}, or ${p.other}: ${p.does}.`,
  },
  'plain.takes.number': { ko: '번호', en: 'number' },
  'plain.takes.words': { ko: '찾을 말', en: 'words' },
  'plain.takes.section': { ko: '이름이나 번호', en: 'name or number' },
  'plain.does.list': { ko: '목록을 처음부터', en: 'the list from its beginning' },
  'plain.does.more': { ko: '목록을 이어서', en: 'more of the list' },
  'plain.does.open': {
    ko: '그 번호의 기사. 번호만 쳐도 됩니다',
    en: 'the article of that number; the number alone will do',
  },
  'plain.does.next': { ko: '다음 기사, 목록에서는 이어서', en: 'the next article; in a list, more of it' },
  'plain.does.previous': {
    ko: '이전 기사, 목록에서는 앞쪽',
    en: 'the article before; in a list, the part before',
  },
  'plain.does.again': { ko: '방금 것을 다시', en: 'the same once more' },
  'plain.does.search': { ko: '제목에서 찾기', en: 'search headlines' },
  'plain.does.section': {
    ko: '섹션으로 가기. 이름 없이 치면 섹션 목록',
    en: 'go to a section; without a name, all of them',
  },
  'plain.does.bookmark': {
    ko: '북마크하기, 지우기. 번호 없이 치면 지금 기사',
    en: 'add or remove a bookmark; without a number, for the open article',
  },
  'plain.does.bookmarks': { ko: '북마크 보기', en: 'the bookmarks' },
  'plain.does.unread': { ko: '안 읽은 것만, 또는 모두', en: 'only what is unread, or all' },
  'plain.does.link': { ko: '기사의 주소', en: 'the address of an article' },
  'plain.does.refresh': { ko: '새로 받기', en: 'refresh the section' },
  'plain.does.help': { ko: '이 도움말', en: 'this help' },
  'plain.does.quit': { ko: '끝내기', en: 'end' },
} satisfies MessageTable;
