import type { Reporter } from '../../model.ts';
import { withoutEnd } from '../../text/runs.ts';

/** The professions of writers who are not journalists. */
export const CALLINGS =
  '소설가|시인|작가|화가|만화가|번역가|사진가|연출가|평론가|칼럼니스트|교수|박사|변호사|원장|소장|대표|감독|배우|의사|약사|회계사|세무사|연구원|디자이너';

/** How the titles that stand behind a name end. */
const TITLE_END = new RegExp(
  `(?:${CALLINGS}|기자|특파원|논설위원|위원|주간|주필|실장|국장|부장|차장|팀장|에디터|PD|인턴|통신원|리포터|객원|고문|편집인)$`,
);

/** Words before a name that name the writer's desk. */
const DESK = /(?:부|팀|센터|닷컴|일보|동아|뉴스\d?|뉴시스|연합뉴스|채널A|스튜디오|본부|연구소|대학교|학과)$/;

/** Agencies and archives that a picture or a report is credited to: no persons. */
const AGENCY =
  /^(?:[Dd]ong-?[Aa]\S*|AP|AFP|EPA|UPI|TASS|DPA|CNN|BBC|로이터|신화|교도|타스|게티이미지\S*)$|(?:뉴스\d?|뉴시스|통신|일보|신문|동아|닷컴|DB|제공)$/;

/** Buttons beside a name, and words that announce something other than a name. */
const FURNITURE =
  /^(?:구독\S*|팔로우|더보기|\S{0,12}보기|다른|기자의|특파원의|기자홈|프로필|\S{0,12}페이지|\S{0,12}(?:다른|관련|전체)\s?기사|(?:기사|이)?\s?문의|\S{0,12}제보|안내|기고|전화|e-?mail|이?메일|페이스북|블로그|응원\S*|알림|외|등)$/i;

const NAME = /^(?:[가-힣]{2,5}|[A-Z][A-Za-z.'-]*(?: [A-Z][A-Za-z.'-]*){0,3})$/;

export const SURNAME =
  '(?:남궁|황보|제갈|사공|선우|서문|독고|[김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구나민진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용예경봉부])';

/** The usual length of a name; a longer word that begins so may be a paper's name. */
const USUAL_NAME = new RegExp(`^${SURNAME}[가-힣]{1,2}$`);

type Person = Pick<Reporter, 'name' | 'title'>;

/**
 * `홍길동 기자`, `홍길동기자`, `홍길동 문화부 차장`, `동아닷컴 홍길동 기자`, `홍길동·김철수 기자`.
 * @param isMailed whether a mail address follows, as it does a person only.
 */
export function readNames(text: string, isMailed: boolean): Person[] {
  const cleaned = withoutEnd(text.replace(/^[\s·ㆍ|△▲■●○;=([-]+/, ''), /[\s·ㆍ|:;=)\]-]/).replace(
    /\s+/g,
    ' ',
  );
  if (cleaned === '') return [];
  const people: Person[] = [];
  for (const group of cleaned.split(/ ?[·ㆍ・] ?/)) {
    const found = inRow(group.split(' ')).map((words) => [words, readName(words)] as const);
    const before = people.at(-1);
    const [words, person] = found[0]!;
    // 홍길동 기자·소설가: a word behind a title that is no name is another title of the same person.
    if (before?.title != null && found.length === 1 && isCalling(words, person))
      people[people.length - 1] = { ...before, title: `${before.title}·${group}` };
    else people.push(...found.flatMap(([, each]) => each ?? []));
  }
  // A title stands once, behind the last of the names it is for.
  const shared = people.at(-1)?.title ?? null;
  const named = people.map((person) => ({ ...person, title: person.title ?? shared }));
  const isNobody = (word: string) => FURNITURE.test(word) || TITLE_END.test(word);
  if (named.length === 0 && isMailed && !cleaned.split(' ').some(isNobody))
    named.push({ name: cleaned, title: null });
  return named;
}

const isCalling = (group: string, person: Person | null) =>
  person === null ? TITLE_END.test(group) : person.name === group && !USUAL_NAME.test(group);

/** The usual name has three syllables; with a compound surname it has four. */
const FULL_NAME = new RegExp(`^(?:(?:남궁|황보|제갈|사공|선우|서문|독고)[가-힣]{1,2}|${SURNAME}[가-힣]{2})$`);
/** Three syllables that begin as a name does, and are the name of a paper or the beginning of a title. */
const NO_NAME = /^(?:한겨레|편집국|논설실|기획실|보도국|주재원|선임급)$/;

/**
 * The words of people who stand in a row without a sign between them, each with their own: `이나래 박다온 기자`,
 * `이나래 기자 박다온 기자`. A name after a name begins the next one; the title stands behind the last.
 */
function inRow(words: readonly string[]): string[] {
  const rows: string[][] = [[]];
  for (const [index, word] of words.entries()) {
    const row = rows.at(-1)!;
    const isNext =
      isFullName(word) &&
      (row.some(isFullName) || row.some((each) => TITLE_END.test(each) && row[0] !== each));
    // 홍길동 이사장 기자: a name stands before a title, another name or the end.
    const behind = words[index + 1];
    const isLed = behind === undefined || isFullName(behind) || TITLE_END.test(behind);
    if (isNext && isLed) rows.push([word]);
    else row.push(word);
  }
  return rows.map((row) => row.join(' '));
}

const isFullName = (word: string) => FULL_NAME.test(word) && isName(word);

function readName(text: string): Person | null {
  const apart = text.split(' ');
  const words = apart.some(isName) ? apart : apart.flatMap(splitGlued);
  // A name may end as a desk does (김정부): then it is the one word before the title.
  const alone = words.length === 2 && NAME.test(words[0]!) && TITLE_END.test(words[1]!);
  const usual = words.findIndex((word) => isName(word) && USUAL_NAME.test(word));
  const at = alone ? 0 : usual >= 0 ? usual : words.findIndex(isName);
  if (at < 0) return null;
  if (/^[A-Z]/.test(words[at]!)) {
    if (words.some((word) => AGENCY.test(word))) return null;
    return { name: text.replace(TITLE_END, '').trim(), title: TITLE_END.exec(text)?.[0] ?? null };
  }
  const behind = words.slice(at + 1);
  const end = behind.findIndex((word) => FURNITURE.test(word));
  // In a box the title and the desk behind it may touch.
  const title = behind
    .slice(0, end < 0 ? undefined : end)
    .join(' ')
    .replace(/(기자|특파원|논설위원)[가-힣0-9]{1,12}(?:부|팀|센터)$/, '$1');
  return { name: words[at]!, title: title === '' ? null : title };
}

const isName = (word: string) =>
  NAME.test(word) &&
  !NO_NAME.test(word) &&
  !TITLE_END.test(word) &&
  !FURNITURE.test(word) &&
  !((DESK.test(word) || AGENCY.test(word)) && word.length > 2);

/** `홍길동기자` is a name and a title. */
function splitGlued(word: string): string[] {
  const glued = /^([가-힣]{2,4}?)((?:선임|전문|수석|객원|인턴|대)?(?:기자|특파원|논설위원))$/.exec(word);
  return glued === null ? [word] : [glued[1]!, glued[2]!];
}
