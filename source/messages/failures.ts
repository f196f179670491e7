import type { FailureCode } from '../failure.ts';
import { particle } from '../korean/josa.ts';
import { errorText } from './system.ts';
import type { Language, Message, MessageTable, Params } from './types.ts';

const NO_ARTICLE_KO: Readonly<Record<string, string>> = {
  login: '로그인해야 볼 수 있는 페이지입니다',
  missing: '기사가 없거나 삭제된 페이지입니다',
  list: '기사가 아니라 목록 페이지입니다',
  empty: '본문이 비어 있는 페이지입니다',
};
const NO_ARTICLE_EN: Readonly<Record<string, string>> = {
  login: 'the page asks for a login',
  missing: 'the article is missing or was deleted',
  list: 'the page is a list, not an article',
  empty: 'the page has no text',
};

const BAD_IMAGE_KO: Readonly<Record<string, string>> = {
  format: '보여 줄 수 없는 형식의 사진입니다',
  huge: '사진이 너무 큽니다 (한도 4천만 화소)',
};
const BAD_IMAGE_EN: Readonly<Record<string, string>> = {
  format: 'the photo is of a format that cannot be shown',
  huge: 'the photo is too large (limit 40 megapixels)',
};

/** Why a file of bookmarks cannot be taken in, by `Broken` of reader/exchange/formats.ts. */
const BROKEN_KO: Readonly<Record<string, string>> = {
  syntax: '형식이 깨져 있습니다',
  shape: '북마크가 있어야 할 자리에 다른 것이 있습니다',
  link: '기사 링크가 없거나 잘못되었습니다',
  time: '날짜가 잘못되었습니다 (2026-11-20T03:00:00+09:00처럼 적습니다)',
  'cut-off': '파일이 중간에 끊겼습니다',
  'no-bookmarks': '북마크 파일이 아닙니다',
};
const BROKEN_EN: Readonly<Record<string, string>> = {
  syntax: 'the syntax is broken',
  shape: 'something else stands where a bookmark should',
  link: 'the link to an article is missing or wrong',
  time: 'the date is wrong (2026-11-20T03:00:00+09:00 is right)',
  'cut-off': 'the file breaks off',
  'no-bookmarks': 'this is not a bookmarks file',
};

/** The link that was asked for, if the reader named it. */
const linked = ({ link }: Params): string => (link ? `${link}: ` : '');

/** A link that was pasted without its scheme. */
const looksLikeHost = ({ path }: Params): boolean => /^(?:[\w-]+\.)+[a-z]{2,}\//i.test(String(path));

const UNITS: Readonly<Record<Language, readonly [string, string, string]>> = {
  ko: ['초', '분', '시간'],
  en: [' seconds', ' minutes', ' hours'],
};

/** A wait of `seconds`, in the largest unit of which it has two or more, rounded up. */
function waitIn(language: Language, { seconds }: Params): string {
  let left = Number(seconds);
  let unit = 0;
  for (; unit < 2 && left >= 120; unit += 1) left /= 60;
  return `${Math.ceil(left)}${UNITS[language][unit]}`;
}

/** The status by which a proxy asks for a user and password (RFC 9110, 15.5.8). */
const PROXY_LOGIN = 407;

/** A line for each failure code, and for a crash: the failure and, if anything helps, the remedy. */
export const failures = {
  'failure.offline': { ko: '오프라인 상태라 받지 않았습니다', en: 'offline: nothing was fetched' },
  'failure.unreachable': {
    ko: (p) => `${p.host ?? '서버'}에 연결할 수 없습니다`,
    en: (p) => `cannot reach ${p.host ?? 'the server'}`,
  },
  'failure.timeout': {
    ko: (p) => `${p.host ?? '서버'}의 응답이 너무 늦어 그만두었습니다`,
    en: (p) => `${p.host ?? 'the server'} took too long to answer`,
  },
  'failure.http-status': {
    ko: (p) => (p.sample ? '견본 지면에는 없습니다' : `서버가 ${p.status} 오류로 답했습니다`),
    en: (p) => (p.sample ? 'not in the sample edition' : `the server answered with error ${p.status}`),
  },
  'failure.rate-limited': {
    ko: (p) => `서버가 잠시 뒤에 다시 오라고 했습니다${p.seconds ? ` (${waitIn('ko', p)} 뒤)` : ''}`,
    en: (p) => `the server asked us to wait${p.seconds ? ` ${waitIn('en', p)}` : ''}`,
  },
  'failure.too-large': {
    ko: (p) => `내용이 너무 큽니다 (한도 ${p.limit}MB)`,
    en: (p) => `the answer is too large (limit ${p.limit} MB)`,
  },
  'failure.cut-off': { ko: '받는 도중에 연결이 끊겼습니다', en: 'the connection was cut off midway' },
  'failure.bad-redirect': {
    ko: '따라갈 수 없는 곳으로 넘겨져 멈췄습니다',
    en: 'stopped at a redirect that cannot be followed',
  },
  'failure.unsafe-address': {
    ko: (p) => `바깥 사이트의 링크가 내부 주소${p.host ? `(${p.host})` : ''}로 이어져 막았습니다`,
    en: (p) => `blocked: a public site’s link leads to a private address${p.host ? ` (${p.host})` : ''}`,
  },
  'failure.bad-certificate': {
    ko: (p) => `${p.host ?? '서버'}의 보안 인증서를 믿을 수 없습니다`,
    en: (p) => `the certificate of ${p.host ?? 'the server'} cannot be trusted`,
  },
  'failure.bad-encoding': {
    ko: (p) => `서버가 읽을 수 없는 방식(${p.encoding})으로 압축해 보냈습니다`,
    en: (p) => `the server compressed its answer in an unsupported way (${p.encoding})`,
  },
  'failure.bad-proxy': {
    ko: (p) =>
      `${p.variable}: ${p.scheme ? `${p.scheme} 프록시는 쓸 수 없습니다` : '프록시 주소가 아닙니다'}. http, https, socks5, socks5h만 됩니다`,
    en: (p) =>
      `${p.variable}: ${p.scheme ? `${p.scheme} proxies are not supported` : 'not the address of a proxy'}; use http, https, socks5 or socks5h`,
  },
  'failure.proxy-unreachable': {
    ko: (p) => `프록시 ${p.proxy}에 연결할 수 없습니다`,
    en: (p) => `cannot reach the proxy ${p.proxy}`,
  },
  'failure.proxy-refused': {
    ko: (p) =>
      p.status === PROXY_LOGIN
        ? `프록시 ${p.proxy}: 맞는 사용자 이름과 비밀번호가 필요합니다`
        : `프록시 ${p.proxy}: 연결을 거절했습니다${p.status ? ` (${p.status})` : ''}`,
    en: (p) =>
      p.status === PROXY_LOGIN
        ? `the proxy ${p.proxy} wants a valid user and password`
        : `the proxy ${p.proxy} refused the connection${p.status ? ` (${p.status})` : ''}`,
  },
  'failure.worker-stuck': {
    ko: (p) => `받는 작업이 ${p.seconds}초 안에 끝나지 않아 멈췄습니다`,
    en: (p) => `fetching was stopped, not done within ${p.seconds} seconds`,
  },
  'failure.bad-feed': { ko: '기사 목록을 읽을 수 없습니다', en: 'the feed could not be read' },
  'failure.no-article': {
    ko: (p) => `${linked(p)}${NO_ARTICLE_KO[String(p.kind)] ?? '기사 페이지가 아닙니다'}`,
    en: (p) => `${linked(p)}${NO_ARTICLE_EN[String(p.kind)] ?? 'the page is not an article'}`,
  },
  'failure.bad-image': {
    ko: (p) => BAD_IMAGE_KO[String(p.kind)] ?? '사진 파일을 읽을 수 없습니다',
    en: (p) => BAD_IMAGE_EN[String(p.kind)] ?? 'the photo’s file could not be read',
  },
  'failure.photo-not-kept': { ko: '받아 둔 사진이 없습니다', en: 'this photo has not been fetched' },
  'failure.bad-link': {
    ko: (p) => `기사 링크가 아닙니다: ${p.link}`,
    en: (p) => `not a link to an article: ${p.link}`,
  },
  'failure.unknown-id': {
    ko: (p) => `기사 ${p.id}: 본 적이 없는 번호입니다. 주소(https://…)를 알려 주세요`,
    en: (p) => `article ${p.id} was never seen here; give its link (https://…)`,
  },
  'failure.unknown-story': {
    ko: (p) =>
      `${p.id}: 받아 둔 기사나 같은 소식 묶음의 번호가 아닙니다. donga-tui headlines --json이 번호를 보여 줍니다`,
    en: (p) => `${p.id} is not an archived headline or story; donga-tui headlines --json shows their ids`,
  },
  'failure.unknown-section': {
    ko: (p) =>
      `‘${p.name}’ 섹션은 없습니다. ${p.suggestion ? `혹시 ${particle(`${p.suggestion}`, '을/를')} 찾으셨나요?` : '있는 섹션은 donga-tui sections로 볼 수 있습니다'}`,
    en: (p) =>
      `no section '${p.name}'; ${p.suggestion ? `did you mean ${p.suggestion}?` : 'donga-tui sections lists them'}`,
  },
  'failure.unknown-word': {
    ko: (p) => `목록에 없는 말입니다: ${p.word} (donga-tui ${p.list}로 볼 수 있습니다)`,
    en: (p) => `not in the list: ${p.word} (donga-tui ${p.list} shows it)`,
  },
  'failure.not-bookmarked': {
    ko: (p) => `북마크에 없습니다: ${p.link}`,
    en: (p) => `not bookmarked: ${p.link}`,
  },
  'failure.bad-feeds-origin': {
    ko: (p) => `DONGA_TUI_FEEDS는 http(s) 주소여야 합니다: ${p.given}`,
    en: (p) => `DONGA_TUI_FEEDS must be an http(s) origin: ${p.given}`,
  },
  'failure.bad-home': {
    ko: (p) =>
      `환경 변수 HOME에 홈 폴더의 전체 경로가 없습니다: ‘${p.given}’. HOME이나 DONGA_TUI_HOME을 정해 주세요`,
    en: (p) => `HOME is not the full path of a folder: '${p.given}'; set HOME or DONGA_TUI_HOME`,
  },
  'failure.bad-filter': {
    ko: (p) => `‘${p.filter}’: 찾기를 좁히는 표시로 읽을 수 없습니다. 쓸 수 있는 것: ${p.allowed}`,
    en: (p) => `'${p.filter}' is not understood as a filter; possible: ${p.allowed}`,
  },
  'failure.bad-file': {
    ko: (p) =>
      `${p.path} 파일을 읽을 수 없습니다${looksLikeHost(p) ? '. 링크라면 앞에 https://를 붙여 주세요' : ''}`,
    en: (p) =>
      `cannot read the file ${p.path}${looksLikeHost(p) ? '; for a link put https:// before it' : ''}`,
  },
  'failure.cannot-write': {
    ko: (p) => `${p.path}에 쓸 수 없습니다 (${errorText('ko', p.reason)}). 다른 곳을 적어 주세요`,
    en: (p) => `cannot write ${p.path} (${errorText('en', p.reason)}); choose another place`,
  },
  'failure.broken-import': {
    ko: (p) => `${p.path} ${p.line}번째 줄: ${BROKEN_KO[String(p.why)]}. 아무것도 바꾸지 않았습니다`,
    en: (p) => `${p.path}, line ${p.line}: ${BROKEN_EN[String(p.why)]}; nothing was changed`,
  },
  'failure.newer-export': {
    ko: (p) =>
      `${p.path}: 더 새로운 버전의 donga-tui가 내보낸 파일입니다. 아무것도 바꾸지 않았습니다. 프로그램을 최신으로 올려 주세요`,
    en: (p) => `${p.path} was exported by a newer donga-tui; nothing was changed. Please update the program`,
  },
  'failure.no-feed': {
    ko: (p) => `${p.url}: RSS, Atom, JSON Feed도 OPML도 아닙니다. 아무것도 더하지 않았습니다`,
    en: (p) => `${p.url} is not RSS, Atom, JSON Feed or OPML; nothing was added`,
  },
  'failure.broken-opml': {
    ko: (p) => `${p.path}: OPML이 아니거나 중간에 끊긴 파일입니다. 아무것도 더하지 않았습니다`,
    en: (p) => `${p.path} is not OPML, or was cut off; nothing was added`,
  },
  'failure.unknown-feed': {
    ko: (p) =>
      `더한 피드 가운데 ${particle(`‘${p.name}’`, '이/가')} 없습니다. donga-tui feeds list로 볼 수 있습니다`,
    en: (p) => `no feed '${p.name}'; donga-tui feeds list shows those added`,
  },
  'failure.bookmarks-folder': {
    ko: (p) =>
      `북마크 폴더 ${particle(`${p.path}`, '을/를')} 쓸 수 없습니다 (${errorText('ko', p.reason)}). 북마크는 이 컴퓨터에 그대로 있고, 폴더를 쓸 수 있게 되면 합칩니다`,
    en: (p) =>
      `the bookmarks folder ${p.path} cannot be used (${errorText('en', p.reason)}); your bookmarks stay on this machine, and are merged once the folder can be used`,
  },
  'failure.read-only': {
    ko: '저장할 수 없는 폴더라 이번 변경은 남지 않습니다',
    en: 'the folder is read-only: this change is not kept',
  },
  'failure.disk-full': {
    ko: '디스크가 가득 차 이번 변경을 저장하지 못했습니다. 전에 저장한 것은 그대로입니다',
    en: 'the disk is full: this change was not kept; what was saved before is safe',
  },
  'failure.disk-error': {
    ko: '디스크를 읽거나 쓰지 못했습니다. 디스크의 상태를 확인해 주세요',
    en: 'the disk could not be read or written; please check it',
  },
  'failure.newer-archive': {
    ko: '더 새로운 버전의 donga-tui가 만든 보관함입니다. 프로그램을 최신으로 올려 주세요',
    en: 'the archive was made by a newer donga-tui; please update the program',
  },
  'failure.older-archive': {
    ko: '이전 버전의 보관함인데 쓸 수 없는 폴더라 새 버전으로 바꾸지 못합니다. 보관한 것은 그대로이니, 쓸 수 있는 계정으로 한 번 열어 주세요',
    en: 'the archive is of an older version and cannot be upgraded in this read-only folder; it is unchanged: open it once as a user who may write there',
  },
  'failure.newer-config': {
    ko: '더 새로운 버전의 donga-tui가 만든 설정입니다. 프로그램을 최신으로 올려 주세요',
    en: 'the settings were made by a newer donga-tui; please update the program',
  },
  'failure.locked': {
    ko: '다른 donga-tui가 저장하는 중입니다. 잠시 뒤에 다시 해 주세요',
    en: 'another donga-tui is saving; try again in a moment',
  },
  'failure.sync-running': {
    ko: '다른 donga-tui sync가 받고 있어 이번에는 받지 않았습니다',
    en: 'another donga-tui sync is running; nothing was fetched by this one',
  },
  'failure.internal': {
    ko: '프로그램 안에서 오류가 났습니다. 저장한 것은 그대로입니다',
    en: 'something went wrong inside the program; what was saved is safe',
  },
  'failure.cannot-print': {
    ko: (p) => `출력하지 못했습니다 (${errorText('ko', p.reason)})`,
    en: (p) => `the output could not be written (${errorText('en', p.reason)})`,
  },
  'failure.crashed': {
    ko: (p) => `프로그램에 오류가 나서 끝냈습니다. 저장한 것은 그대로입니다. 기록: ${p.path}`,
    en: (p) => `the program had to stop; nothing that was saved is lost. Log: ${p.path}`,
  },
} satisfies MessageTable & Record<`failure.${FailureCode}`, Message>;
