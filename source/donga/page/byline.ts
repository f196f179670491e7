import type { Reporter } from '../../model.ts';
import { findMail, withoutEnd } from '../../text/runs.ts';
import { CALLINGS, readNames, SURNAME } from './names.ts';

const ROLE = '(?:사진|글|영상|그래픽|정리|취재|진행|일러스트|삽화|촬영|번역|기획|편집|구성|제작)';
/** A person's part in the story (`글·사진`, `사진=`), at the beginning, behind a sign or between two names. */
const ROLES = new RegExp(`(^|[ ,/|=·ㆍ▲△■◆●])${ROLE}(?: ?[·ㆍ・/,&] ?${ROLE}){0,5}(?: ?[=:|｜] ?| )`, 'g');

/** The words before the source of a picture or fact, which is not a writer. */
const SOURCE = /(?:(?:사진|자료|영상|이미지|그래픽) ?(?:제공|출처|협조)|제공|출처|자료|도움말|감수) ?[=:|｜]/;
const PHOTO_BY = /사진 ?[=:|｜] ?/g;
const AGENCY_END = /(?:DB|뉴스1|뉴시스|뉴스|동아|일보|이미지)$/;

/** A line without the parts, between `,` and `/`, that name a source: `사진=동아일보DB`, `도움말=김철수 교수`. */
function withoutSources(line: string): string {
  return line
    .split(/([,/])/)
    .map((part) => {
      const photo = [...part.matchAll(PHOTO_BY)].at(-1);
      const owner = photo === undefined ? '' : part.slice(photo.index + photo[0].length).trimEnd();
      const bare = !owner.includes(' ') && AGENCY_END.test(owner) ? part.slice(0, photo!.index) : part;
      const at = bare.search(SOURCE);
      return at < 0 ? bare : bare.slice(0, at);
    })
    .join('');
}

/** A sports page parts place and name by a bar: 잠실｜홍길동 기자. */
const PLACE_BAR = /^([가-힣]{2,6}) ?[|｜] ?(?=[가-힣]{2,4} )/;

const OPEN = '[[(【〔［（]';
const CLOSE = '[\\])】〕］）]';
const BETWEEN = '[^[\\]()【】〔〕［］（）]';
const OPENING = new RegExp(OPEN);
const CLOSING = new RegExp(CLOSE);
const BRACKETS = new RegExp(`${OPEN}(${BETWEEN}*)${CLOSE}`, 'g');

/** In UTF-16 units; a line longer than this is prose, and not worth the search. */
const LONGEST = 300;

/**
 * The people a byline's line names: `부산=홍길동 기자 hong@donga.com`, `홍길동·김철수 기자`,
 * `동아닷컴 홍길동 기자 hong@donga.com`, `글·사진 홍길동 hong@donga.com`. Empty if it names none.
 */
export function readByline(line: string): Reporter[] {
  const isCredited = line.search(ROLES) >= 0;
  return groupsOf(line).flatMap(({ people, emails }) =>
    people.map((person, index) => ({
      ...person,
      title: person.title ?? (isCredited || person.place !== null ? null : titleBehind(people, index)),
      email: mailOf(emails, people.length, index),
    })),
  );
}

/** People, and the mail addresses that stand behind them. */
interface NamedGroup {
  readonly people: Omit<Reporter, 'email'>[];
  readonly emails: string[];
}

/**
 * The mail address of one of several people: the addresses belong to the last people in their order, and the
 * last one gets all that remain, parted by `, ` as in a `mailto:` (RFC 6068).
 */
function mailOf(emails: readonly string[], people: number, index: number): string | null {
  const at = index - Math.max(0, people - emails.length);
  if (at < 0) return null;
  return emails.slice(at, index === people - 1 ? undefined : at + 1).join(', ') || null;
}

function groupsOf(line: string): NamedGroup[] {
  if (line.length > LONGEST) return [];
  const groups: NamedGroup[] = [];
  for (const { words, email } of parts(tidy(line))) {
    const [place, names] = splitPlace(words);
    const people = readNames(names, email !== null).map((person) => ({ ...person, place }));
    const last = groups.at(-1);
    const isMore = words === '' && last !== undefined && last.emails.length > 0;
    if (people.length === 0 && !isMore) continue;
    const emails = email === null ? [] : [email];
    if (last !== undefined && (isMore || last.emails.length === 0)) {
      last.people.push(...people);
      last.emails.push(...emails);
    } else {
      groups.push({ people, emails });
    }
  }
  return groups;
}

/** The title of the next of several people who has one: 이나래, 박다온 기자. */
const titleBehind = (people: readonly Pick<Reporter, 'title'>[], index: number): string | null =>
  people.slice(index + 1).find(({ title }) => title !== null)?.title ?? null;

/**
 * A byline's line without the parts that name no one: agencies' credits, what people did, additions in
 * brackets. It has no two blanks in a row.
 */
function tidy(line: string): string {
  const bare = collapse(line)
    .replaceAll('＠', '@')
    .replaceAll('＝', '=')
    .trim()
    .replace(BRACKETS, (whole, inside: string, at: number, all: string) => {
      if (isCredit(inside)) return ' ';
      const isKept = findMail(inside) !== null || (at === 0 && whole.length === all.length);
      return isKept ? ` ${inside} ` : ' ';
    });
  const named = withoutSources(collapse(bare).trim().replace(PLACE_BAR, '$1=')).replace(
    ROLES,
    (_, before: string) => (before === '=' ? '=' : ', '),
  );
  const first = named.indexOf('=');
  return (
    named
      // 광주=홍길동·부산=김철수 기자
      .replace(/ ?[·ㆍ] ?(?=[가-힣]{2,6}=)/g, (sign, at: number) => (first >= 0 && first < at ? ', ' : sign))
      .trim()
      .replace(/^[ ,]+/, '')
      .replace(/^By (?=[A-Z])/i, '')
  );
}

const collapse = (text: string) => text.replace(/\s+/g, ' ');

const ONE = new RegExp(`^(?!문의|제보|안내|기고|전화|기자)${SURNAME}[가-힣]{1,3}$`);
const PLACED = /^[가-힣A-Za-z]{1,12}[=|｜](?=.)/;
const DESK_WORD = /^[가-힣A-Za-z0-9]{1,8}(?:부|팀|센터|닷컴|일보|동아|뉴스1|뉴시스)$/;
const JOURNALIST = /^(?:[가-힣]{0,6}(?:기자|특파원|논설위원)|PD)$/;
const CALLING = new RegExp(`^(?:${CALLINGS})$`);
const GLUED = /^([가-힣]{2,5}?)((?:선임|전문|수석|객원|인턴|대)?(?:기자|특파원|논설위원))$/;

/** In UTF-16 units; a last line that is longer says something. */
const LONGEST_STRICT = 120;

/**
 * The people of a line that is nothing but a byline, as the last line of a story may be: names, each with a
 * journalist's title or a mail address. Empty for any other: prose, and a name with the title of no journalist.
 */
export function readStrictByline(line: string): Reporter[] {
  if (line.length > LONGEST_STRICT) return [];
  const words = wordsOf(tidy(line));
  if (!isStrict(words)) return [];
  // Several addresses can be given to names only if there is one for each.
  const isPlain = groupsOf(line).every(
    ({ people, emails }) => emails.length < 2 || emails.length === people.length,
  );
  return isPlain ? readByline(line) : [];
}

/** A byline's words, with mail addresses separated from adjoining text. */
function wordsOf(line: string): string[] {
  let spaced = '';
  let at = 0;
  for (let mail = findMail(line); mail !== null; mail = findMail(line, mail.end)) {
    spaced += `${line.slice(at, mail.start)} ${line.slice(mail.start, mail.end)} `;
    at = mail.end;
  }
  return `${spaced}${line.slice(at)}`.split(/[ ,;·ㆍ/|]/).flatMap((word) => {
    if (word === '') return [];
    const glued = GLUED.exec(word);
    return glued !== null && ONE.test(glued[1]!) ? [glued[1]!, glued[2]!] : [word];
  });
}

/** Whether words are names, each followed by a title or a mail address; a desk may stand before either. */
function isStrict(words: readonly string[]): boolean {
  let isNamed = false;
  let isTitled = false;
  for (const [index, word] of words.entries()) {
    const next = words[index + 1] ?? '';
    const name = word.replace(PLACED, '');
    const isFollowed = JOURNALIST.test(next) || next.includes('@');
    if (findMail(word)?.start === 0 || JOURNALIST.test(word)) {
      if (!isNamed && !(isTitled && word.includes('@'))) return false;
      isNamed = false;
      isTitled = true;
    } else if (DESK_WORD.test(word) && !isFollowed) {
      // 동아닷컴 홍길동 기자, 홍길동 문화부 기자
    } else if (isTitled && !isNamed && CALLING.test(word)) {
      // 홍길동 객원기자·소설가
    } else if (ONE.test(name)) {
      isNamed = true;
    } else if (!DESK_WORD.test(word)) {
      return false;
    }
  }
  return isTitled && !isNamed;
}

/** A part of a byline: words, and the mail address that ends them. */
interface BylinePart {
  readonly words: string;
  readonly email: string | null;
}

/** A mail address ends a part, and so do `,` `;` `/` and `|`. */
function parts(line: string): BylinePart[] {
  const found: BylinePart[] = [];
  let at = 0;
  for (let mail = findMail(line); mail !== null; mail = findMail(line, at)) {
    const email = line.slice(mail.start, mail.end);
    const before = bySigns(line.slice(at, mail.start));
    const last = before.pop() ?? '';
    found.push(...before.map((words) => ({ words, email: null })), { words: last, email });
    at = mail.end;
    while (/[\s,;·ㆍ/|)\]]/.test(line[at] ?? '')) at++;
  }
  return [...found, ...bySigns(line.slice(at)).map((words) => ({ words, email: null }))];
}

const bySigns = (text: string): string[] =>
  withoutEnd(text, /[\s([]/)
    .split(/[,;/|]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');

/** A team or an outlet before a name is not a place. */
const DESK = /(?:팀|센터|닷컴|일보)$/;

function splitPlace(text: string): [place: string | null, rest: string] {
  const sign = text.indexOf('=');
  if (sign < 0) return [null, text];
  const place = text.slice(0, sign).trim();
  return [place === '' || DESK.test(place) ? null : place, text.slice(sign + 1).trim()];
}

const CREDIT = /^[^=]{1,30}=[^=]{1,40}$/;
const NO_CREDIT = new RegExp(`^ ?${ROLE}|^ ?자료|(?:기자|특파원|위원|PD) ?$|@`);

/** Whether the text in brackets is an agency's credit: a place and an agency, no writer and no picture's. */
const isCredit = (text: string) => CREDIT.test(text) && !NO_CREDIT.test(collapse(text));

/** The text in brackets that a line begins with, and the rest; null without brackets. */
function leading(line: string): { inside: string; rest: string } | null {
  const text = line.trim();
  const end = text.search(CLOSING);
  if (end < 1 || !OPENING.test(text[0]!) || OPENING.test(text.slice(1, end))) return null;
  return { inside: text.slice(1, end).trim(), rest: text.slice(end + 1).trim() };
}

/**
 * The agency's credit that a byline's line begins with, without its brackets: `(서울=뉴스1) 홍길동 기자`,
 * `[서울=뉴시스]`; null if it begins with none.
 */
export function readCredit(line: string): string | null {
  const inside = leading(line)?.inside ?? '';
  return isCredit(inside) ? inside : null;
}

/**
 * The credit of a line that is nothing but that: `(서울=뉴스1)`, `[서울=뉴시스]`, `【서울=뉴시스】`; a byline may
 * follow it. Null for any other line.
 */
export function readWire(line: string): string | null {
  const credit = readCredit(line);
  if (credit === null) return null;
  return leading(line)?.rest === '' || readStrictByline(line).length > 0 ? credit : null;
}
