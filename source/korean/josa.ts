import { josa } from 'es-hangul';

/** Pairs of particles: the form after a final consonant first. */
export type ParticlePair = '이/가' | '을/를' | '은/는' | '와/과' | '으로/로' | '이나/나' | '이라/라';

/** How the last sound of what is not Hangul is read: digits as Sino-Korean numbers, letters by their Korean names. */
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
};

/** A number's round end is read by its unit: 10 십, 100 백, 1,000 천, 10,000 만. */
function lastSound(word: string): string {
  const bare = word.replace(/["'”’)\]}」』》〉.…]+$/u, '');
  const last = bare.at(-1)?.toLowerCase() ?? '';
  if (/[가-힣]/.test(last)) return last;
  const zeros = /[1-9](0+)$/.exec(bare.replaceAll(',', ''))?.[1]?.length ?? 0;
  if (zeros > 0) return ['십', '백', '천', '만'][Math.min(zeros, 4) - 1]!;
  return READ_AS[last] ?? '나';
}

/** The word with the particle that agrees with it: 서울을, 5를, 10을, SK를, HBM을, ‘정치’를. */
export function particle(word: string, pair: ParticlePair): string {
  return `${word}${josa.pick(lastSound(word), pair)}`;
}
