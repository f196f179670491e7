import { fit } from '../korean/fit.ts';
import { followedEn, followedKo } from './followed.ts';
import { hoursEn, hoursKo, many } from './many.ts';
import { undoEn, undoKo } from './pressing.ts';
import type { MessageTable, Params } from './types.ts';

/** In cells: with it, a notice about a story fits 80 columns. */
const TITLE = 22;

/** A story's title cut, so that what follows it stays on the screen. */
const short = (p: Params): Params => ({ ...p, title: fit(String(p.title ?? ''), TITLE) });

/** Stories: headlines that are the same news again. */
export const stories = {
  'command.follow': {
    ko: '기자, 태그, 연재, 소식을 따라 읽기: 관심에 모입니다',
    en: 'follow reporters, tags, columns and stories, gathered in the section Following',
  },
  'follow.added': {
    ko: (p) => `${followedKo(short(p))}: 따라 읽습니다. 관심에 모입니다${undoKo(p)}`,
    en: (p) => `following ${followedEn(short(p))}; see Following${undoEn(p)}`,
  },
  'follow.removed': {
    ko: (p) => `${followedKo(short(p))}: 이제 따라 읽지 않습니다${undoKo(p)}`,
    en: (p) => `no longer following ${followedEn(short(p))}${undoEn(p)}`,
  },
  'follow.nothing': {
    ko: '여기에는 따라 읽을 기자, 태그, 연재, 소식이 없습니다',
    en: 'no reporter, tag, column or story here to follow',
  },
  'follow.which': { ko: '무엇을 따라 읽을까요?', en: 'Follow what?' },
  'follow.is': { ko: '따라 읽는 중', en: 'following' },
  'follow.name': { ko: followedKo, en: followedEn },
  'usage.bad-follow': {
    ko: (p) =>
      `따라 읽을 수 없습니다: ${p.value}. ${p.suggestion ? `혹시 ‘${p.suggestion}’인가요?` : '쓸 수 있는 말: reporter:이름, tag:말, column:이름, story:id'}`,
    en: (p) =>
      `cannot follow ${p.value}; ${p.suggestion ? `did you mean ${p.suggestion}?` : 'possible: reporter:name, tag:word, column:name, story:id'}`,
  },
  'key.pick': { ko: '따라 읽을 것 고르기', en: 'choose what to follow' },
  'key.follow-this': {
    ko: '기자, 태그, 연재, 소식을 따라 읽기, 그만 읽기',
    en: 'follow or unfollow a reporter, tag, column or story',
  },
  'command.stats': {
    ko: '무엇을 얼마나 읽었는지; 이 컴퓨터에만 남고 어디에도 보내지 않습니다',
    en: 'show what you read; kept on this machine, sent nowhere',
  },
  'option.forget': { ko: '읽은 기록 지우기', en: 'delete the reading history' },
  'stats.forgotten': { ko: '읽은 기록을 지웠습니다', en: 'reading history deleted' },
  'stats.nothing': {
    ko: '아직 읽은 기사가 없습니다. donga-tui로 기사를 열면 여기에 쌓입니다',
    en: 'nothing read yet; articles opened in donga-tui count here',
  },
  'stats.summary': {
    ko: (p) => `${p.since}부터 ${p.pieces}건을 읽었습니다 (약 ${hoursKo(p.minutes)})`,
    en: (p) => `${many(p.pieces, 'article')} read since ${p.since} (about ${hoursEn(p.minutes)})`,
  },
  'stats.days': {
    ko: (p) =>
      `읽은 날 ${p.read}일 · 지금 이어 읽은 날 ${p.streak}일 · 가장 길게 이어 읽은 날 ${p.longest}일`,
    en: (p) => `${many(p.streak, 'day')} in a row · longest ${p.longest} · ${many(p.read, 'day')} in all`,
  },
  'stats.week': { ko: '주', en: 'Weeks' },
  'stats.section': { ko: '섹션', en: 'Sections' },
  'stats.reporter': { ko: '기자', en: 'Reporters' },
  'stats.none': { ko: '섹션 없음', en: 'none' },
  'stats.line': {
    ko: (p) => `${p.pieces}건 ${hoursKo(p.minutes)}`,
    en: (p) => `${p.pieces}, ${hoursEn(p.minutes)}`,
  },
  'command.story': {
    ko: '같은 소식의 기사들을 나온 순서로',
    en: 'show a headline’s story, oldest first',
  },
  'story.folded': { ko: (p) => `같은 소식 +${p.count}`, en: (p) => `story +${p.count}` },
  'story.note': {
    ko: '같은 보도를 모은 것으로, 이 일에 관한 기사 전부는 아닙니다',
    en: 'the same report in other headlines; not every article on the subject',
  },
  'story.alone': { ko: '같은 소식을 전한 다른 기사가 없습니다', en: 'no other headline in this story' },
  'story.apart': {
    ko: (p) => `같은 소식에서 뺐습니다${undoKo(p)}`,
    en: (p) => `taken out of its story${undoEn(p)}`,
  },
  'story.together': {
    ko: (p) => `같은 소식에 다시 넣었습니다${undoKo(p)}`,
    en: (p) => `put back into its story${undoEn(p)}`,
  },
  'key.unfold': {
    ko: '같은 소식 펼치기, 접기; 기사에서는 나온 순서로',
    en: 'unfold or fold a story; in an article, its timeline',
  },
  'key.apart': {
    ko: '같은 소식에서 빼기, 다시 넣기',
    en: 'take a headline out of its story, or put it back',
  },
  'story.same-news': {
    ko: (p) => (p.count === 1 ? '같은 소식 없음' : `같은 소식 ${p.count}건`),
    en: (p) => (p.count === 1 ? 'no others in its story' : `${p.count} in its story`),
  },
} satisfies MessageTable;
