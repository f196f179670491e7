import { followedEn, followedKo } from './followed.ts';
import { many } from './many.ts';
import type { Message, MessageTable, Params } from './types.ts';

/** The object of an act: something followed, a word, articles by their number or one by its title. */
const named = (p: Params, followed: (p: Params) => string, articles: string): string =>
  p.kind ? followed(p) : `${p.word || p.title || (p.count ? articles : '')}`;

/** An act, and its object last, so that the terminal's edge cuts a long headline. */
const message = (ko: string, en: string): Message => ({
  ko: (p) => [ko, named(p, followedKo, `${p.count}건`)].filter(Boolean).join(': '),
  en: (p) => [en, named(p, followedEn, many(p.count, 'article'))].filter(Boolean).join(': '),
});

const undone = (ko: string, en: string): Message => message(`되돌림(${ko})`, `undone (${en})`);
const not = (ko: string, en: string): Message => message(`되돌리지 않음(${ko})`, `not undone (${en})`);

/** What `u` took back, and why it could not. */
export const undo = {
  'notice.nothing-to-undo': { ko: '되돌릴 것이 없습니다', en: 'nothing to undo' },
  'undo.bookmark': undone('북마크하기', 'bookmarking'),
  'undo.unbookmark': undone('북마크 지우기', 'removing the bookmark'),
  'undo.edit': undone('메모와 태그 고치기', 'changing note and tags'),
  'undo.marked-read': undone('읽음 표시', 'marking read'),
  'undo.marked-unread': undone('안 읽음 표시', 'marking unread'),
  'undo.apart': undone('같은 소식에서 빼기', 'taking out of its story'),
  'undo.together': undone('같은 소식에 넣기', 'putting back into its story'),
  'undo.watch': undone('눈여겨보기', 'watching'),
  'undo.unwatch': undone('그만 눈여겨보기', 'no longer watching'),
  'undo.mute': undone('가리기', 'muting'),
  'undo.unmute': undone('그만 가리기', 'no longer muting'),
  'undo.follow': undone('따라 읽기', 'following'),
  'undo.unfollow': undone('그만 따라 읽기', 'no longer following'),
  'undo.gone': not('그사이 북마크가 지워짐', 'the bookmark is gone by now'),
  'undo.bookmark-newer': not('그사이 북마크가 바뀜', 'the bookmark was changed since'),
  'undo.note-newer': not('그사이 메모가 바뀜', 'the note was changed since'),
  'undo.already': not('그사이 이미 바뀜', 'it was changed back since'),
} satisfies MessageTable;
