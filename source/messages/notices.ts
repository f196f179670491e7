import { particle } from '../korean/josa.ts';
import { many } from './many.ts';
import { pressing, undoEn, undoKo } from './pressing.ts';
import { endingText } from './system.ts';
import type { MessageTable, Params } from './types.ts';

/** The program that failed before another was tried, in front of the outcome. */
const failedKo = (p: Params): string => (p.name ? `${endingText('ko', p)}. ` : '');
const failedEn = (p: Params): string => (p.name ? `${endingText('en', p)}; ` : '');

/** The line above the footer, about what just happened. */
export const notices = {
  'notice.ime': {
    ko: '한글 입력 상태입니다. 키는 그대로 통하고, 한/영 키로 바꿀 수 있습니다',
    en: 'the Hangul IME is on; keys work all the same (한/영 switches it)',
  },
  'notice.refreshed': {
    ko: (p) => (p.added ? `새 기사 ${p.added}건 (${p['key.first']}: 맨 위로)` : '새 기사가 없습니다'),
    en: (p) => (p.added ? `${p.added} new (${p['key.first']}: to the top)` : 'nothing new'),
  },
  'notice.refreshed-all': {
    ko: (p) => (p.added ? `모든 섹션에서 새 기사 ${p.added}건` : '새 기사가 없습니다'),
    en: (p) => (p.added ? `${p.added} new in all sections together` : 'nothing new'),
  },
  'notice.partly': {
    ko: (p) => `${p.label}: 새 기사 ${p.added}건을 받았지만 ${p.problems}곳은 읽지 못했습니다`,
    en: (p) => `${p.label}: ${p.added} new, but ${many(p.problems, 'part')} of the feed could not be read`,
  },
  'notice.section-empty': {
    ko: (p) => `${p.label}: ${p.reason} (${p['key.refresh']}: 다시 받기)`,
    en: (p) => `${p.label}: ${p.reason} (${p['key.refresh']}: try again)`,
  },
  'notice.section-failed': {
    ko: (p) => `${p.label}: ${p.reason}. 받아 둔 기사를 보여 드립니다`,
    en: (p) => `${p.label}: ${p.reason}; showing archived headlines`,
  },
  'notice.sections-failed': {
    ko: (p) => `섹션 ${p.count}개를 받지 못했습니다: ${p.reason} (${p['key.sections']}: 자세히)`,
    en: (p) =>
      `${many(p.count, 'section')} could not be fetched: ${p.reason} (${p['key.sections']}: details)`,
  },
  'notice.lead-only': {
    ko: (p) => `${p.reason}. 요약만 보여 드립니다 (${p['key.browser']}: 브라우저로 열기)`,
    en: (p) => `${p.reason}; only the summary is shown (${p['key.browser']}: open in the browser)`,
  },
  'notice.not-refreshed': {
    ko: (p) => `새로 받지 못해 보관해 둔 기사입니다: ${p.reason}`,
    en: (p) => `showing the archived copy: ${p.reason}`,
  },
  'notice.unchanged': { ko: '그사이 바뀐 것이 없습니다', en: 'the article has not changed' },
  'notice.changed': { ko: '바뀐 기사를 받았습니다', en: 'the article has changed; this is the new text' },
  'notice.nothing-here': {
    ko: (p) => `${p.key}: 여기서는 할 일이 없습니다 (${p.does})`,
    en: (p) => `${p.key}: nothing to do here (${p.does})`,
  },
  'notice.no-such-key': {
    ko: (p) => `쓰지 않는 키입니다 (${p['key.help']}: 도움말)`,
    en: (p) => `that key does nothing (${p['key.help']}: help)`,
  },
  'notice.first-screen': {
    ko: (p) => `첫 화면입니다 (${p['key.leave']}: 끝내기)`,
    en: (p) => `this is the first screen (${p['key.leave']}: quit)`,
  },
  'notice.failed': { ko: (p) => `${p.reason}`, en: (p) => `${p.reason}` },
  'notice.bookmark-first': {
    ko: (p) => `메모와 태그는 북마크에 답니다. 먼저 ${pressing(p['key.bookmark'])} 눌러 북마크하세요`,
    en: (p) => `notes and tags belong to bookmarks; press ${p['key.bookmark']} first`,
  },
  'notice.edited': {
    ko: (p) => `메모와 태그를 적었습니다${undoKo(p)}`,
    en: (p) => `note and tags saved${undoEn(p)}`,
  },
  'notice.by-saved': { ko: '저장한 순서로 봅니다', en: 'sorted by date saved' },
  'notice.by-published': { ko: '나온 순서로 봅니다', en: 'sorted by date published' },
  'notice.watched': {
    ko: (p) => `‘${p.word}’: 눈여겨봅니다. 관심에 모입니다${undoKo(p)}`,
    en: (p) => `watching '${p.word}'; see the section Following${undoEn(p)}`,
  },
  'notice.watched-tag': {
    ko: (p) => `${p.word}: 눈여겨봅니다. 태그는 본문을 받아 둔 기사에서만 알 수 있습니다`,
    en: (p) => `watching ${p.word}; tags are known only for articles whose full text is archived`,
  },
  'notice.watched-muted': {
    ko: (p) => `‘${p.word}’: 눈여겨보지만 가린 말이라 보이지 않습니다 (${p['key.show-muted']}: 그만 가리기)`,
    en: (p) => `watching '${p.word}', but it is muted, so it stays hidden (${p['key.show-muted']}: unmute)`,
  },
  'notice.muted-watched': {
    ko: (p) => `‘${p.word}’: 눈여겨보는 말이지만 이제 가립니다 (${p['key.watch']}: 그만 보기)`,
    en: (p) => `muting '${p.word}', which is watched too (${p['key.watch']}: stop watching)`,
  },
  'notice.unwatched': {
    ko: (p) => `‘${p.word}’: 이제 눈여겨보지 않습니다${undoKo(p)}`,
    en: (p) => `no longer watching '${p.word}'${undoEn(p)}`,
  },
  'notice.muted': {
    ko: (p) => `‘${p.word}’: 섹션에서 그 말이 든 제목을 가립니다${undoKo(p)}`,
    en: (p) => `muting '${p.word}': sections hide headlines with it${undoEn(p)}`,
  },
  'notice.unmuted': {
    ko: (p) => `‘${p.word}’: 이제 가리지 않습니다${undoKo(p)}`,
    en: (p) => `no longer muting '${p.word}'${undoEn(p)}`,
  },
  'notice.how-to-watch': {
    ko: (p) => `${p['key.search']}로 찾은 뒤 ${pressing(p['key.watch'])} 누르면 그 말을 눈여겨봅니다`,
    en: (p) => `search with ${p['key.search']} first; then ${p['key.watch']} watches that word`,
  },
  'notice.how-to-mute': {
    ko: (p) =>
      `${p['key.search']}로 찾은 뒤 ${pressing(p['key.show-muted'])} 누르면 그 말이 든 제목을 가립니다`,
    en: (p) => `search with ${p['key.search']} first; then ${p['key.show-muted']} mutes that word`,
  },
  'notice.watch-whole-words': {
    ko: '초성이 아니라 온전한 말을 눈여겨보거나 가릴 수 있습니다',
    en: 'only whole words can be watched or muted, not their first consonants',
  },
  'notice.word-too-long': {
    ko: (p) => `눈여겨보거나 가리기에는 너무 깁니다: ${p.most}자까지입니다`,
    en: (p) => `too long to be watched or muted: at most ${p.most} characters`,
  },
  'notice.nothing-muted': {
    ko: (p) =>
      `가린 제목이 없습니다. ${p['key.search']}로 찾은 뒤 ${pressing(p['key.show-muted'])} 누르면 그 말을 가립니다`,
    en: (p) =>
      `nothing here is muted; search with ${p['key.search']}, then ${p['key.show-muted']} mutes that word`,
  },
  'notice.muted-shown': {
    ko: (p) => `가린 제목 ${p.count}건도 보입니다`,
    en: (p) => `${many(p.count, 'muted headline')} shown too`,
  },
  'notice.muted-hidden': {
    ko: (p) => `제목 ${p.count}건을 가렸습니다`,
    en: (p) => `${many(p.count, 'muted headline')} hidden`,
  },
  'notice.bookmarked': {
    ko: (p) => `북마크했습니다${undoKo(p)}`,
    en: (p) => `bookmarked${undoEn(p)}`,
  },
  'notice.bookmarked-offline': {
    ko: (p) => `북마크했습니다. 본문은 네트워크가 돌아오면 받습니다${undoKo(p)}`,
    en: (p) => `bookmarked; its text comes when the network is back${undoEn(p)}`,
  },
  'notice.bookmarked-bare': {
    ko: (p) => `북마크했습니다${undoKo(p)}. 본문은 나중에 다시 받습니다: ${p.reason}`,
    en: (p) => `bookmarked${undoEn(p)}; its text is tried again later: ${p.reason}`,
  },
  'notice.unbookmarked': {
    ko: (p) => `북마크를 지웠습니다${undoKo(p)}`,
    en: (p) => `bookmark removed${undoEn(p)}`,
  },
  'notice.marked-read': {
    ko: (p) => `기사 ${p.count}건을 읽음으로 표시했습니다${undoKo(p)}`,
    en: (p) => `${p.count} marked read${undoEn(p)}`,
  },
  'notice.marked-unread': {
    ko: (p) => `기사 ${p.count}건을 안 읽음으로 표시했습니다${undoKo(p)}`,
    en: (p) => `${p.count} marked unread${undoEn(p)}`,
  },
  'notice.all-read': { ko: '이미 모두 읽은 기사입니다', en: 'everything here is already read' },
  'notice.browser': { ko: '브라우저에서 열었습니다', en: 'opened in the browser' },
  'notice.no-browser': {
    ko: (p) => `${failedKo(p)}브라우저를 열 수 없습니다. 주소를 골라 복사하세요`,
    en: (p) => `${failedEn(p)}no browser could be opened; the address is above`,
  },
  'notice.next-browser': {
    ko: (p) => `${failedKo(p)}대신 ${particle(`${p.opened}`, '으로/로')} 열었습니다`,
    en: (p) => `${failedEn(p)}opened with ${p.opened} instead`,
  },
  'notice.sent': {
    ko: '터미널의 클립보드로 링크를 보냈습니다. 붙지 않으면 위 주소를 골라 복사하세요',
    en: 'link sent to the terminal’s clipboard; if it does not paste, select it above',
  },
  'notice.sent-tmux': {
    ko: 'tmux에 복사하고 터미널의 클립보드로도 보냈습니다 (tmux: 접두 키와 ])',
    en: 'link copied to tmux (prefix ]) and sent to the terminal’s clipboard',
  },
  'notice.copied': { ko: (p) => `링크를 복사했습니다: ${p.url}`, en: (p) => `link copied: ${p.url}` },
  'notice.copied-text': {
    ko: (p) => `링크와 함께 복사했습니다: ${p.url}`,
    en: (p) => `copied with its link: ${p.url}`,
  },
  'notice.piped': { ko: (p) => `${p.name}에 넘겼습니다`, en: (p) => `piped to ${p.name}` },
  'notice.pipe-failed': {
    ko: (p) => `${endingText('ko', p)} (${p['key.pipe']} ${p['key.earlier-search']}: 고치기)`,
    en: (p) => `${endingText('en', p)} (${p['key.pipe']} ${p['key.earlier-search']}: correct it)`,
  },
  'notice.saved': { ko: (p) => `저장했습니다: ${p.path}`, en: (p) => `saved: ${p.path}` },
  'notice.speaking': {
    ko: (p) => `소리 내어 읽습니다 (${p['key.speak']}: 멈추기)`,
    en: (p) => `reading aloud (${p['key.speak']}: stop)`,
  },
  'notice.voice-ended': { ko: '다 읽었습니다', en: 'finished reading aloud' },
  'notice.voice-stopped': { ko: '읽기를 멈췄습니다', en: 'stopped reading aloud' },
  'notice.no-voice': {
    ko: (p) => `${failedKo(p)}소리 내어 읽을 프로그램이 없습니다 (say, spd-say, espeak-ng, 또는 설정 voice)`,
    en: (p) => `${failedEn(p)}no program found to read aloud (say, spd-say, espeak-ng, or the setting voice)`,
  },
  'notice.no-unread': { ko: '아래에는 안 읽은 기사가 없습니다', en: 'nothing unread below' },
  'notice.no-next': { ko: '목록의 마지막 기사입니다', en: 'this is the last article of the list' },
  'notice.no-previous': { ko: '목록의 첫 기사입니다', en: 'this is the first article of the list' },
  'notice.no-match': {
    ko: (p) => `${particle(`‘${p.query}’`, '이/가')} 없습니다`,
    en: (p) => `no match for '${p.query}'`,
  },
  'notice.wrapped': { ko: '처음부터 다시 찾았습니다', en: 'continued from the top' },
  'notice.wrapped-back': { ko: '끝에서부터 다시 찾았습니다', en: 'continued from the bottom' },
  'notice.no-target': { ko: (p) => `${p.number}번은 없습니다`, en: (p) => `there is no number ${p.number}` },
  'notice.no-subheads': { ko: '이 기사에는 소제목이 없습니다', en: 'no subheads in this article' },
  'notice.last-subhead': { ko: '아래에는 소제목이 없습니다', en: 'no subhead below' },
  'notice.first-subhead': { ko: '위에는 소제목이 없습니다', en: 'no subhead above' },
  'notice.links-later': {
    ko: '기사를 받는 중입니다. 링크는 그 뒤에 보입니다',
    en: 'the article is still being fetched',
  },
  'notice.no-links': { ko: '이 기사에는 링크가 없습니다', en: 'no links in this article' },
  'notice.no-background': {
    ko: '터미널 배경을 알 수 없어 색을 쓰지 않습니다. 설정 background를 정하세요',
    en: 'terminal background unknown: colours are off; set it in "background"',
  },
  'notice.no-colour': {
    ko: '색을 쓰지 않는 터미널입니다 (NO_COLOR 등)',
    en: 'colours are off (NO_COLOR, or a terminal that has none)',
  },
  'notice.hanja-on': { ko: '한자를 풀어 보여 드립니다', en: 'Hanja are shown with their readings' },
  'notice.hanja-off': { ko: '한자를 그대로 보여 드립니다', en: 'Hanja are shown as they are' },
  'notice.width': { ko: (p) => `글줄 너비 ${p.cells}칸`, en: (p) => `text ${p.cells} cells wide` },
  'notice.widest': {
    ko: (p) => `이 화면에서는 ${p.cells}칸이 가장 넓습니다`,
    en: (p) => `${p.cells} cells are the widest that fits here`,
  },
  'notice.search-first': {
    ko: (p) => `${p['key.next']}: 찾은 곳으로 가는 키입니다. 먼저 ${p['key.search']}로 찾으세요`,
    en: (p) => `${p['key.next']} goes through what was found; search with ${p['key.search']} first`,
  },
  'notice.choose-link': {
    ko: (p) => `먼저 ${pressing(p['key.next-link'])} 눌러 링크를 고르세요`,
    en: (p) => `choose a link with ${p['key.next-link']} first`,
  },
  'notice.beside': {
    ko: (p) => `이제 기사를 목록 옆에 보여 드립니다 (${p['key.beside']}: 화면 가득)`,
    en: (p) => `articles now stand beside the list (${p['key.beside']}: on the whole screen)`,
  },
  'notice.over': {
    ko: (p) => `이제 기사를 열면 화면에 가득 찹니다 (${p['key.beside']}: 목록 옆에)`,
    en: (p) => `articles now open on the whole screen (${p['key.beside']}: beside the list)`,
  },
  'notice.too-narrow': {
    ko: (p) => `목록 옆에 기사를 두려면 ${p.columns}칸이 있어야 합니다`,
    en: (p) => `an article beside the list needs ${p.columns} columns`,
  },
  'notice.bare': {
    ko: (p) => `글만 보입니다 (${p['key.bare']}: 원래대로)`,
    en: (p) => `text only (${p['key.bare']}: show everything)`,
  },
  'notice.photos-on': {
    ko: '사진을 그리는 터미널이면 본문에 사진을 보여 드립니다',
    en: 'photos are shown in the text, if the terminal can',
  },
  'notice.photos-captions': {
    ko: (p) => `이 터미널에서는 본문에 사진 설명만 보입니다 (기사에서 ${p['key.photos']}: 사진을 화면 가득)`,
    en: (p) =>
      `this terminal shows only captions in the text (${p['key.photos']} in an article: the photo on the whole screen)`,
  },
  'notice.photos-hidden': { ko: '본문의 사진을 숨깁니다', en: 'photos in the text are hidden' },
  'notice.photos-off': {
    ko: '사진을 끄셨습니다 (설정 images). 켜려면: donga-tui config set images auto',
    en: 'photos are off (setting images); to turn them on: donga-tui config set images auto',
  },
  'notice.photos-no-colour': {
    ko: '색을 쓰지 않는 터미널이라 사진을 보일 수 없습니다',
    en: 'no photos without colour (NO_COLOR, or a terminal that has none)',
  },
  'notice.no-photos': { ko: '이 기사에는 사진이 없습니다', en: 'this article has no photos' },
  'notice.one-photo': { ko: '사진이 한 장뿐인 기사입니다', en: 'this article has only one photo' },
  'notice.unread-only': { ko: '안 읽은 기사만 보여 드립니다', en: 'showing only unread' },
  'notice.all-shown': { ko: '모든 기사를 보여 드립니다', en: 'showing all' },
  'notice.sample': {
    ko: (p) => `견본 지면입니다. 오늘 뉴스가 아닙니다: ${p.reason} (${p['key.refresh']}: 다시 시도)`,
    en: (p) => `the sample edition, not today’s news: ${p.reason} (${p['key.refresh']}: try again)`,
  },
  'notice.live-arrived': {
    ko: (p) => `새 지면이 도착했습니다 (${p['key.refresh']}: 보기)`,
    en: (p) => `the live edition has arrived (${p['key.refresh']}: show it)`,
  },
  'notice.live-failed': {
    ko: (p) => `아직 받을 수 없습니다: ${p.reason}`,
    en: (p) => `still not available: ${p.reason}`,
  },
  'notice.texts': {
    ko: (p) => (p.had ? `북마크 본문 ${p.had}건을 받았습니다` : '북마크 본문은 모두 받아 두었습니다'),
    en: (p) =>
      p.had ? `full text of ${many(p.had, 'bookmark')} fetched` : 'every bookmark has its full text',
  },
} satisfies MessageTable;
