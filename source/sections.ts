import { jamo } from './korean/jamo.ts';
import { bare, suggest } from './text/suggest.ts';

/** A section as the reader knows it. */
export interface Section {
  /** The feed's name: the part of its address before `.xml`. */
  readonly name: string;
  readonly label: string;
  /** Beside a headline: at most eight cells. 스포츠동아's are words that other sections may share. */
  readonly shortLabel: string;
  /** The label if the interface is English, and one beside a headline: at most eight cells. */
  readonly english: string;
  readonly shortEnglish: string;
  /** The segments of a link's path that stand for the section: `/news/<segment>/article/…`. */
  readonly segments: readonly string[];
  /** Other words that pages and people use for it. */
  readonly aliases: readonly string[];
  /** The address of a feed that is not the paper's; absent for the paper's own. */
  readonly feed?: string;
}

/** Every section there is a feed for, in the order of the bar and of every list. */
export const SECTIONS: readonly Section[] = [
  {
    name: 'total',
    label: '전체기사',
    shortLabel: '전체',
    english: 'All',
    shortEnglish: 'All',
    segments: [],
    aliases: ['all', '최신기사'],
  },
  {
    name: 'politics',
    label: '정치',
    shortLabel: '정치',
    english: 'Politics',
    shortEnglish: 'Politics',
    segments: ['Politics'],
    aliases: [],
  },
  {
    name: 'national',
    label: '사회',
    shortLabel: '사회',
    english: 'Society',
    shortEnglish: 'Society',
    segments: ['Society'],
    aliases: [],
  },
  {
    name: 'economy',
    label: '경제',
    shortLabel: '경제',
    english: 'Economy',
    shortEnglish: 'Economy',
    segments: ['Economy'],
    aliases: [],
  },
  {
    name: 'international',
    label: '국제',
    shortLabel: '국제',
    english: 'World',
    shortEnglish: 'World',
    segments: ['Inter'],
    aliases: [],
  },
  {
    name: 'editorials',
    label: '사설칼럼',
    shortLabel: '사설칼럼',
    english: 'Opinion',
    shortEnglish: 'Opinion',
    segments: ['Opinion'],
    aliases: ['오피니언', '사설', '칼럼'],
  },
  {
    name: 'science',
    label: '의학과학',
    shortLabel: '과학',
    english: 'Science',
    shortEnglish: 'Science',
    segments: ['It'],
    aliases: ['IT/과학', 'IT/의학'],
  },
  {
    name: 'culture',
    label: '문화연예',
    shortLabel: '문화',
    english: 'Culture',
    shortEnglish: 'Culture',
    segments: ['Culture', 'Entertainment'],
    aliases: ['연예', '생활/문화'],
  },
  {
    name: 'sports',
    label: '스포츠',
    shortLabel: '스포츠',
    english: 'Sports',
    shortEnglish: 'Sports',
    segments: ['Sports'],
    aliases: [],
  },
  {
    name: 'inmul',
    label: '사람속으로',
    shortLabel: '사람',
    english: 'People',
    shortEnglish: 'People',
    segments: ['People'],
    aliases: ['피플', '인물'],
  },
  {
    name: 'health',
    label: '건강',
    shortLabel: '건강',
    english: 'Health',
    shortEnglish: 'Health',
    segments: [],
    aliases: ['헬스'],
  },
  {
    name: 'travel',
    label: '여행',
    shortLabel: '여행',
    english: 'Travel',
    shortEnglish: 'Travel',
    segments: [],
    aliases: [],
  },
  {
    name: 'book',
    label: '도서',
    shortLabel: '도서',
    english: 'Books',
    shortEnglish: 'Books',
    segments: [],
    aliases: ['책'],
  },
  {
    name: 'show',
    label: '공연',
    shortLabel: '공연',
    english: 'Stage',
    shortEnglish: 'Stage',
    segments: [],
    aliases: [],
  },
  {
    name: 'lifeinfo',
    label: '생활정보',
    shortLabel: '생활',
    english: 'Living',
    shortEnglish: 'Living',
    segments: [],
    aliases: [],
  },
  {
    name: 'sportsdonga/sports',
    label: '스포츠동아 스포츠',
    shortLabel: '스포츠',
    english: 'SportsDonga Sports',
    shortEnglish: 'Sports',
    segments: [],
    aliases: ['스포츠동아'],
  },
  {
    name: 'sportsdonga/baseball',
    label: '스포츠동아 야구&MLB',
    shortLabel: '야구',
    english: 'SportsDonga Baseball',
    shortEnglish: 'Baseball',
    segments: [],
    aliases: ['스포츠동아 야구'],
  },
  {
    name: 'sportsdonga/soccer',
    label: '스포츠동아 축구',
    shortLabel: '축구',
    english: 'SportsDonga Soccer',
    shortEnglish: 'Soccer',
    segments: [],
    aliases: [],
  },
  {
    name: 'sportsdonga/golf',
    label: '스포츠동아 골프',
    shortLabel: '골프',
    english: 'SportsDonga Golf',
    shortEnglish: 'Golf',
    segments: [],
    aliases: [],
  },
  {
    name: 'sportsdonga/sports_general',
    label: '스포츠동아 일반',
    shortLabel: '기타종목',
    english: 'SportsDonga General',
    shortEnglish: 'General',
    segments: [],
    aliases: [],
  },
  {
    name: 'sportsdonga/sports_game',
    label: '스포츠동아 e스포츠',
    shortLabel: 'e스포츠',
    english: 'SportsDonga Esports',
    shortEnglish: 'Esports',
    segments: [],
    aliases: [],
  },
  {
    name: 'sportsdonga/entertainment',
    label: '스포츠동아 엔터테인먼트',
    shortLabel: '연예',
    english: 'SportsDonga Entertainment',
    shortEnglish: 'Showbiz',
    segments: [],
    aliases: ['스포츠동아 연예'],
  },
];

const bySegment: ReadonlyMap<string, string> = new Map(
  SECTIONS.flatMap(({ name, segments }) => segments.map((segment) => [segment.toLowerCase(), name] as const)),
);

/** The list of watched and followed headlines, whatever section they came in. It has no feed. */
export const FOLLOWING: Section = {
  name: 'following',
  label: '관심',
  english: 'Following',
  shortLabel: '관심',
  shortEnglish: 'Follow',
  segments: [],
  aliases: [],
};

/** The place of the watched headlines in the bar: second, so that the reader still begins with the first section. */
export const FOLLOWING_AT = 1;

let others: readonly Section[] = [];

/** Adds the sections of feeds that are not the paper's, as the reader has chosen them: at the start of a process. */
export function setOtherSections(sections: readonly Section[]): void {
  others = sections;
}

/** The sections of feeds that are not the paper's. */
export const otherSections = (): readonly Section[] => others;

/** The paper's sections, then the others. */
export const allSections = (): readonly Section[] => [...SECTIONS, ...others];

/** The feed's name for a segment of a link's path; null for none (`list`, `dobal`). */
export function sectionOfSegment(segment: string): string | null {
  return bySegment.get(segment.toLowerCase()) ?? null;
}

/** The names of the sections the bar shows until a reader chooses others. */
export const DEFAULT_SECTIONS: readonly string[] = SECTIONS.slice(0, 12).map(({ name }) => name);

const byName: ReadonlyMap<string, Section> = new Map(SECTIONS.map((section) => [section.name, section]));

let bySpelling: ReadonlyMap<string, Section> | null = null;

/** Every name of a section. No start needs these: the archive uses the feeds' own names. */
function spellings(): ReadonlyMap<string, Section> {
  bySpelling ??= new Map(
    // Names and labels last, so that no alias takes a spelling from them.
    [
      ...SECTIONS.flatMap((section) =>
        [...section.segments, ...section.aliases].map((alias) => [bare(alias), section] as const),
      ),
      ...SECTIONS.flatMap((section) => {
        const { name, label, english, shortLabel } = section;
        const words = [english, label, name, ...(name.includes('/') ? [] : [shortLabel])];
        return words.map((word) => [bare(word), section] as const);
      }),
    ],
  );
  return bySpelling;
}

/** The section that a feed's name, a Korean label or another word names; null for none. */
export function findSection(word: string): Section | null {
  return byName.get(word) ?? spellings().get(bare(word)) ?? findOther(word);
}

/** The section of another feed that a word names; null for none. */
function findOther(word: string): Section | null {
  return (
    others.find(({ name }) => name === word) ?? others.find(({ name }) => bare(name) === bare(word)) ?? null
  );
}

/** The list that a word names: a section, or the watched and followed headlines; null for none. */
export function findList(word: string): Section | null {
  const { name, label, english } = FOLLOWING;
  return [name, label, english].some((each) => bare(each) === bare(word)) ? FOLLOWING : findSection(word);
}

const listByName = (name: string): Section | undefined =>
  name === FOLLOWING.name ? FOLLOWING : (byName.get(name) ?? others.find((section) => section.name === name));

/** The label for a list's name; the name itself if there is no such list, '' for none. */
export function sectionLabel(name: string | null, language: 'ko' | 'en' = 'ko'): string {
  if (name === null) return '';
  return listByName(name)?.[language === 'ko' ? 'label' : 'english'] ?? name;
}

/** The label of a headline that came in no section's feed, and whose link names none. */
const NO_SECTION = { ko: '기타', en: 'Other' } as const;

/** The label beside a headline: never empty, so that no row looks as if something were missing. */
export function shortSectionLabel(name: string | null, language: 'ko' | 'en'): string {
  if (name === null) return NO_SECTION[language];
  return listByName(name)?.[language === 'ko' ? 'shortLabel' : 'shortEnglish'] ?? name;
}

/** The sections, by feed names, that a word may be the beginning of; its last syllable may be unfinished. */
export function sectionsBegun(word: string): readonly string[] {
  const begun = jamo(bare(word));
  const known = [...spellings(), ...others.map((other) => [bare(other.name), other] as const)];
  return [
    ...new Set(known.flatMap(([spelling, { name }]) => (jamo(spelling).startsWith(begun) ? name : []))),
  ];
}

const places: ReadonlyMap<string, number> = new Map(SECTIONS.map(({ name }, index) => [name, index]));

function placeOf(name: string): number {
  const place = places.get(name);
  if (place !== undefined) return place;
  const at = others.findIndex((section) => section.name === name);
  return SECTIONS.length + (at < 0 ? others.length : at);
}

/** Orders feed names as the table does, then as the other feeds stand; names it does not have come last, by code unit. */
export function compareSections(one: string, other: string): number {
  const difference = placeOf(one) - placeOf(other);
  return difference !== 0 ? difference : one < other ? -1 : one > other ? 1 : 0;
}

/** The spelling of a section, and the feed's name, nearest to a word that `findSection` does not know; null if none is near. */
function nearestSection(word: string): readonly [spelling: string, name: string] | null {
  const known = allSections().flatMap(({ name, label, segments, aliases }) =>
    [
      name,
      name.replace('sportsdonga/', ''),
      label,
      label.replace('스포츠동아 ', ''),
      ...segments,
      ...aliases,
    ].map((spelling) => [spelling, name] as const),
  );
  const near = suggest(
    word,
    known.map(([spelling]) => spelling),
  );
  return known.find(([spelling]) => spelling === near) ?? null;
}

/** The feed's name that was probably meant; null if none is near. */
export const suggestSection = (word: string): string | null => nearestSection(word)?.[1] ?? null;

/** The section that was probably meant, in a word of the language that was typed; null if none is near. */
export function suggestSectionWord(word: string): string | null {
  const near = nearestSection(word);
  if (near === null) return null;
  const [spelling, name] = near;
  if (!/[ㄱ-ㆎ가-힣]/.test(word)) return name;
  return findSection(spelling)?.name === name ? spelling : sectionLabel(name);
}
