/**
 * Endings (어미) of Korean verbs and adjectives, a closed set: from a word as it was typed to the stems it may
 * be a form of, and from those to the beginnings of all their forms.
 */
import { finalOf, jamo } from '../jamo.ts';
import { endsInHangul } from './particles.ts';
import {
  allWithA,
  beforeEu,
  endingIn,
  mayBeStem,
  otherVoices,
  stemsBeforeEu,
  stemsWithA,
  withA,
} from './verb-stems.ts';

const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** Behind 았/었 and 겠: 올랐다, 오르겠다고. */
const AFTER_PAST = new Set(
  list(`
다 다고 다는 다며 다면 다면서 다던 다가 다더니 다지만 단 대 고 고도 지 지만 지요 죠 는데 는데도 던 던데 더니 더라면 더라도 을 을까 을지 을지도 을수록
으며 으나 으면 으면서 으니 으니까 으므로 음 음에도 음을 음은 나 냐 느냐 는지 는지도 는가 습니다 습니까 네 네요 어요 어도 거든 기 기에 기에는 구나 군 자
`),
);

/** Endings that stand behind a stem as it is: 오르는, 돕고, 만들지만. */
const BEHIND_STEM = new Set([
  ...list(`
다 고 고도 고서 고는 고자 고야 지 지도 지만 지는 지요 지라도 질 죠 는 는데 는데도 는지 는지도 는가 는다 는다고 는다는 는다며 는다면 느냐 느냐는 느라 는구나 네 네요
게 게도 게끔 기 기로 기도 기만 기에 기엔 기까지 기는 기를 기가 길 긴 거나 거든 건 도록 자 자마자 자고 자는 자며 자면 던 던데 더니 더라 더라도 든 든지 다가 다가도
다고 다는 다며 다면 다면서 다던 다지만 단 대 듯 듯이 듯한 습니다 습니까 소 나 냐 냐는 냐고 구나 군 지마
`),
  ...[...AFTER_PAST].map((ending) => `겠${ending}`),
]);

/** Endings before which 으 stands behind a consonant: 오르면, 먹으면. */
const BEHIND_EU = new Set(
  list(`
면 면서 면서도 면은 며 니 니까 려 려고 려는 려다 려던 려면 려나 러 라 라고 라는 라며 락 나 나마 므로 마 시다 시는 시고 시면 시며 신 실 셨다 셨던 세 세요 십시오 십니다
`),
);

/** Endings that begin with a final consonant: 오른, 오를까, 오름세, 오릅니다. */
const BEHIND_FINAL: Readonly<Record<string, ReadonlySet<string>>> = {
  ㄴ: new Set([
    '',
    ...list('다 다고 다는 다며 다면 다면서 다던 다지만 단 대 데 데도 지 지도 지는 가 가요 들 즉'),
  ]),
  ㄹ: new Set([
    '',
    ...list('까 까요 까봐 지 지도 지는 수록 게 게요 래 걸 듯 듯한 뿐 만한 만큼 텐데 세라 법한 거'),
  ]),
  ㅁ: new Set(['', ...list('에 에도 에는 을 이 은 으로 과 의 에서 이다')]),
  ㅂ: new Set(list('니다 니까 시다')),
};

/** Endings behind 아/어: 올라서, 올라야. */
const BEHIND_A = new Set(['', ...list('서 서는 서도 서야 야 야만 야지 도 라 요 선 지는')]);

/** Verbs made of nouns (하락하다, 해고되다): the noun alone has the meaning. */
const NOUN_VERBS = list('시키 당하 스럽 롭 하 되 받');

/** Verbs behind nouns and mimetic words that are often no part of them: 고장나다, 들썩이다, 확정짓다, 늘어나다. */
const LIGHT_VERBS = list('거리 나 내 대 이 짓');

/** Endings in syllables. */
const LONGEST = 5;

/** Forms of stems of one syllable are spelt out, since one syllable begins too many words. */
const SPELT = list('다 고 는 자 지 던 겠');
const SPELT_CLOSED = list('게 기');
const SPELT_A = list('서 도 야 져');

/**
 * The stems a word may be a form of, the likeliest first: 오른, 오르는, 올랐다 → 오르; 하락했다 → 하락하. Of a normalised word
 * (NFC, no spaces); empty for a word without an ending. A stem of one syllable is in a list; longer ones are
 * not looked up, so nouns give stems too (대회는 → 대회) and some stems are not words (도우면 → 돕, 도우).
 */
export function verbStems(word: string): string[] {
  if (!endsInHangul(word)) return [];
  const stems = new Set<string>();
  // The longest ending first: 올랐다고 is 올랐 + 다고 before it is 올랐다 + 고.
  for (let length = Math.min(LONGEST, word.length - 1); length >= 0; length -= 1) {
    const head = word.slice(0, word.length - length);
    for (const stem of stemsBefore(head, word.slice(word.length - length))) stems.add(stem);
  }
  return [...stems];
}

function stemsBefore(head: string, ending: string): string[] {
  const final = finalOf(head.at(-1)!);
  if (final === undefined) return [];
  const stems: string[] = [];
  if (final === 'ㅆ' && AFTER_PAST.has(ending)) stems.push(...stemsWithA(endingIn(head, '')));
  if (BEHIND_FINAL[final]?.has(ending)) stems.push(...stemsBeforeEu(endingIn(head, '')));
  if (BEHIND_EU.has(ending)) stems.push(...(final === 'ㄹ' ? [head] : stemsBeforeEu(head)));
  if (BEHIND_A.has(ending)) stems.push(...stemsWithA(head));
  if (BEHIND_STEM.has(ending)) {
    stems.push(head);
    // ㄹ drops before ㄴ: 만드는, 느는.
    if (final === '' && /^[나-닣]/.test(ending)) stems.push(endingIn(head, 'ㄹ'));
  }
  return stems.filter(mayBeStem);
}

/**
 * Beginnings of the forms of a stem, enough for each form of it to begin with one of them by its jamo: 오르 → 오르, 올라;
 * 돕 → 돕고, 도우, 도와 and others; 하락하 → 하락. The last syllable of each may go on (오르 begins 오른).
 */
export function formsOfStem(stem: string): string[] {
  const noun = nounOf(stem);
  if (noun !== null) return [noun];
  const forms = [stem, beforeEu(stem), withA(stem)].flatMap((form, index) =>
    form.length > 1
      ? [form]
      : index === 2
        ? speltA(form)
        : index === 0
          ? [...SPELT, ...(finalOf(form) === '' ? [] : SPELT_CLOSED)].map((each) => form + each)
          : [],
  );
  if (stem.length === 1) {
    const eu = beforeEu(stem);
    if (eu !== stem && eu.length === 1) forms.push(`${eu}는`, `${eu}니`);
    if (eu.length === 1) forms.push(`${endingIn(eu, 'ㄴ')}다`, `${eu}면`, `${eu}며`);
  }
  forms.push(...allWithA(stem).filter((form) => form.length > 1));
  const bare = withoutVerb(stem, LIGHT_VERBS);
  if (bare !== null) forms.push(bare);
  return withoutLonger([...new Set(forms)]);
}

const speltA = (form: string): string[] => [
  ...SPELT_A.map((ending) => form + ending),
  ...list('다 던 지 고').map((ending) => endingIn(form, 'ㅆ') + ending),
];

/** The noun that a verb is made of (하락하 → 하락, 인정받 → 인정), of two syllables at least; null if there is none. */
export const nounOf = (stem: string): string | null => withoutVerb(stem, NOUN_VERBS);

function withoutVerb(stem: string, verbs: readonly string[]): string | null {
  for (const verb of verbs) {
    if (stem.endsWith(verb) && stem.length >= verb.length + 2) return stem.slice(0, -verb.length);
  }
  return null;
}

/** Leaves out forms that begin with another form: any word that begins with 만들 begins with 만드. */
function withoutLonger(forms: readonly string[]): string[] {
  const apart = forms.map(jamo);
  return forms.filter(
    (_, index) => !apart.some((other, at) => at !== index && apart[index]!.startsWith(other)),
  );
}

/**
 * The beginnings of a word's other forms, the likeliest first: 오른 → 오르, 올라; 하락했다 → 하락; 도운 → 도우, 도와. Empty for
 * a word without an ending. A headline has a form of it where one of its words begins, by jamo, with one of
 * these. Nouns may get a few that no word begins with, or that another word begins with, so results by them
 * rank below results by the word as typed.
 */
export function otherForms(word: string): string[] {
  const stems = verbStems(word);
  const all = new Set([...stems, ...stems.flatMap(otherVoices)]);
  return withoutLonger([...new Set([...all].flatMap(formsOfStem))]).filter((form) => form !== word);
}
