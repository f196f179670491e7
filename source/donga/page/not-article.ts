import { parseLink, webUrl } from '../links.ts';
import { all, type Document, type Element, first, linesOf, textOf } from './tree/dom.ts';
import { isDropped } from './tree/noise.ts';

/** The kind of a page that is not an article. */
export type Verdict = 'login' | 'missing' | 'list' | 'empty';

const MISSING =
  /(?:페이지|기사|주소|문서|콘텐츠|게시물)(?:를|을|가|이|는|은)?\s*(?:찾을 수 없|존재하지 않|삭제(?:된|되었|됐|돼|되어)|없습니다|이동했|변경(?:되었|됐))|(?:삭제된|없는|존재하지 않는|잘못된)\s*(?:기사|페이지|주소|접근|경로|콘텐츠)/;

/** A 404 that counts no room, concert or audience. */
const MISSING_CODE = /(?<![\w가-힣,.])404(?![\w가-힣]|[,.]\d)|not found/i;

const LOGIN =
  /로그인(?:이|을)?\s*(?:후에?|해야|하셔야|하시면|하면|하신|필요|해\s*주)|(?:회원|구독자|유료|멤버십)\s*(?:전용|가입\s*(?:후|하)|만\s*(?:볼|읽|이용))|회원(?:에게|에게만)\s*(?:공개|제공)/;

/** A notice speaks to its reader (…습니다, …세요), which news prose does not. */
const SPOKEN = /(?:니다|세요|시오|어요|예요)(?=[\s.!)\]”"']|$)/;
const PROSE = /[^니]다[.!?…]/;

/** A wall's words about the story before it; a line about anything else invites to subscribe. */
const OF_THE_STORY =
  /이어지는|나머지|남은|계속|끝까지|전문|본문|원문|(?:이|본|해당) ?(?:기사|글|콘텐츠|뉴스)|(?:기사|글) ?전체|전체 ?(?:기사|글)|내용(?:은|을|이)|전용 ?(?:기사|콘텐츠|글)입니다|이어 ?(?:읽|보)|(?:회원|구독자)만 ?(?:볼|읽)|로그인[가-힣\s]{0,8}(?:읽|보실|보시|볼 수)/;
const OF_SOMETHING_ELSE =
  /댓글|의견|공감|스크랩|북마크|뉴스레터|알림|행사|이벤트|(?:다른|더\s*많은)\s*(?:기사|뉴스|소식)/;

/** A notice is short; a story about logins or missing pages is not. */
const LONGEST_NOTICE = 400;
const LONGEST_LINE = 120;
/** The longest beginning, in characters, that a paywall shows; a longer text is worth reading in any case. */
const LONGEST_BEGINNING = 1000;

/** Judges the text in a story's place: the notice that it is, or null if it may be a story. */
export function judgeBodies(bodies: readonly Element[]): Verdict | null {
  const lines = bodies.flatMap((body) => linesOf(body, isDropped));
  const length = lines.join(' ').length;
  if (length > LONGEST_BEGINNING) return null;
  if (bodies.some((body) => first('input[type="password"], form[action*="login"]', body) !== null))
    return 'login';
  const spoken = lines.filter((line) => SPOKEN.test(line) && line.length <= LONGEST_LINE);
  if (length <= LONGEST_NOTICE && !lines.some((line) => PROSE.test(line) && !spoken.includes(line))) {
    const notices = spoken.map(judgeNotice);
    return notices.includes('login') ? 'login' : notices.includes('missing') ? 'missing' : null;
  }
  // A wall may stand behind the beginning of a story; a missing story has no beginning.
  const isWall = (line: string) =>
    OF_THE_STORY.test(line) && !OF_SOMETHING_ELSE.test(line) && judgeNotice(line) === 'login';
  return lines.slice(-3).some((line) => spoken.includes(line) && isWall(line)) ? 'login' : null;
}

/** A quotation in a story is not a notice of the page's own. */
const QUOTED = /“[^“”]*”|‘[^‘’]*’|"[^"]*"/g;

function judgeNotice(line: string): Verdict | null {
  const text = line.replace(QUOTED, '');
  if (LOGIN.test(text)) return 'login';
  return MISSING.test(text) || MISSING_CODE.test(text) ? 'missing' : null;
}

/** Further words of a notice in a title's place. */
const BESIDES =
  /동아일보|동아닷컴|스포츠동아|donga\.com|로그인|죄송합니다|요청하신|페이지|기사|화면|서비스|오류|에러|안내|알림|error|http|page|입니다|있습니다|이용하실 수/gi;

/** In letters; a headline about logins or missing pages has more of its own. */
const LONGEST_REST = 8;

/**
 * The kind of a page that is not an article, by its title or first heading, if that is a notice; null
 * otherwise.
 */
export function judgeTitle(page: Document): Verdict | null {
  for (const title of [first('title', page), first('h1', page)].map((element) => textOf(element))) {
    const verdict = /^로그인/.test(title) ? 'login' : judgeNotice(title);
    const rest = [LOGIN, MISSING, MISSING_CODE, BESIDES]
      .reduce((text, pattern) => text.replace(pattern, ' '), title)
      .replace(/[^\p{L}\p{N}]+/gu, '');
    if (verdict !== null && rest.length <= LONGEST_REST) return verdict;
  }
  return null;
}

/** The same by its lines, for a page without a story: even there a line may be a menu's. */
export function judgePage(page: Document): Verdict | null {
  const title = judgeTitle(page);
  if (title !== null) return title;
  if (first('input[type="password"]', page) !== null) return 'login';
  const notices = linesOf(page).map((line) => (line.length <= LONGEST_LINE ? judgeNotice(line) : null));
  return notices.find((notice) => notice !== null) ?? null;
}

/** A list shows itself in fewer. */
const MOST_LINKS = 300;

/** Whether the story found is a row of links to stories. */
export function isList(within: Document | Element, length: number, base: string | null): boolean {
  const stories = new Set<string>();
  for (const { attribs } of all('a[href]', within).slice(0, MOST_LINKS)) {
    const url = webUrl(attribs.href, base ?? 'https://www.donga.com/');
    if (url === null) continue;
    try {
      const link = parseLink(url);
      if (link.isArticle) stories.add(link.id);
    } catch {
      // No link to a story.
    }
  }
  return stories.size >= 5 && length < stories.size * 250;
}
