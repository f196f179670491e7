/**
 * Particles (조사) of Korean nouns. They are a closed set, and most have one form behind a final consonant and
 * another behind a vowel, so a word's ending is a particle only if it fits the syllable before it.
 */
import { finalOf } from '../jamo.ts';

/** Particles behind a final consonant: 예산은, 예산이. */
const AFTER_CONSONANT = words(`
은 이 을 과 이나 이나마 이라 이라고 이라는 이라며 이라면 이라면서 이라서 이라지만 이라도 이라던 이란 이랑 이며 이면 이고 이자 이지만
이든 이든지 이야 이야말로 이여 이니 이니까 이다 이었다 이었던 이던 인 인데 일 임 입니다 이냐 이뇨 이요 아
`);

/** Particles behind a vowel: 금리는, 금리가. */
const AFTER_VOWEL = words(`
는 가 를 와 나 나마 라 라고 라는 라며 라면 라면서 라서 라지만 라도 라던 란 랑 며 면 자 지만 든 든지 야 야말로 여 니까 다 였다 였던
이다 인 인데 일 임 입니다 이라 이라고 이라는 이라며 이고 이자 이지만
`);

/** 으로 and particles that begin with it: behind a final consonant other than ㄹ. */
const AFTER_CONSONANT_BUT_RIEUL = words('으로 으로서 으로써 으론');

/** 로 and particles that begin with it: behind a vowel or ㄹ. */
const AFTER_VOWEL_OR_RIEUL = words('로 로서 로써');

/** Particles with one form: 서울에서, 내일까지. `들` (plural), `씩` and `쯤` are suffixes in the place of particles. */
const AFTER_ALL = words(`
의 에 에서 에게 에게서 한테 한테서 께 께서 도 만 까지 부터 마다 처럼 같이 보다 조차 마저 밖에 뿐 대로 만큼 커녕 치고 더러 보고 들 씩 쯤 하고 에선 엔 에겐 한텐 까진 부턴 보단
`);

/** The longest particle of the lists, in syllables. */
const LONGEST = 4;

/** A noun of fewer syllables, letters or digits is too ambiguous: 가는 would be 가. */
const SHORTEST_NOUN = 2;

/** Particles follow one another: 서울에서부터의, 의원들에게까지도. */
const MOST_PARTICLES = 4;

const HANGUL = /[가-힣]/;

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/**
 * The words that remain without the particles at a word's end, the longest first: 서울에서는 → 서울에서, 서울; 의원들이 →
 * 의원들, 의원. Of a normalised word (NFC, no spaces); empty for a word without a particle. They have at least two
 * characters. Behind Latin letters, digits and Hanja either form of a particle is taken (GTX가, GTX이), since
 * people read them aloud in more than one way.
 *
 * The word's own last syllables may look like a particle (고속도로 → 고속도), so results by these forms should rank
 * below results by the word as typed.
 */
export function withoutParticles(word: string): string[] {
  const nouns = new Set<string>();
  let shortened = [word];
  for (let count = 0; count < MOST_PARTICLES && shortened.length > 0; count += 1) {
    shortened = shortened.flatMap(withoutLastParticle).filter((noun) => !nouns.has(noun));
    for (const noun of shortened) nouns.add(noun);
  }
  return [...nouns].sort((one, other) => other.length - one.length);
}

function withoutLastParticle(word: string): string[] {
  const nouns: string[] = [];
  const longest = Math.min(LONGEST, word.length - SHORTEST_NOUN);
  for (let length = 1; length <= longest; length += 1) {
    const noun = word.slice(0, -length);
    // 부산으로 without 로 is no noun.
    if (!noun.endsWith('으') && mayFollow(word.slice(-length), noun.at(-1)!)) nouns.push(noun);
  }
  return nouns;
}

/** Whether these syllables are a particle that agrees with the character before it. */
function mayFollow(particle: string, before: string): boolean {
  if (AFTER_ALL.has(particle)) return true;
  const final = finalOf(before);
  if (final !== '' && (AFTER_CONSONANT.has(particle) || keepsEu(particle, final))) return true;
  if ((final === undefined || final === '') && AFTER_VOWEL.has(particle)) return true;
  return (final === undefined || final === '' || final === 'ㄹ') && AFTER_VOWEL_OR_RIEUL.has(particle);
}

function keepsEu(particle: string, final: string | undefined): boolean {
  return final !== 'ㄹ' && AFTER_CONSONANT_BUT_RIEUL.has(particle);
}

/** Whether a word ends in Hangul, as all that inflects does. */
export function endsInHangul(word: string): boolean {
  return HANGUL.test(word.at(-1) ?? '');
}
