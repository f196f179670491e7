import { isDropped } from './drop.ts';
import { parseLink, webUrl } from './links.ts';
import { all, type Document, type Element, first, linesOf, textOf } from './tree.ts';

/** Why a page is no article. */
export type Verdict = 'login' | 'missing' | 'list' | 'empty';

const MISSING =
  /(?:페이지|기사|주소|문서|콘텐츠|게시물)(?:를|을|가|이|는|은)?\s*(?:찾을 수 없|존재하지 않|삭제(?:된|되었|됐|돼|되어)|없습니다|이동했|변경(?:되었|됐))|(?:삭제된|없는|존재하지 않는|잘못된)\s*(?:기사|페이지|주소|접근|경로|콘텐츠)|\b404\b|not found/i;

const LOGIN =
  /로그인(?:이|을)?\s*(?:후에?|해야|하셔야|하시면|하면|하신|필요|해\s*주)|(?:회원|구독자|유료|멤버십)\s*(?:전용|가입\s*(?:후|하)|만\s*(?:볼|읽|이용))|회원(?:에게|에게만)\s*(?:공개|제공)/;

/** A notice speaks to its reader (…습니다, …세요), which news prose does not. */
const SPOKEN = /(?:니다|세요|시오|어요|예요)(?=[\s.!)\]”"']|$)/;

/** A notice is short; a story that tells of logins or missing pages is not. */
const LONGEST_NOTICE = 400;
const LONGEST_LINE = 120;

/** What the text in a story's place says where it is no story; null where it may be one. */
export function judgeBody(body: Element): Verdict | null {
  if (first('input[type="password"], form[action*="login"]', body) !== null) return 'login';
  const lines = linesOf(body, isDropped);
  // A wall may stand behind the beginning of a story; a missing story has no beginning.
  const isShort = lines.join(' ').length <= LONGEST_NOTICE;
  const notices = (isShort ? lines : lines.slice(-3)).map((line) =>
    SPOKEN.test(line) && line.length <= LONGEST_LINE ? judgeNotice(line) : null,
  );
  if (notices.includes('login')) return 'login';
  return isShort && notices.includes('missing') ? 'missing' : null;
}

function judgeNotice(text: string): Verdict | null {
  if (LOGIN.test(text)) return 'login';
  return MISSING.test(text) ? 'missing' : null;
}

/** Why a page is no article, as its title or first heading says; null where they do not. */
export function judgeTitle(page: Document): Verdict | null {
  for (const title of [first('title', page), first('h1', page)].map((element) => textOf(element))) {
    if (/^로그인|로그인이? 필요/.test(title)) return 'login';
    const notice = judgeNotice(title);
    if (notice !== null) return notice;
  }
  return null;
}

/** The same by what its lines say, for a page where no story was found: even there a line may be a menu's. */
export function judgePage(page: Document): Verdict | null {
  const title = judgeTitle(page);
  if (title !== null) return title;
  if (first('input[type="password"]', page) !== null) return 'login';
  const notices = linesOf(page).map((line) => (line.length <= LONGEST_LINE ? judgeNotice(line) : null));
  return notices.find((notice) => notice !== null) ?? null;
}

/** A list shows itself in fewer. */
const MOST_LINKS = 300;

/** Whether what was taken for a story is a row of links to stories. */
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
