/**
 * The reader's own words: some mark headlines (watch), some hide them (mute). A word is matched in titles; `#tag` is
 * matched against the tags of articles whose text is kept, since feeds carry no tags.
 */
import type { MatchRange } from './model.ts';
import { sanitiseLine } from './text/sanitise.ts';
import { suggest } from './text/suggest.ts';

/** The lists of words. */
export const WORD_LISTS = ['watch', 'mute', 'follow'] as const;
export type WordList = (typeof WORD_LISTS)[number];

/** Each list's words, as they were typed, in the order they were added. */
export interface WatchWords extends Readonly<Record<'watch' | 'mute', readonly string[]>> {
  /** Followed things, each as `followedText` writes it. */
  readonly follow?: readonly string[];
}

export const NO_WORDS: WatchWords = { watch: [], mute: [] };

/** The longest word that is kept, in UTF-16 units. */
export const LONGEST_WORD = 100;

/** A word, read: parts that must all stand in a title, or a tag. Both in ASCII lower case. */
export type WordMatch =
  | { readonly kind: 'title'; readonly parts: readonly string[] }
  | { readonly kind: 'tag'; readonly tag: string };

/**
 * Why a typed word cannot be kept: it is empty, or longer than {@link LONGEST_WORD}; `length` in UTF-16
 * units.
 */
export interface WordFault {
  readonly fault: 'empty' | 'too-long';
  readonly length: number;
}

/** A typed word as it is kept: one sanitised line, spaces single, a tag's `#` half-width; or why it cannot be. */
export function readWord(typed: string): { readonly word: string } | WordFault {
  const word = sanitiseLine(typed)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[#＃]\s*/, '#');
  const { length } = word;
  if (/^#*$/.test(word)) return { fault: 'empty', length };
  return length > LONGEST_WORD ? { fault: 'too-long', length } : { word };
}

/** A typed word as it is kept; null if it cannot be. */
export function cleanWord(typed: string): string | null {
  const read = readWord(typed);
  return 'word' in read ? read.word : null;
}

/** Whether two words are the same but for the case of their Latin letters. */
export const isSameWord = (one: string, other: string): boolean => lower(one) === lower(other);

/** Reads a word: see `WordMatch`. */
export function matchOf(word: string): WordMatch {
  return word.startsWith('#')
    ? { kind: 'tag', tag: lower(word.slice(1)) }
    : { kind: 'title', parts: lower(word).split(' ').filter(Boolean) };
}

/** Whether a Latin letter or digit stands at an edge: there a word must end too, so that AI is not found in MAIN. */
export const needsEdge = (character: string | undefined): boolean => /^[a-z0-9]$/.test(character ?? '');

/**
 * The places of the words in a title: `[start, end)` in UTF-16 units, ascending and apart. A tag has no place
 * in a title.
 */
export function wordRanges(title: string, words: readonly string[]): MatchRange[] {
  const text = lower(title);
  const found: MatchRange[] = [];
  for (const word of words) {
    const match = matchOf(word);
    if (match.kind === 'tag') continue;
    const ranges = match.parts.map((part) => partRanges(text, part));
    if (ranges.every((each) => each.length > 0)) found.push(...ranges.flat());
  }
  const apart: [number, number][] = [];
  for (const [start, end] of found.sort(([one], [other]) => one - other)) {
    const last = apart.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else apart.push([start, end]);
  }
  return apart;
}

function partRanges(text: string, part: string): MatchRange[] {
  const ranges: MatchRange[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    const end = at + part.length;
    const begins = !needsEdge(part[0]) || !needsEdge(text[at - 1]);
    const ends = !needsEdge(part.at(-1)) || !needsEdge(text[end]);
    if (begins && ends) ranges.push([at, end]);
  }
  return ranges;
}

/** The text with ASCII letters in lower case, as SQLite's lower() has it; its length is unchanged. */
function lower(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Something that is followed: its new headlines are listed beside the watched ones. A story's name is its id. */
export interface Followed {
  readonly kind: 'reporter' | 'tag' | 'column' | 'story';
  readonly name: string;
}

const KINDS: Readonly<Record<string, Followed['kind']>> = {
  reporter: 'reporter',
  기자: 'reporter',
  tag: 'tag',
  태그: 'tag',
  column: 'column',
  연재: 'column',
  story: 'story',
  소식: 'story',
};

/** Why a typed line cannot be followed; `suggestion` is the line with the kind that was probably meant. */
export type FollowFault =
  | { readonly fault: 'not-followable'; readonly suggestion: string | null }
  | { readonly fault: 'too-long'; readonly length: number };

/** Reads something to follow: `reporter:이름`, `tag:말`, `column:이름`, `story:id`; or why it cannot be followed. */
export function readFollow(typed: string): { readonly followed: Followed } | FollowFault {
  const text = sanitiseLine(typed).replace(/\s+/g, ' ').trim();
  const at = text.indexOf(':');
  const word = text.slice(0, Math.max(0, at)).trim().toLowerCase();
  if (!Object.hasOwn(KINDS, word)) {
    const meant = at < 0 ? null : suggest(word, Object.keys(KINDS));
    return { fault: 'not-followable', suggestion: meant === null ? null : `${meant}${text.slice(at)}` };
  }
  const kind = KINDS[word]!;
  const name = bareName(kind, text.slice(at + 1).trim());
  if (name === '') return { fault: 'not-followable', suggestion: null };
  const { length } = name;
  return length > LONGEST_WORD ? { fault: 'too-long', length } : { followed: { kind, name } };
}

/** Reads a line that names something to follow; null if that cannot be followed. */
export function readFollowed(typed: string): Followed | null {
  const read = readFollow(typed);
  return 'followed' in read ? read.followed : null;
}

/** The name alone: a tag without its #, a column without its brackets and its writer, a reporter without a title. */
function bareName(kind: Followed['kind'], name: string): string {
  switch (kind) {
    case 'tag':
      return name.replace(/^[#＃]\s*/, '');
    case 'column':
      return name
        .replace(/^[[【]|[\]】]$/g, '')
        .split('/', 1)[0]!
        .trim();
    case 'reporter':
      return name.replace(/ (?:기자|특파원)$/, '');
    case 'story':
      return /^s?[0-9a-z]+$/.test(name) ? (name.startsWith('s') ? name : `s${name}`) : '';
  }
}

/** How something that is followed is kept, and written on a command line. */
export const followedText = ({ kind, name }: Followed): string => `${kind}:${name}`;

/** Whether anything is watched or followed. */
export const hasInterests = ({ watch, follow = [] }: WatchWords): boolean => watch.length + follow.length > 0;
