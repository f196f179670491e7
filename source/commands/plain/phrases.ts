/** The one table of commands in the line-by-line mode: words, in both languages. */
import { hangulToLatin, latinToHangul } from '../../korean/keyboard.ts';
import type { MessageKey } from '../../messages/index.ts';
import { suggest } from '../../text/suggest.ts';

export interface Phrase {
  readonly action: string;
  /** The first of each is the one the help names. */
  readonly ko: readonly string[];
  readonly en: readonly string[];
  /** The word that follows the command, as the help names it. */
  readonly takes?: MessageKey;
  readonly text: MessageKey;
}

export const PHRASES = [
  { action: 'list', ko: ['목록', '제목'], en: ['list', 'l', 'headlines'], text: 'plain.does.list' },
  { action: 'more', ko: ['더', '더보기'], en: ['more', 'm'], text: 'plain.does.more' },
  {
    action: 'open',
    ko: ['열기', '읽기'],
    en: ['open', 'o', 'read'],
    takes: 'plain.takes.number',
    text: 'plain.does.open',
  },
  { action: 'next', ko: ['다음'], en: ['next', 'n'], text: 'plain.does.next' },
  { action: 'previous', ko: ['이전', '앞'], en: ['previous', 'p', 'back'], text: 'plain.does.previous' },
  { action: 'again', ko: ['다시'], en: ['again', 'a', 'repeat'], text: 'plain.does.again' },
  {
    action: 'search',
    ko: ['찾기', '검색'],
    en: ['search', 'find', '/'],
    takes: 'plain.takes.words',
    text: 'plain.does.search',
  },
  {
    action: 'section',
    ko: ['섹션'],
    en: ['section', 's', 'sections'],
    takes: 'plain.takes.section',
    text: 'plain.does.section',
  },
  {
    action: 'bookmark',
    ko: ['북마크', '책갈피'],
    en: ['bookmark', 'b'],
    takes: 'plain.takes.number',
    text: 'plain.does.bookmark',
  },
  { action: 'bookmarks', ko: ['북마크목록', '책갈피목록'], en: ['bookmarks'], text: 'plain.does.bookmarks' },
  { action: 'unread', ko: ['안읽음'], en: ['unread', 'u'], text: 'plain.does.unread' },
  {
    action: 'link',
    ko: ['링크', '주소'],
    en: ['link', 'address'],
    takes: 'plain.takes.number',
    text: 'plain.does.link',
  },
  { action: 'refresh', ko: ['새로받기', '새로'], en: ['refresh', 'r'], text: 'plain.does.refresh' },
  { action: 'help', ko: ['도움말', '도움'], en: ['help', 'h', '?'], text: 'plain.does.help' },
  {
    action: 'quit',
    ko: ['끝', '끝내기', '종료', '나가기'],
    en: ['quit', 'q', 'exit'],
    text: 'plain.does.quit',
  },
] as const satisfies readonly Phrase[];

export type PlainAction = (typeof PHRASES)[number]['action'];

/** A line, read; `argument` is the text behind the command's word. */
export type PlainRequest =
  | { readonly action: PlainAction; readonly argument: string }
  | { readonly action: null; readonly word: string; readonly suggestion: string | null };

const ACTIONS: ReadonlyMap<string, PlainAction> = new Map(
  PHRASES.flatMap(({ action, ko, en }) => [...ko, ...en].map((word) => [word, action] as const)),
);
const NAMES: readonly string[] = PHRASES.flatMap(({ ko, en }) => [
  ...ko,
  ...en.filter((word) => word.length > 1),
]);

/**
 * Reads a sanitised line; null for an empty one. A number alone, also with 번 behind it, opens. The language and the
 * keyboard's layout do not matter: `ahrfhr` is 목록, `ㅣㅑㄴㅅ` is list.
 */
export function askedBy(line: string): PlainRequest | null {
  const typed = line.trim();
  if (typed === '') return null;
  if (/^\d{1,6}번?$/.test(typed)) return { action: 'open', argument: typed };
  // 열기3 and /금리 are typed as one word.
  const glued = /^(?:\/|[^\s\d]+(?=\d))/.exec(typed)?.[0] ?? '';
  const rest = typed.slice(glued.length);
  const words = glued === '' ? typed.split(/\s+/) : [glued, ...rest.trim().split(/\s+/)];
  // 북마크 목록 is one command of two words.
  for (const count of [2, 1]) {
    const action = words.length < count ? null : actionNamed(words.slice(0, count).join(''));
    if (action !== null) return { action, argument: words.slice(count).join(' ') };
  }
  const word = words[0]!;
  return { action: null, word, suggestion: suggest(word, NAMES) };
}

function actionNamed(word: string): PlainAction | null {
  for (const meant of waysToMean(word)) {
    const action = ACTIONS.get(meant);
    if (action !== undefined) return action;
  }
  return null;
}

/** A word as it was typed, and as it would be in the keyboard's other layout. */
export function waysToMean(word: string): string[] {
  const lower = word.normalize('NFC').toLowerCase();
  return [lower, latinToHangul(word), latinToHangul(lower), hangulToLatin(word).toLowerCase()];
}

/** The number that an argument is: `3`, `3번`; null for none. */
export function numberIn(argument: string): number | null {
  const [, digits] = /^(\d{1,6})번?$/.exec(argument.trim()) ?? [];
  return digits === undefined ? null : Number(digits);
}
