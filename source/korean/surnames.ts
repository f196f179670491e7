/**
 * Korean surnames as headlines print them: by their Hanja alone (尹 대통령, 韓총리, 李-朴 회동). A surname is known by
 * its reading, so no list of persons is needed.
 */

/** Surnames by reading, each with the Hanja it is written with. After the commonest surnames of the 2015 census. */
const LINES = `
김金 이李 박朴 최崔 정鄭丁程 강姜康 조趙曺 윤尹 장張蔣 임林任 한韓 오吳 서徐 신申辛愼 권權 황黃 안安 송宋 전全田錢 홍洪 유柳劉兪 고高
문文 양梁楊 손孫 배裵裴 백白 허許 남南 심沈 노盧魯 하河 곽郭 성成 차車 주朱周 우禹 구具丘 나羅 민閔 진陳晋 지池 엄嚴 채蔡 원元 천千
방方房 공孔 현玄 함咸 변卞邊 염廉 여呂余 추秋 도都 소蘇 석石 선宣 설薛 마馬 길吉 연延 위魏 표表 명明 기奇 반潘 왕王 금琴 옥玉 육陸
인印 맹孟 제諸 모牟 탁卓 국鞠 피皮 류柳劉 라羅 량梁 려呂 림林 로盧 리李 옹邕 태太 편片 복卜 은殷 예芮 봉奉 사史 경慶 계桂
`;

/** Surnames that headlines print for nothing but a person; any other needs an office behind it (韓, 南, 車, 全). */
const ALWAYS_A_PERSON = new Set(
  '李朴崔鄭姜趙曺尹張徐吳申權黃宋洪柳劉兪梁孫裵裴許沈盧魯郭禹閔蔡卞廉呂蘇薛潘琴孟諸牟卓鞠嚴羅',
);

/** Surnames that also mean a person before a quotation (安 “단일화”): their Hanja mean no country. */
const SPEAKS = new Set('金文安高丁成白河全方元秋玄陳池具咸朱馬');
const QUOTATION = /^ ?["“‘']/;
/** A noun apart from it: 文 사저, 安 당권 도전. 金 and 銀 are medals and metals beside words that count them. */
const NOUN_APART = /^ (?!획득|사냥|싹쓸이|수확|메달|추가|값|시세|가격)[가-힣]/;
/** Surnames that mean a person before any noun that stands apart. */
const STANDS_APART = new Set('金文安丁成河');
/** Another surname beside it, joined by a sign: 金-李 회동. */
const PAIRED = /^[·-]([\u3400-\u9fff])/;

/** Titles of office, and other words that headlines put behind a surname. */
const OFFICE =
  '대통령|총리|부총리|대행|권한 ?대행|최고위원|장관|차관|대표|원내대표|의장|부의장|총재|의원|후보|당선인|당선자|위원장|비대위원장|실장|수석|비서관|대변인|총장|청장|처장|원장|회장|부회장|사장|부사장|행장|이사장|시장|지사|도지사|군수|구청장|교육감|대법원장|헌재소장|재판관|대법관|판사|검사|검찰총장|특검|변호사|경찰청장|감독|코치|선수|교수|박사|작가|기자|대사|특사|감사원장|국정원장|합참의장|참모총장|사령관|여사|측|사저|비서|법무|외교|국방|통일|행안|노동|복지|교육|문체|산업|환경|국토|여가|과기|농림|해수|정권|정부|캠프|사단|라인|내각|지지율|탄핵|퇴진|특검법|전 ?대통령|전 ?대표|전 ?총리|전 ?장관|전 ?의원|前 ?대통령|前 ?대표|前 ?총리|前 ?장관|前 ?의원|前';

const HAS_OFFICE = new RegExp(`^[ ·-]?(?:${OFFICE})`);
const HAN = /[\u3400-\u9fff]/;

let byReading: ReadonlyMap<string, string> | null = null;

/** Made when a name is first asked about: most starts need none. */
function surnames(): ReadonlyMap<string, string> {
  byReading ??= new Map(
    LINES.trim()
      .split(/\s+/)
      .map((entry) => [entry[0]!, entry.slice(1)] as const),
  );
  return byReading;
}

/** The length of a full name, nearly always: a surname of one syllable and a given name of two. */
const FULL_NAME = /^[가-힣]{3}$/;

/**
 * The Hanja that a person's full name may be cut down to in a headline, by its first syllable's reading: 윤석열
 * → 尹; 정몽규 → 鄭, 丁, 程. Empty for any word that is not three Hangul syllables beginning with a surname. Many
 * other words begin so too (한국인 → 韓): take only places where `isSurnameAt` holds, and rank them low.
 */
export function surnameHanja(word: string): string[] {
  return FULL_NAME.test(word) ? [...(surnames().get(word[0]!) ?? '')] : [];
}

/**
 * Whether the Hanja at a UTF-16 offset of an NFC title stands for a person: a surname by itself or beside another
 * (尹 “유감”, 尹李 회동); where the Hanja has another meaning too (韓, 南, 車), only right before an office (韓총리).
 */
export function isSurnameAt(title: string, at: number): boolean {
  const char = title[at] ?? '';
  let start = at;
  let end = at + 1;
  while (start > 0 && HAN.test(title[start - 1]!)) start -= 1;
  while (end < title.length && HAN.test(title[end]!)) end += 1;
  const run = title.slice(start, end);
  if (run.length === 1) return isPerson(char, title.slice(end));
  // 尹韓 갈등, 尹前대통령.
  if (run.slice(at - start) === `${char}前`) return ALWAYS_A_PERSON.has(char) || isSurname(char);
  return run.length === 2 && [...run].every(isSurname) && [...run].some((each) => ALWAYS_A_PERSON.has(each));
}

/** Whether a Hanja alone means a person, by the text behind it. */
function isPerson(char: string, after: string): boolean {
  if (ALWAYS_A_PERSON.has(char)) return true;
  if (!isSurname(char)) return false;
  if (HAS_OFFICE.test(after) || (SPEAKS.has(char) && QUOTATION.test(after))) return true;
  if (STANDS_APART.has(char) && NOUN_APART.test(after)) return true;
  return SPEAKS.has(char) && ALWAYS_A_PERSON.has(PAIRED.exec(after)?.[1] ?? '');
}

let all: ReadonlySet<string> | null = null;

/** Whether surnames are written with a Hanja. */
function isSurname(char: string): boolean {
  all ??= new Set([...surnames().values()].join(''));
  return all.has(char);
}
