import { many } from './many.ts';
import { pressing } from './pressing.ts';
import { endingText } from './system.ts';
import type { MessageTable } from './types.ts';

/** The words on the screens. */
export const screens = {
  'screen.name': { ko: '동아일보', en: 'The Dong-A Ilbo' },
  'screen.bookmarks': { ko: (p) => `북마크 ${p.count}`, en: (p) => `Bookmarks ${p.count}` },
  'screen.reporter': { ko: (p) => `${p.name} 기자의 기사`, en: (p) => `Articles by ${p.name}` },
  'screen.story': { ko: '같은 소식', en: 'Story' },
  'screen.last-read': { ko: '최근에 읽은 기사', en: 'Recently read' },
  'screen.sections': { ko: '섹션 고르기', en: 'Choose a section' },
  'screen.settings': { ko: '설정', en: 'Settings' },
  'screen.value': { ko: '값', en: 'Value' },
  'screen.help': { ko: '도움말', en: 'Help' },
  'screen.refreshing': { ko: (p) => `받는 중 ${p.done}/${p.all}`, en: (p) => `fetching ${p.done}/${p.all}` },
  'screen.offline': { ko: '오프라인', en: 'offline' },
  'screen.unread-only': { ko: '안 읽은 것만', en: 'unread only' },
  'screen.watched-news': {
    ko: (p) => (p.count === 1 ? `${p.title}` : `${p.title} 외 ${Number(p.count) - 1}건`),
    en: (p) => (p.count === 1 ? `${p.title}` : `${p.title} and ${Number(p.count) - 1} more`),
  },
  'list.muted': { ko: '가림', en: 'muted' },
  'screen.muted': { ko: (p) => `가림 ${p.count}`, en: (p) => `${p.count} muted` },
  'screen.tags': { ko: '태그', en: 'Tags' },
  'screen.pipe': { ko: '명령에 넘기기', en: 'Pipe to a command' },
  'screen.command': { ko: '명령', en: 'Command' },
  'screen.press-enter': {
    ko: (p) => `${p.ending ? `${endingText('ko', p)}. ` : ''}Enter를 누르면 돌아갑니다`,
    en: (p) => `${p.ending ? `${endingText('en', p)}; ` : ''}press Enter to go back`,
  },
  'pipe.text': { ko: '글 (Tab: 다른 형식)', en: 'plain text (Tab: other format)' },
  'pipe.markdown': { ko: '마크다운 (Tab)', en: 'Markdown (Tab)' },
  'pipe.json': { ko: 'JSON (Tab)', en: 'JSON (Tab)' },
  'pipe.link': { ko: '링크 (Tab)', en: 'link (Tab)' },
  'footer.run': { ko: '실행', en: 'run' },
  'footer.other-form': { ko: '다른 형식', en: 'other format' },
  'screen.edit': { ko: '메모와 태그', en: 'Note and tags' },
  'footer.edit': { ko: '메모', en: 'note' },
  'footer.save': { ko: '저장', en: 'save' },
  'footer.other-line': { ko: '다른 줄', en: 'other line' },
  'list.note': { ko: '메모', en: 'note' },
  'screen.note': { ko: '메모', en: 'Note' },
  'screen.photo': { ko: (p) => `사진 ${p.number}/${p.count}`, en: (p) => `Photo ${p.number}/${p.count}` },
  'screen.search': { ko: '찾기', en: 'Search' },
  'screen.found': { ko: (p) => `${p.count}건`, en: (p) => `${p.count} found` },

  'footer.bookmark': { ko: '북마크', en: 'bookmark' },
  'footer.bookmarks': { ko: '북마크 목록', en: 'bookmarks' },
  'footer.browser': { ko: '브라우저', en: 'browser' },
  'footer.leave': { ko: '끝내기', en: 'quit' },
  'footer.follow': {
    ko: (p) => (p.typed === '' ? '갈 곳의 번호를 누르세요' : `갈 곳의 번호: ${p.typed}`),
    en: (p) => (p.typed === '' ? 'type a number' : `number to go to: ${p.typed}`),
  },
  'footer.follow-link': { ko: '링크 따라가기', en: 'follow' },
  'footer.open-outside': { ko: '브라우저로 열기', en: 'open in the browser' },
  'footer.go': { ko: '가기', en: 'go' },
  'footer.watch': { ko: '눈여겨보기', en: 'watch' },
  'footer.unwatch': { ko: '관심 빼기', en: 'unwatch' },
  'footer.mute': { ko: '가리기', en: 'mute' },
  'footer.unmute': { ko: '가림 풀기', en: 'unmute' },
  'footer.next-match': { ko: '다음 찾은 곳', en: 'next match' },
  'footer.previous-match': { ko: '이전 찾은 곳', en: 'previous match' },
  'footer.end-search': { ko: '찾기 끝내기', en: 'end the search' },
  'footer.next': { ko: '다음 기사', en: 'next article' },
  'footer.next-link': { ko: '다음 링크', en: 'next link' },
  'footer.by-number': { ko: '번호로 가기', en: 'by number' },
  'footer.unread-only': { ko: '안 읽은 것만', en: 'unread only' },
  'footer.hanja': { ko: '한자 풀이', en: 'Hanja' },
  'footer.photos': { ko: '사진', en: 'photo' },
  'footer.next-photo': { ko: '다음 사진', en: 'next photo' },
  'footer.sections': { ko: '섹션', en: 'sections' },
  'footer.enter-value': { ko: '바꾸기', en: 'change' },
  'footer.help-after': { ko: '도움말(Esc로 나간 뒤)', en: 'help (after Esc)' },
  'footer.in-texts': { ko: '본문까지 찾기', en: 'search full texts' },
  'footer.accept': { ko: '결과로', en: 'results' },
  'footer.choose': { ko: '고르기', en: 'choose' },
  'footer.cancel': { ko: '그만두기', en: 'cancel' },

  'sample.demo': {
    ko: '견본 지면: 지어낸 기사입니다. 읽은 표시, 북마크와 눈여겨보는 말은 따로 둡니다',
    en: 'Sample edition (견본 지면): invented news; marks and words are kept apart',
  },
  'sample.because': {
    ko: (p) => `견본 지면, 오늘 뉴스 아님 (${p['key.refresh']}: 다시 받기): ${p.reason}`,
    en: (p) => `Sample edition (견본 지면), not today’s news (${p['key.refresh']}: try again): ${p.reason}`,
  },

  marks: { ko: '목록의 표시', en: 'Marks in lists' },
  'mark.selected': { ko: '고른 줄', en: 'selected' },
  'mark.unread': {
    ko: '안 읽음. 섹션 옆의 수는 안 읽은 기사 수',
    en: 'unread; beside a section, how many are',
  },
  'mark.bookmarked': { ko: '북마크함', en: 'bookmarked' },
  'mark.watched': { ko: '눈여겨보는 말이 있거나 따라 읽는 기사', en: 'has a watched word, or is followed' },
  'mark.tagged': { ko: '내 태그가 있는 북마크', en: 'a bookmark with tags of yours' },
  'mark.noted': { ko: '내 메모가 있는 북마크', en: 'a bookmark with a note of yours' },
  'mark.muted': { ko: '가린 제목(다시 보이게 했을 때)', en: 'muted (while muted ones are shown)' },
  'mark.folded': { ko: '접어 둔 같은 소식의 수', en: 'others of the same story, folded' },
  'mark.branch': { ko: '위 기사와 같은 소식', en: 'of the same story as the one above' },
  'mark.failed': { ko: '새로 받지 못한 섹션', en: 'section that could not be fetched' },
  'mark.more': { ko: '옆에 섹션이 더 있음', en: 'more sections on that side' },
  'mark.edited': { ko: '제목이 바뀐 기사', en: 'its title was changed' },
  'mark.found': { ko: '적은 그대로가 아니라 이렇게 찾음', en: 'how a search found it, if not as typed' },
  'mark.place': {
    ko: '50건 가운데 3번째 기사. 접어 둔 것도 셈 (50+: 더 있음)',
    en: 'headline 3 of 50, folded ones counted (50+: there are more)',
  },
  'mark.count': { ko: '입력 중인 숫자', en: 'a number being typed' },

  'empty.headlines': {
    ko: (p) => `아직 받은 기사가 없습니다. ${pressing(p['key.refresh'])} 누르면 새로 받습니다`,
    en: (p) => `No headlines yet; ${p['key.refresh']} fetches them`,
  },
  'empty.refreshing': { ko: '기사를 받는 중입니다…', en: 'Fetching headlines…' },
  'empty.unread': {
    ko: (p) => `안 읽은 기사가 없습니다. ${pressing(p['key.unread-only'])} 누르면 모두 봅니다`,
    en: (p) => `Nothing unread; ${p['key.unread-only']} shows all`,
  },
  'empty.bookmarks': {
    ko: (p) => `북마크가 없습니다. 제목이나 기사에서 ${pressing(p['key.bookmark'])} 누르면 여기에 모입니다`,
    en: (p) => `No bookmarks yet; press ${p['key.bookmark']} on a headline or in an article`,
  },
  'empty.gathered': {
    ko: (p) =>
      `받아 둔 기사 가운데 같은 것이 없습니다. 기사를 읽거나 셸에서 donga-tui sync --articles${p.demo ?? ''}로 본문을 받아 두면 여기에 모입니다`,
    en: (p) =>
      `No other archived article has this. Articles you read gather here, and all that donga-tui sync --articles${p.demo ?? ''} fetches in a shell`,
  },
  'gathered.note': {
    ko: '본문을 받아 둔 기사에서만 모았습니다',
    en: 'gathered from articles whose full text is archived',
  },
  'empty.muted': {
    ko: (p) => `제목 ${p.count}건을 모두 가렸습니다. ${pressing(p['key.show-muted'])} 누르면 보입니다`,
    en: (p) => `${many(p.count, 'headline')} here, all muted; ${p['key.show-muted']} shows them`,
  },
  'empty.following': {
    ko: (p) =>
      `아직 모인 기사가 없습니다. 말을 눈여겨보려면 ${p['key.search']}로 찾은 뒤 ${pressing(p['key.watch'])} 누르고, 기자·태그·연재·소식을 따라 읽으려면 기사에서 ${pressing(p['key.follow-this'])} 누르세요. 셸에서는 donga-tui watch add${p.demo ?? ''}, follow add${p.demo ?? ''}입니다. #태그는 본문을 받아 둔 기사에서만 찾습니다`,
    en: (p) =>
      `Nothing here yet. To watch a word, search for it with ${p['key.search']} and press ${p['key.watch']}; to follow a reporter, tag, column or story, press ${p['key.follow-this']} on an article. In a shell: donga-tui watch add${p.demo ?? ''}, follow add${p.demo ?? ''}. A #tag matches only articles whose full text is archived`,
  },
  'empty.last-read': {
    ko: (p) => `아직 읽은 기사가 없습니다. ${p['key.back']}로 돌아가 기사를 열면 여기에 모입니다`,
    en: (p) => `Nothing read yet. Go back with ${p['key.back']}; articles that you open gather here`,
  },
  'copy.quote': {
    ko: (p) => `“${p.title}”, 동아일보${p.day ? `, ${p.day}` : ''}`,
    en: (p) => `“${p.title}”, The Dong-A Ilbo${p.day ? `, ${p.day}` : ''}`,
  },
  'empty.search': {
    ko: '찾은 것이 없습니다. 더 짧은 말이나 다른 말로 찾아 보세요',
    en: 'Nothing found; try fewer or other words',
  },
  'empty.search-titles': {
    ko: (p) =>
      `찾은 것이 없습니다. Enter를 ${p.typing ? '두 번 ' : ''}누르면 본문과 기자 이름까지 찾습니다 (맨 앞에 "를 붙인 것과 같습니다)`,
    en: (p) =>
      `Nothing found; Enter${p.typing ? ' twice' : ''} searches full texts and reporters too (as " at the beginning does)`,
  },
  'empty.search-filter': {
    ko: (p) => `찾은 것이 없습니다. ${p.filter} 없이 찾아 보세요`,
    en: (p) => `Nothing found; try without ${p.filter}`,
  },
  'empty.search-unread': {
    ko: (p) => `안 읽은 기사에는 없습니다. ${p.first}${pressing(p['key.unread-only'])} 누르면 모두 찾습니다`,
    en: (p) => `Nothing unread found; ${p.first}${p['key.unread-only']} searches all`,
  },
  'empty.sections': {
    ko: '그런 섹션이 없습니다. 이름이나 그 초성, 번호로 고릅니다',
    en: 'No such section; type part of a name, or a number',
  },
  'empty.query': { ko: '찾을 말을 입력하세요', en: 'Type what to look for' },

  'section.failed': {
    ko: (p) => `${p.age} 실패${p.reason ? `: ${p.reason}` : ''}`,
    en: (p) => `failed ${p.age === 'now' ? 'just now' : p.age}${p.reason ? `: ${p.reason}` : ''}`,
  },
  'section.refreshed': { ko: (p) => `${p.age} 받음`, en: (p) => `fetched ${p.age}` },
  'section.refreshing': { ko: '받는 중…', en: 'fetching…' },
  'section.never': { ko: '아직 받지 않음', en: 'not fetched yet' },
  'section.unread': { ko: (p) => `안 읽음 ${p.count}`, en: (p) => `${p.count} unread` },
} satisfies MessageTable;
