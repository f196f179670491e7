import type { Reporter } from '../../model.ts';
import { CALLINGS, readNames, SURNAME } from './names.ts';

const MAIL = /[A-Za-z0-9][\w.+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/;

const ROLE = '(?:사진|글|영상|그래픽|정리|취재|진행|일러스트|삽화|촬영|번역|기획|편집|구성|제작)';
/** What somebody did (`글·사진`, `사진=`), at the beginning, behind a sign or between two names. */
const ROLES = new RegExp(`(^|[\\s,/|=])${ROLE}(?:\\s*[·ㆍ・/,&]\\s*${ROLE})*(?:\\s*[=:|｜]\\s*|\\s+)`, 'g');

/** Whom a picture or a fact comes from: no writer. */
const SOURCE =
  /사진\s*[=:|｜]\s*\S*(?:DB|뉴스1|뉴시스|뉴스|동아|일보|이미지)(?=\s*(?:$|[,/]))|(?:(?:사진|자료|영상|이미지|그래픽)\s*(?:제공|출처|협조)|제공|출처|자료|도움말|감수)\s*[=:|｜][^,/]*/g;

/** A sports page parts place and name by a bar: 잠실｜홍길동 기자. */
const PLACE_BAR = /^([가-힣]{2,6})\s*[|｜]\s*(?=[가-힣]{2,4}\s)/;

const OPEN = '[[(【〔［（]';
const CLOSE = '[\\])】〕］）]';
const BETWEEN = '[^[\\]()【】〔〕［］（）]';
const BRACKETS = new RegExp(`${OPEN}(${BETWEEN}*)${CLOSE}`, 'g');

/** In UTF-16 units; a line longer than this is prose, and not worth the search. */
const LONGEST = 300;

/**
 * The people a byline's line names: `부산=홍길동 기자 hong@donga.com`, `홍길동·김철수 기자`,
 * `동아닷컴 홍길동 기자 hong@donga.com`, `글·사진 홍길동 hong@donga.com`. Empty where it names none.
 */
export function readByline(line: string): Reporter[] {
  const reporters: Reporter[] = [];
  if (line.length > LONGEST) return reporters;
  for (const part of parts(tidy(line))) {
    const mail = MAIL.exec(part);
    const [place, names] = splitPlace((mail === null ? part : part.slice(0, mail.index)).trim());
    const people = readNames(names, mail !== null);
    const email = mail === null ? null : mail[0];
    people.forEach(({ name, title }, index) => {
      reporters.push({ name, title, place, email: index === people.length - 1 ? email : null });
    });
  }
  return reporters;
}

/** A byline's line without what names nobody: agencies' credits, what people did, what brackets add to a name. */
function tidy(line: string): string {
  const bare = line
    .replaceAll('＠', '@')
    .replaceAll('＝', '=')
    .trim()
    .replace(BRACKETS, (whole, inside: string, at: number, all: string) => {
      if (isCredit(inside)) return ' ';
      return MAIL.test(inside) || (at === 0 && whole.length === all.length) ? ` ${inside} ` : ' ';
    })
    .trim()
    .replace(PLACE_BAR, '$1=')
    .replace(SOURCE, '')
    .replace(ROLES, (_, before: string) => (before === '=' ? '=' : ', '))
    // 광주=홍길동·부산=김철수 기자
    .replace(/(=[^=]*?)\s*[·ㆍ]\s*(?=[가-힣]{2,6}=)/g, '$1, ');
  return bare.replace(/^[\s,]+|\s+$/g, '').replace(/^By\s+(?=[A-Z])/i, '');
}

const ONE = `(?:[가-힣A-Za-z·]{1,12}[=|｜])?(?!문의|제보|안내|기고|전화|기자)${SURNAME}[가-힣]{1,3}(?:[·ㆍ]${SURNAME}[가-힣]{1,3})*`;
const DESK_WORD = '(?:[가-힣A-Za-z0-9]{1,8}(?:부|팀|센터|닷컴|일보|동아|뉴스1|뉴시스)\\s+){0,2}';
const TITLE = `${DESK_WORD}(?:[가-힣]{0,6}(?:기자|특파원|논설위원)|PD)(?:[·ㆍ](?:${CALLINGS}))?`;
const TITLED = `${DESK_WORD}${ONE}(?:\\s*${TITLE}|\\s*(?:${TITLE}[\\s|]*)?${MAIL.source})`;
/** Names each with a title or a mail address, and nothing else. */
const STRICT = new RegExp(`^${TITLED}(?:[\\s,;·ㆍ/|]+${TITLED})*$`);

/**
 * The people of a line that is nothing but a byline, as the last line of a story may be. Empty for any other:
 * prose, and a name with the title of no journalist.
 */
export function readStrictByline(line: string): Reporter[] {
  return line.length <= 120 && STRICT.test(tidy(line)) ? readByline(line) : [];
}

/** A mail address ends a part; where there is none, `,` `;` `/` and `|` do. */
function parts(line: string): string[] {
  const found: string[] = [];
  let rest = line;
  for (let mail = MAIL.exec(rest); mail !== null; mail = MAIL.exec(rest)) {
    const end = mail.index + mail[0].length;
    found.push(...bySigns(rest.slice(0, mail.index), mail[0]));
    rest = rest.slice(end).replace(/^[\s,;·ㆍ/|)\]]+/, '');
  }
  found.push(...bySigns(rest, ''));
  return found;
}

function bySigns(text: string, mail: string): string[] {
  const pieces = text
    .replace(/[\s([]+$/, '')
    .split(/\s*[,;/|]\s*/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  if (mail !== '') pieces.push(`${pieces.pop() ?? ''} ${mail}`.trim());
  return pieces;
}

/** Who is named by a team is nowhere by that. */
const DESK = /(?:팀|센터|닷컴|일보)$/;

function splitPlace(text: string): [place: string | null, rest: string] {
  const sign = text.indexOf('=');
  if (sign < 0) return [null, text];
  const place = text.slice(0, sign).trim();
  return [place === '' || DESK.test(place) ? null : place, text.slice(sign + 1).trim()];
}

const CREDIT = /^[^=]{1,30}=[^=]{1,40}$/;
const NO_CREDIT = new RegExp(`^\\s*${ROLE}|^\\s*자료|(?:기자|특파원|위원|PD)\\s*$|@`);

/** Whether what stands in brackets is an agency's credit: a place and an agency, no writer and no picture's. */
const isCredit = (text: string) => CREDIT.test(text) && !NO_CREDIT.test(text);

const LEADING = new RegExp(`^\\s*${OPEN}\\s*(${BETWEEN}*?)\\s*${CLOSE}(.*)$`);

/**
 * The agency's credit that a byline's line begins with, without its brackets: `(서울=뉴스1) 홍길동 기자`,
 * `[서울=뉴시스]`; null where it begins with none.
 */
export function readCredit(line: string): string | null {
  const inside = LEADING.exec(line)?.[1] ?? '';
  return isCredit(inside) ? inside : null;
}

/**
 * The credit of a line that is nothing but that: `(서울=뉴스1)`, `[서울=뉴시스]`, `【서울=뉴시스】`; a byline may
 * follow it. Null for any other line.
 */
export function readWire(line: string): string | null {
  const credit = readCredit(line);
  if (credit === null) return null;
  const rest = LEADING.exec(line)?.[2]?.trim();
  return rest === '' || readStrictByline(line).length > 0 ? credit : null;
}
