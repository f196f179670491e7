import { particle } from '../korean/josa.ts';
import { many } from './many.ts';
import type { Language, MessageTable } from './types.ts';

/** The thing that a command lacks, as `usage.missing` names it. */
const WHAT_KO: Readonly<Record<string, string>> = {
  link: '링크',
  words: '찾을 말',
  id: '기사 번호',
  name: '설정 이름',
  key: '키',
  file: '파일',
  folder: '폴더',
  shell: '셸 이름',
  word: '낱말',
  value: '값',
  what: '따라 읽을 것',
};

/** The words that stand for something in a usage, in Korean. */
const PLACES_KO: Readonly<Record<string, string>> = {
  ...WHAT_KO,
  id: '번호',
  name: '이름',
  words: '말',
  word: '말',
  or: '또는',
  tag: '태그',
  section: '섹션',
  n: '수',
  label: '이름',
  place: '곳',
  day: '날',
  note: '메모',
  text: '글',
  url: '주소',
};

/** A usage with the words that stand for something in the interface's language: `<링크>` for `<link>`. */
export const usageIn = (language: Language, usage: string): string =>
  language === 'en'
    ? usage
    : usage.replace(/<[^<>]*>|\[(?:section…?|text|file)\]/g, (place) =>
        // A word before a colon or full stop is to be typed as it stands: reporter:이름.
        place.replace(/[a-z]+[:.]?/g, (word) => (Object.hasOwn(PLACES_KO, word) ? PLACES_KO[word]! : word)),
      );

/** The note beside a watched or muted tag: feeds carry no tags. */
const TAGS_KO = '태그는 본문을 받아 둔 기사에서만 알 수 있습니다';
const TAGS_EN = 'tags are known only for articles whose full text is archived';

/** The shell commands: their help, their answers and their refusals. */
export const commands = {
  'command.tagline': {
    ko: '터미널에서 읽는 동아일보',
    en: 'read The Dong-A Ilbo in a terminal',
  },
  'command.usage': { ko: '사용법', en: 'Usage' },
  'command.commands': { ko: '명령', en: 'Commands' },
  'command.options': { ko: '옵션', en: 'Options' },
  'command.examples': { ko: '보기', en: 'Examples' },
  'command.filters': { ko: '찾는 말 곁에 쓰는 표시', en: 'Filters beside the words' },
  'command.more': {
    ko: '키 안내는 전체 화면에서 ?를 누르면 나옵니다. English: --lang en (always: donga-tui config set lang en)',
    en: 'Press ? in the full screen for the keys. For English always: donga-tui config set lang en',
  },
  'command.browse': { ko: '전체 화면으로 읽기', en: 'open the full-screen reader' },
  'command.headlines': { ko: '최신 제목을 한 줄에 하나씩', en: 'print the newest headlines, one per line' },
  'command.read': { ko: '기사 하나 읽기', en: 'read one article' },
  'command.search': { ko: '제목, 북마크, 본문에서 찾기', en: 'search headlines, bookmarks or full texts' },
  'command.bookmarks': {
    ko: '북마크 보기, 더하기, 지우기, 메모와 태그, 내보내기와 가져오기',
    en: 'list, add, remove, note, tag, export or import bookmarks',
  },
  'command.watch': {
    ko: '눈여겨볼 말과 #태그: 제목에 표시하고 관심에 모으기',
    en: 'mark headlines with these words or #tags, gathered in the section Following',
  },
  'command.mute': { ko: '제목을 가릴 말과 #태그', en: 'hide headlines with these words or #tags' },
  'command.sync': { ko: '모든 섹션(또는 고른 섹션) 새로 받기', en: 'refresh all sections, or those named' },
  'command.sections': {
    ko: '섹션 목록과 안 읽은 기사 수',
    en: 'list the sections, with their unread counts',
  },
  'command.config': { ko: '설정 보기와 바꾸기', en: 'show or change settings' },

  'command.completion': {
    ko: '셸의 자동 완성 (source <(donga-tui completion bash))',
    en: 'shell completion (source <(donga-tui completion bash))',
  },
  'command.doctor': {
    ko: '문제를 알릴 때 쓸 점검 결과 (개인 정보 없이)',
    en: 'print what a bug report needs, nothing private',
  },

  'option.demo': {
    ko: '견본 지면으로 (네트워크 없이; 읽은 표시, 북마크, watch와 mute의 말, 설정, 있던 자리를 따로 둠)',
    en: 'the sample edition, without any network (with marks, bookmarks, watched and muted words, settings and a place of its own)',
  },
  'option.json': { ko: 'JSON으로 출력', en: 'print JSON' },
  'option.limit': { ko: '최대 몇 건 (기본 50)', en: 'at most this many (default 50)' },
  'option.offline': { ko: '네트워크를 쓰지 않음', en: 'use no network' },
  'option.lang': { ko: '화면 언어: ko, en', en: 'language of the interface: ko, en' },
  'option.help': { ko: '도움말', en: 'this help' },
  'option.version': {
    ko: '버전 (--json: 함께 든 패키지들의 라이선스 파일도)',
    en: "the version (--json: and the file of bundled packages' licences)",
  },
  'option.width': { ko: '글줄을 맞출 폭 (칸)', en: 'fit text to this many cells' },
  'option.url': { ko: '저장한 페이지의 원래 주소', en: 'the link of a saved page' },
  'option.in': {
    ko: '찾을 곳: headlines, bookmarks, archive(본문까지)',
    en: 'where to search: headlines, bookmarks, archive (full texts)',
  },
  'option.stdin': {
    ko: '표준 입력의 한 줄을 검색어 하나로',
    en: 'read queries from standard input, one per line',
  },
  'option.articles': {
    ko: '본문까지 받아 두기 (오프라인 읽기용), 내보낼 때는 본문도 함께',
    en: 'fetch full texts too, for offline reading; export them too',
  },
  'option.photos': {
    ko: '받아 둔 기사의 사진도 받아 두기',
    en: 'fetch the photos of archived articles too',
  },

  'option.format': {
    ko: '내보낼 형식: json(빠짐없이), markdown, html(브라우저용)',
    en: 'export as: json (lossless), markdown, html (for browsers)',
  },

  'usage.unknown-command': {
    ko: (p) =>
      `‘${p.name}’: 그런 명령이나 섹션은 없습니다. ${p.suggestion ? `혹시 ‘${p.suggestion}’인가요?` : `명령은 ${p.commands}이고, 섹션은 donga-tui sections로 볼 수 있습니다`}`,
    en: (p) =>
      `no command or section '${p.name}'; ${p.suggestion ? `did you mean ${p.suggestion}?` : `the commands are ${p.commands}; donga-tui sections lists the sections`}`,
  },
  'usage.unknown-action': {
    ko: (p) =>
      `‘${p.name}’: ${p.command} 뒤에는 ${p.words} 가운데 하나를 씁니다${p.meant ? `. 혹시 이것인가요? ${p.meant}` : ''}`,
    en: (p) => `'${p.name}': ${p.command} takes ${p.words}${p.meant ? `; did you mean: ${p.meant}` : ''}`,
  },
  'usage.unknown-option': {
    ko: (p) => `‘${p.name}’: 그런 옵션은 없습니다${p.suggestion ? `. 혹시 ‘${p.suggestion}’인가요?` : ''}`,
    en: (p) => `no option '${p.name}'${p.suggestion ? `; did you mean ${p.suggestion}?` : ''}`,
  },
  'usage.option-value': {
    ko: (p) => `${p.option} 옵션의 값이 잘못되었습니다: ${p.value ?? '(없음)'}. 쓸 수 있는 값: ${p.allowed}`,
    en: (p) => `bad value for ${p.option}: ${p.value ?? '(none)'}; possible: ${p.allowed}`,
  },
  'usage.setting-value': {
    ko: (p) =>
      `설정 ${p.setting}의 값으로 쓸 수 없습니다: ${p.value}. ${p.isExample ? '보기' : '쓸 수 있는 값'}: ${p.allowed}`,
    en: (p) =>
      `not a value of the setting ${p.setting}: ${p.value}; ${p.isExample ? 'for example' : 'possible'}: ${p.allowed}`,
  },
  'usage.one-section': {
    ko: (p) => `섹션은 한 번에 하나씩 봅니다: ${p.sections}`,
    en: (p) => `one section at a time: ${p.sections}`,
  },
  'usage.option-not-here': {
    ko: (p) => `${p.option} 옵션은 ${p.command} 명령에서 쓰지 않습니다`,
    en: (p) => `${p.option} does not go with ${p.command}`,
  },
  'usage.missing': {
    ko: (p) =>
      `${particle(WHAT_KO[String(p.what)] ?? String(p.what), '이/가')} 빠졌습니다. 사용법: donga-tui ${usageIn('ko', String(p.usage))}`,
    en: (p) => `missing ${p.what === 'what' ? 'what to follow' : p.what}; usage: donga-tui ${p.usage}`,
  },
  'usage.word-too-long': {
    ko: (p) => `낱말이 너무 깁니다: ${p.most}자까지 쓸 수 있습니다 (적은 것은 ${p.length}자)`,
    en: (p) => `the word is too long: at most ${p.most} characters, not ${p.length}`,
  },
  'usage.name-too-long': {
    ko: (p) => `이름이 너무 깁니다: ${p.most}자까지 쓸 수 있습니다 (적은 것은 ${p.length}자)`,
    en: (p) => `the name is too long: at most ${p.most} characters, not ${p.length}`,
  },
  'usage.too-many': {
    ko: (p) => `남는 인자: ${p.value}. 사용법: donga-tui ${usageIn('ko', String(p.usage))}`,
    en: (p) => `unexpected argument: ${p.value}; usage: donga-tui ${p.usage}`,
  },
  'usage.see-help': { ko: (p) => `도움말: ${p.help}`, en: (p) => `see ${p.help}` },

  'headlines.stale': {
    ko: (p) => `새로 받지 못해 보관해 둔 제목을 보여 드립니다: ${p.reason}`,
    en: (p) => `showing archived headlines; nothing new could be fetched: ${p.reason}`,
  },
  'read.lead-only': {
    ko: (p) => `본문을 받지 못해 요약만 보여 드립니다: ${p.reason}`,
    en: (p) => `only the summary is shown; the article could not be fetched: ${p.reason}`,
  },
  'read.kept': {
    ko: (p) => `보관해 둔 기사입니다: ${p.reason}`,
    en: (p) => `showing the archived copy: ${p.reason}`,
  },
  'search.nothing-archived': {
    ko: '아직 받아 둔 기사가 없습니다. donga-tui sync로 먼저 받아 주세요',
    en: 'nothing is archived yet; run donga-tui sync first',
  },
  'search.nothing-found': { ko: '찾은 것이 없습니다', en: 'nothing found' },
  'bookmarks.added': { ko: (p) => `북마크했습니다: ${p.title}`, en: (p) => `bookmarked: ${p.title}` },
  'bookmarks.no-text': {
    ko: (p) => `본문은 다음에 온라인일 때 받습니다: ${p.reason}`,
    en: (p) => `its text will be fetched when next online: ${p.reason}`,
  },
  'bookmarks.unreadable': {
    ko: (p) => `북마크 파일의 ${p.count}건은 읽을 수 없어 보이지 않지만, 파일에 그대로 있습니다: ${p.ids}`,
    en: (p) =>
      `${p.count} entries of the bookmarks file cannot be read; they are not shown, but stay in the file: ${p.ids}`,
  },
  'bookmarks.folder-failed': { ko: (p) => `${p.reason}`, en: (p) => `${p.reason}` },
  'command.feeds': {
    ko: '동아일보가 아닌 피드 보기, 더하기, 지우기, 내보내기',
    en: 'list, add, remove or export feeds that are not Donga’s',
  },
  'option.name': { ko: '더할 피드의 이름', en: 'the name of a feed to add' },
  'feeds.added': {
    ko: (p) => `피드를 더했습니다: ${p.names}`,
    en: (p) => `feeds added: ${p.names}`,
  },
  'feeds.known': { ko: '이미 있는 피드입니다', en: 'already added' },
  'feeds.removed': {
    ko: (p) => `피드를 지웠습니다: ${p.name} (북마크는 남아 있습니다)`,
    en: (p) => `feed removed: ${p.name} (its bookmarks stay)`,
  },
  'feeds.exported': {
    ko: (p) => `피드 ${p.count}개를 적었습니다: ${p.path}`,
    en: (p) => `${many(p.count, 'feed')} written to ${p.path}`,
  },
  'usage.feed-name': {
    ko: (p) =>
      `${particle(`‘${p.name}’`, '은/는')} 명령이나 섹션의 이름이라 쓸 수 없습니다. --name으로 다른 이름을 적어 주세요`,
    en: (p) => `'${p.name}' is the name of a command or section; give another one with --name`,
  },
  'usage.feed-no-name': {
    ko: '피드에 제목이 없습니다. --name으로 이름을 적어 주세요',
    en: 'the feed has no title; give it a name with --name',
  },
  'bookmarks.unread-files': {
    ko: (p) => `북마크 폴더의 파일 ${p.count}개는 읽을 수 없어 그대로 두었습니다: ${p.names}`,
    en: (p) =>
      `${many(p.count, 'file')} in the bookmarks folder cannot be read and were left as they are: ${p.names}`,
  },
  'bookmarks.removed': {
    ko: (p) => `북마크를 지웠습니다: ${p.title}`,
    en: (p) => `bookmark removed: ${p.title}`,
  },
  'bookmarks.noted': {
    ko: (p) => `메모를 적었습니다: ${p.title}`,
    en: (p) => `note saved: ${p.title}`,
  },
  'bookmarks.tagged': {
    ko: (p) => `태그: ${p.title || '없음'}`,
    en: (p) => `tags: ${p.title || 'none'}`,
  },
  'bookmarks.exported': {
    ko: (p) =>
      `북마크 ${p.count}건을 내보냈습니다: ${p.path}${p.left ? ` (이미 있던 파일 ${p.left}개는 그대로 두었습니다)` : ''}`,
    en: (p) =>
      `${many(p.count, 'bookmark')} exported: ${p.path}${p.left ? ` (${many(p.left, 'existing file')} left as is)` : ''}`,
  },
  'bookmarks.imported': {
    ko: (p) =>
      `새로 더한 북마크 ${p.added}건, 합친 것 ${p.merged}건, 이미 같은 것 ${p.unchanged}건${p.skipped ? `. 기사로 읽을 수 없는 링크 ${p.skipped}건은 가져오지 않았습니다` : ''}`,
    en: (p) =>
      `${many(p.added, 'bookmark')} added, ${p.merged} merged, ${p.unchanged} already the same${p.skipped ? `; ${many(p.skipped, 'link')} that lead to no article left out` : ''}`,
  },
  'watch.added': {
    ko: (p) => `눈여겨봅니다: ${p.word}${p.kind === 'tag' ? ` (${TAGS_KO})` : ''}`,
    en: (p) => `watching: ${p.word}${p.kind === 'tag' ? ` (${TAGS_EN})` : ''}`,
  },
  'watch.is-muted': {
    ko: (p) => `가린 말이기도 해서 보이지 않습니다. 보려면: donga-tui mute remove ${p.typed}`,
    en: (p) => `it is muted too, and stays hidden; to show it: donga-tui mute remove ${p.typed}`,
  },
  'mute.is-watched': {
    ko: (p) =>
      `눈여겨보는 말이지만 이제 관심에도 보이지 않습니다. 그만 보려면: donga-tui watch remove ${p.typed}`,
    en: (p) =>
      `it is watched too, and Following hides it now; to stop watching: donga-tui watch remove ${p.typed}`,
  },
  'mute.added': {
    ko: (p) => `가립니다: ${p.word}${p.kind === 'tag' ? ` (${TAGS_KO})` : ''}`,
    en: (p) => `muting: ${p.word}${p.kind === 'tag' ? ` (${TAGS_EN})` : ''}`,
  },
  'search.none': {
    ko: '찾은 것이 없습니다. 본문까지 찾으려면 --in archive를 붙이세요',
    en: 'nothing found; --in archive searches full texts too',
  },
  'list.empty': {
    ko: (p) => `아직 없습니다. 더하려면: donga-tui ${p.command}`,
    en: (p) => `nothing here yet; to add one: donga-tui ${p.command}`,
  },
  'words.removed': { ko: (p) => `목록에서 뺐습니다: ${p.word}`, en: (p) => `removed: ${p.word}` },
  'doctor.well': { ko: '문제를 찾지 못했습니다', en: 'no problems found' },
  'doctor.read-only': {
    ko: '저장할 수 없는 폴더입니다. 폴더의 권한을 고치거나 DONGA_TUI_HOME으로 다른 폴더를 정해 주세요',
    en: 'the folder cannot be written: fix its permissions, or choose another with DONGA_TUI_HOME',
  },
  'doctor.disk-full': {
    ko: '디스크가 가득 찼습니다. 자리를 비워 주세요',
    en: 'the disk is full: free some space',
  },
  'doctor.never-synced': {
    ko: '아직 받은 기사가 없습니다. donga-tui sync를 실행해 주세요',
    en: 'nothing has been fetched yet: run donga-tui sync',
  },
  'doctor.damaged': {
    ko: '보관함이 손상되었습니다. donga-tui를 한 번 열면 손상된 파일을 옮겨 두고 새로 시작합니다. 북마크는 그대로입니다',
    en: 'the archive is damaged: open donga-tui once, which moves the file aside and starts a new one; bookmarks are safe',
  },
  'doctor.silent': {
    ko: '터미널이 물음에 답하지 않았습니다. 줄이 어긋나면 ambiguous-width를, 사진이 깨지면 images를 설정해 주세요',
    en: 'the terminal did not answer: if lines are out of place set ambiguous-width, if photos are broken set images',
  },
  'doctor.feeds-failed': {
    ko: '받지 못한 섹션이 있습니다. donga-tui sync로 다시 받아 보고, 안 되면 네트워크와 프록시를 살펴 주세요',
    en: 'some sections failed: run donga-tui sync; if that fails too, check the network and the proxy',
  },
  'doctor.bookmarks-folder': {
    ko: '북마크를 함께 쓰는 폴더를 쓸 수 없습니다. 폴더와 권한을 살피거나 donga-tui config set bookmarks-folder로 다른 폴더를 정해 주세요',
    en: 'the folder to share bookmarks through cannot be used: check it and its permissions, or choose another with donga-tui config set bookmarks-folder',
  },
  'doctor.clock-behind': {
    ko: '시계가 늦습니다: 새 기사의 날짜가 앞날입니다. 컴퓨터의 날짜와 시간을 맞춰 주세요',
    en: 'the clock is behind: the newest article is dated later; set the date and time',
  },
  'doctor.not-utf8': {
    ko: '로캘이 UTF-8이 아닙니다. LANG=ko_KR.UTF-8처럼 정해 주세요',
    en: 'the locale is not UTF-8: set LANG, for example to ko_KR.UTF-8',
  },
  'doctor.dumb': {
    ko: 'TERM이 dumb이라 전체 화면을 열 수 없습니다',
    en: 'TERM is dumb: the full screen cannot open',
  },
  'progress.begins': {
    ko: (p) => `${p.what}: ${p.total}건을 받습니다.`,
    en: (p) => `${p.what}: fetching ${p.total}.`,
  },
  'progress.left': {
    ko: (p) =>
      Number(p.seconds) < 60 ? `${p.seconds}초 남음` : `${Math.ceil(Number(p.seconds) / 60)}분 남음`,
    en: (p) =>
      Number(p.seconds) < 60 ? `${p.seconds} s left` : `${Math.ceil(Number(p.seconds) / 60)} min left`,
  },
  'sync.what-sections': { ko: '섹션', en: 'sections' },
  'sync.what-articles': { ko: '본문', en: 'articles' },
  'sync.what-photos': { ko: '사진', en: 'photos' },
  'sync.section': {
    ko: (p) => `${p.label}: 새 기사 ${p.added}건${p.problems ? `, 읽지 못한 곳 ${p.problems}` : ''}`,
    en: (p) => `${p.label}: ${p.added} new${p.problems ? `, ${many(p.problems, 'part')} unreadable` : ''}`,
  },
  'sync.failed': { ko: (p) => `${p.label}: ${p.reason}`, en: (p) => `${p.label}: ${p.reason}` },
  'sync.articles': {
    ko: (p) => `본문 ${p.had}건을 받았습니다`,
    en: (p) => `${many(p.had, 'full text')} fetched`,
  },
  'sync.articles-failed': {
    ko: (p) => `본문 ${p.count}건은 받지 못했습니다 (마지막 이유: ${p.reason})`,
    en: (p) => `${many(p.count, 'full text')} could not be fetched (last reason: ${p.reason})`,
  },
  'sync.photos': { ko: (p) => `사진 ${p.had}장을 받았습니다`, en: (p) => `${many(p.had, 'photo')} fetched` },
  'sync.photos-failed': {
    ko: (p) => `사진 ${p.count}장은 받지 못했습니다 (마지막 이유: ${p.reason})`,
    en: (p) => `${many(p.count, 'photo')} could not be fetched (last reason: ${p.reason})`,
  },
  'sections.unread': { ko: (p) => `안 읽음 ${p.count}`, en: (p) => `${p.count} unread` },
  'config.unknown': {
    ko: (p) =>
      `‘${p.name}’ 설정은 없습니다. ${p.suggestion ? `혹시 ‘${p.suggestion}’인가요?` : `있는 설정: ${p.names}`}`,
    en: (p) =>
      `no setting '${p.name}'; ${p.suggestion ? `did you mean ${p.suggestion}?` : `the settings are: ${p.names}`}`,
  },
  'archive.unwritable': {
    ko: '저장할 수 없는 폴더입니다. 읽을 수는 있지만 이번에 한 일은 남지 않습니다',
    en: 'the data folder cannot be written: you can read, but nothing will be saved',
  },
  'archive.full': {
    ko: '디스크가 가득 찼습니다. 받아 둔 것은 읽을 수 있지만, 자리가 생길 때까지는 아무것도 새로 저장되지 않습니다',
    en: 'the disk is full: what is archived can be read, but nothing new is saved until there is room',
  },
  'archive.set-aside': {
    ko: (p) => `보관함이 손상되어 옮겨 두고(${p.name}) 새로 시작합니다. 북마크는 그대로입니다`,
    en: (p) => `the archive was damaged: it was moved to ${p.name} and a new one started. Bookmarks are safe`,
  },
  'archive.index-damaged': {
    ko: '검색 색인이 손상되어 새로 만듭니다. 기사와 북마크는 그대로이고, 그동안에도 찾을 수 있습니다',
    en: 'the search index was damaged and is being rebuilt. Articles and bookmarks are safe, and can be searched meanwhile',
  },
} satisfies MessageTable;
