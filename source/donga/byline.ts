import type { Reporter } from '../model.ts';

const MAIL = /[A-Za-z0-9][\w.+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/;

/** How the titles that stand behind a name end. */
const TITLE_END =
  /(?:기자|특파원|논설위원|위원|주간|주필|실장|국장|부장|차장|팀장|에디터|칼럼니스트|평론가|교수|작가|박사|변호사|원장|대표|PD|인턴|통신원|리포터|객원|고문|편집인)$/;

/** Words before a name that say where the writer belongs, and roles before a `=` that are no place. */
const DESK = /(?:부|팀|센터|닷컴|일보|동아|뉴스\d?|뉴시스|연합뉴스|채널A|스튜디오|본부|연구소|대학교|학과)$/;
const ROLE = /^(?:사진|글|글·사진|글ㆍ사진|영상|그래픽|정리|취재|진행|일러스트|삽화|촬영|번역)$/;

const NAME = /^(?:[가-힣]{2,5}|[A-Z][A-Za-z.'-]*(?: [A-Z][A-Za-z.'-]*){0,3})$/;

/** A sports page parts place and name by a bar: 잠실｜홍길동 기자. */
const PLACE_BAR = /^([가-힣]{2,6})\s*[|｜]\s*(?=[가-힣]{2,4}\s)/;

/** In UTF-16 units; a line longer than this is prose, and not worth the search. */
const LONGEST = 300;

/**
 * The people a byline's line names: `부산=홍길동 기자 hong@donga.com`, `홍길동·김철수 기자`,
 * `동아닷컴 홍길동 기자 hong@donga.com`, `홍길동 hong@donga.com`. Empty where it names none.
 */
export function readByline(line: string): Reporter[] {
  const reporters: Reporter[] = [];
  if (line.length > LONGEST) return reporters;
  for (const part of parts(line.replace(PLACE_BAR, '$1='))) {
    const mail = MAIL.exec(part);
    const [place, names] = splitPlace((mail === null ? part : part.slice(0, mail.index)).trim());
    const people = readNames(names);
    const email = mail === null ? null : mail[0];
    if (people.length === 0 && email !== null && names !== '') people.push({ name: names, title: null });
    people.forEach(({ name, title }, index) => {
      reporters.push({ name, title, place, email: index === people.length - 1 ? email : null });
    });
  }
  return reporters;
}

const SURNAME =
  '(?:남궁|황보|제갈|사공|선우|서문|독고|[김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구나민진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용예경봉부])';
const ONE = `(?:[가-힣A-Za-z·]{1,12}[=|｜])?(?!문의|제보|안내|기고|전화)${SURNAME}[가-힣]{1,3}(?:[·ㆍ]${SURNAME}[가-힣]{1,3})*`;
const DESK_WORD = '(?:[가-힣A-Za-z0-9]{1,8}(?:부|팀|센터|닷컴|일보|동아|뉴스1|뉴시스)\\s+)?';
const TITLE = `${DESK_WORD}(?:[가-힣]{0,6}(?:기자|특파원|논설위원)|PD)`;
/** Names each with a title or a mail address, and nothing else. */
const STRICT = new RegExp(
  `^[([]?${DESK_WORD}${ONE}(?:\\s*${TITLE}|\\s*(?:${TITLE}\\s*)?${MAIL.source})(?:[\\s,·ㆍ/|]+${DESK_WORD}${ONE}(?:\\s*${TITLE}|\\s*(?:${TITLE}\\s*)?${MAIL.source}))*[)\\]]?$`,
);

/**
 * The people of a line that is nothing but a byline, as the last line of a story may be. Empty for any other:
 * prose, and a name with the title of no journalist.
 */
export function readStrictByline(line: string): Reporter[] {
  return line.length <= 120 && STRICT.test(line) ? readByline(line) : [];
}

/** A mail address ends a part; where there is none, `,` `/` and `|` do. */
function parts(line: string): string[] {
  const found: string[] = [];
  let rest = line;
  for (let mail = MAIL.exec(rest); mail !== null; mail = MAIL.exec(rest)) {
    const end = mail.index + mail[0].length;
    found.push(...bySigns(rest.slice(0, mail.index), mail[0]));
    rest = rest.slice(end).replace(/^[\s,·ㆍ/|)\]]+/, '');
  }
  found.push(...bySigns(rest, ''));
  return found;
}

function bySigns(text: string, mail: string): string[] {
  const pieces = text
    .replace(/[\s([]+$/, '')
    .split(/\s*[,/|]\s*/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  if (mail !== '') pieces.push(`${pieces.pop() ?? ''} ${mail}`.trim());
  return pieces;
}

function splitPlace(text: string): [place: string | null, rest: string] {
  const sign = text.indexOf('=');
  if (sign < 0) return [null, text];
  const place = text.slice(0, sign).trim();
  const rest = text.slice(sign + 1).trim();
  return [place === '' || ROLE.test(place) ? null : place, rest];
}

type Person = Pick<Reporter, 'name' | 'title'>;

/** `홍길동 기자`, `홍길동기자`, `홍길동 문화부 차장`, `동아닷컴 홍길동 기자`, `홍길동·김철수 기자`. */
function readNames(text: string): Person[] {
  const cleaned = text.replace(/^[\s·ㆍ|△▲■●=([-]+|[\s·ㆍ|:)\]-]+$/g, '').replace(/\s+/g, ' ');
  if (cleaned === '') return [];
  const groups = cleaned.split(/\s*[·ㆍ・]\s*/);
  const people = groups.map(readName);
  // A title stands once, behind the last of the names it is for.
  const shared = people.at(-1)?.title ?? null;
  return people.flatMap((person) => (person === null ? [] : [{ ...person, title: person.title ?? shared }]));
}

function readName(text: string): Person | null {
  const apart = text.split(' ');
  const words = apart.some(isName) ? apart : apart.flatMap(splitGlued);
  // A name may end as a desk does (김정부): then it is the one word before the title.
  const alone = words.length === 2 && NAME.test(words[0]!) && TITLE_END.test(words[1]!);
  const at = alone ? 0 : words.findIndex(isName);
  if (at < 0) return null;
  if (/^[A-Z]/.test(words[at]!)) {
    return { name: text.replace(TITLE_END, '').trim(), title: TITLE_END.exec(text)?.[0] ?? null };
  }
  const title = words.slice(at + 1).join(' ');
  return { name: words[at]!, title: title === '' ? null : title };
}

const isName = (word: string) =>
  NAME.test(word) && !TITLE_END.test(word) && !(DESK.test(word) && word.length > 2);

/** `홍길동기자` is a name and a title. */
function splitGlued(word: string): string[] {
  const glued = /^([가-힣]{2,4}?)((?:선임|전문|수석|객원|인턴|대)?(?:기자|특파원|논설위원))$/.exec(word);
  return glued === null ? [word] : [glued[1]!, glued[2]!];
}

/** A line that is nothing but an agency's credit: `(서울=뉴스1)`, `[서울=뉴시스]`, `【서울=뉴시스】`. */
const WIRE =
  /^\s*[[(【〔［（]\s*([^[\]()【】〔〕［］（）=]{1,30}=[^[\]()【】〔〕［］（）=]{1,40}?)\s*[\])】〕］）]\s*$/;

/** The credit of such a line without its brackets; null for any other line. */
export function readWire(line: string): string | null {
  return WIRE.exec(line)?.[1] ?? null;
}
