import { josa } from 'es-hangul';
import { endRun, withoutEnd } from '../text/runs.ts';
import { glosses } from './hanja/hanja.ts';

/** Pairs of particles: the form after a final consonant first. */
export type ParticlePair = '이/가' | '을/를' | '은/는' | '와/과' | '으로/로' | '이나/나' | '이라/라';

/** Readings of digits (Sino-Korean) and of the letters and signs whose Korean names matter for the particle. */
const READ_AS: Readonly<Record<string, string>> = {
  0: '영',
  1: '일',
  2: '이',
  3: '삼',
  4: '사',
  5: '오',
  6: '육',
  7: '칠',
  8: '팔',
  9: '구',
  l: '엘',
  m: '엠',
  n: '엔',
  r: '알',
  '%': '퍼센트',
  '℃': '도',
};

/** Last syllable of a round number, by the number of zeros at its end: 10 is read 십, 100,000 십만, a trillion 조. */
const ROUND = ['십', '백', '천', '만', '만', '만', '만', '억', '억', '억', '억', '조'];

/** A letter whose name ends in a vowel, as most do. */
const OPEN = '이';

/** Units behind a number, by their readings: 5kg 킬로그램, 10km 킬로미터, 84m2 제곱미터. */
const UNITS: readonly (readonly [end: RegExp, read: string])[] = [
  // Not in a name such as w3m.
  [/(?<![A-Za-z])[0-9] ?[km]?g$/, '그램'],
  [/(?<![A-Za-z])[0-9] ?[kcmn]?m[23]?$/, '미터'],
];

/** Roman numbers of one character. */
const ROMAN = ['Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ', 'Ⅴ', 'Ⅵ', 'Ⅶ', 'Ⅷ', 'Ⅸ', 'Ⅹ'];

/** English words, not spelt out: Apple 애플, Chrome 크롬, Amazon 아마존, Samsung 삼성, Netflix 넷플릭스. */
const ENGLISH_END: readonly (readonly [end: RegExp, read: string])[] = [
  [/ng$/, '응'],
  [/l(?:l|e)?$/, '을'],
  [/me?$/, '음'],
  [/ne?$/, '은'],
  [/(?:^|[^aeiou])[aeiou]ck?$/, '윽'],
  [/(?:^|[^aeiou])(?:[aeiou]p|[ae]b)$/, '읍'],
  [/(?:^|[^aeiou])[aeiou]t$/, '읏'],
  [/ook$/, '윽'],
  [/r$/, '어'],
];

/** A syllable that ends as the word does when it is read aloud. */
function lastSound(word: string): string {
  const written = word
    .normalize()
    .replace(/ ?\([^()]*\)$/, '')
    .trimEnd();
  const bare = readOut(withoutEnd(written, /[\s"'”’)\]}」』》〉.,…!?]/));
  const unit = UNITS.find(([end]) => end.test(bare))?.[1];
  if (unit !== undefined) return unit;
  const last = bare.at(-1)?.toLowerCase() ?? '';
  if (/[가-힣]/.test(last)) return last;
  if (/[0-9]/.test(last)) return numberSound(bare);
  const english = bare.slice(endRun(bare, /[A-Za-z]/));
  if (english.length > 2 && /[a-z]/.test(english)) {
    return ENGLISH_END.find(([end]) => end.test(english.toLowerCase()))?.[1] ?? OPEN;
  }
  return READ_AS[last] ?? OPEN;
}

/** The word with its last character spelt out: Hanja by their gloss, ㎏ as kg, ① and Ⅰ as 1. */
function readOut(word: string): string {
  const end = word.at(-1) ?? '';
  if (/\p{Script=Han}/u.test(end)) {
    const gloss = glosses(word).at(-1);
    return gloss?.at === word.length ? gloss.text.slice(1, -1) : word;
  }
  const roman = ROMAN.indexOf(end) + 1;
  return word.slice(0, -1) + (roman > 0 ? `${roman}` : end.normalize('NFKC'));
}

function numberSound(word: string): string {
  const digits = word.slice(endRun(word, /[0-9.,]/)).replaceAll(',', '');
  const zeros = digits.includes('.') ? 0 : (/[1-9](0+)$/.exec(digits)?.[1]?.length ?? 0);
  return ROUND[zeros - 1] ?? READ_AS[digits.at(-1)!]!;
}

/** The word with the particle that agrees with it: 서울을, 5를, 10을, SK를, HBM을, ‘정치’를, 한국은행(한은)을. */
export function particle(word: string, pair: ParticlePair): string {
  return `${word}${josa.pick(lastSound(word), pair)}`;
}
