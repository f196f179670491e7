// Queries of the kinds that readers type, each with the one headline that it is meant to find. The same in
// every run.
import { choseong, jamo } from '../../source/korean/jamo.ts';
import { type ParticlePair, particle } from '../../source/korean/josa.ts';
import { compose, hangulToLatin, latinToHangul } from '../../source/korean/keyboard.ts';
import type { Headline } from '../../source/model.ts';
import { headline, random } from '../support/headlines.ts';
import { HELD_OUT, type Lexicon, TUNING } from './lexicons.ts';

export interface MeantQuery {
  readonly kind: string;
  readonly text: string;
  /** The id of the headline that is meant. */
  readonly id: string;
  readonly title: string;
}

export interface QuerySet {
  readonly name: string;
  readonly headlines: readonly Headline[];
  readonly queries: readonly MeantQuery[];
}

/** As many headlines as a fortnight of one section and the newest day of all. */
const HEADLINES = 2_500;
const EACH_KIND = 200;

const PARTICLES: readonly ParticlePair[] = ['을/를', '이/가', '은/는', '와/과', '으로/로', '이나/나'];
const FIXED = ['의', '에서', '까지', '부터', '도', '만', '에서는', '까지도', '에게', '보다', '처럼', '마다'];

/** The parts that a headline was made of. */
interface Made {
  readonly headline: Headline;
  readonly one: string;
  readonly other: string;
  /** The first word in the title that has a particle behind it, with the particle's pair; null if none has. */
  readonly marked: { readonly word: string; readonly pair: ParticlePair } | null;
  readonly verb: Lexicon['verbs'][number];
  readonly person: { readonly name: string; readonly hanja: string } | null;
  readonly latin: string | null;
  readonly hanja: readonly [hanja: string, read: string] | null;
  readonly accented: readonly [printed: string, typed: string] | null;
}

function createMaker(lexicon: Lexicon) {
  const next = random(lexicon.seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!;
  const used = new Set<string>();
  /** A word that no headline has yet; a longer one once most of the short ones are used. */
  const coin = (): string => {
    for (;;) {
      const word =
        (used.size > 1_200 ? pick(lexicon.names) : '') + pick(lexicon.names) + pick(lexicon.things);
      if (used.has(word)) continue;
      used.add(word);
      return word;
    }
  };
  const latinWord = (): string => {
    for (;;) {
      // AI and KT are fewer than GTX and OPEC.
      const length = pick([2, 3, 3, 3, 3, 4, 4, 4, 5, 5]);
      const word = Array.from({ length }, () => pick([...'ABCDEFGHIJKLMNOPRSTUVWXYZ'])).join('');
      if (used.has(word)) continue;
      used.add(word);
      return word;
    }
  };

  const make = (index: number): Made => {
    const [one, other] = [coin(), coin()];
    const verb = pick(lexicon.verbs);
    let marked: Made['marked'] = null;
    let title = pick(lexicon.patterns)
      .replace('{who}', pick(lexicon.who))
      .replace('{n}', String(2 + Math.floor(next() * 900)))
      .replace('{V}', verb[0])
      .replace(/\{([AB])\}(?:\{([^}]+)\})?/g, (_, slot: string, pair: ParticlePair | undefined) => {
        const word = slot === 'A' ? one : other;
        if (pair === undefined) return word;
        marked ??= { word, pair };
        return particle(word, pair);
      });
    // One headline in six is about a person, in English, about a country, or about something with an accent.
    const turn = index % 6;
    const [reading, surname] = lexicon.surnames[Math.floor(index / 6) % lexicon.surnames.length]!;
    const name = reading + pick(lexicon.given);
    const latin = turn === 1 ? latinWord() : null;
    const hanja = turn === 2 ? pick(lexicon.hanja) : null;
    const accented = turn === 3 ? pick(lexicon.accented) : null;
    const isPerson = turn === 0 && index < EACH_KIND * 6;
    if (isPerson) title = `${surname}${pick(['', ' '])}${pick(lexicon.offices)}, ${title}`;
    if (latin) title = pick([`${latin} ${title}`, `${title}… ${latin} 확대`]);
    if (hanja) title = `${hanja[0]} ${title}`;
    if (accented) title = `${title}, ‘${accented[0]}’ 논란`;
    return {
      headline: headline(`${lexicon.seed}${String(index).padStart(6, '0')}`, title, index * 7),
      one,
      other,
      marked,
      verb,
      person: isPerson ? { name, hanja: surname } : null,
      latin,
      hanja,
      accented,
    };
  };
  return { make, pick, next };
}

type Maker = ReturnType<typeof createMaker>;

/** Makes a query of one kind for a headline; null if the headline has nothing of that kind. */
type Kind = (made: Made, maker: Maker) => string | null;

function inflected(word: string, { pick, next }: Maker): string {
  return next() < 0.6 ? particle(word, pick(PARTICLES)) : word + pick(FIXED);
}

function swappedSyllables(word: string, { next }: Maker): string | null {
  const places = [...word].map((_, at) => at).filter((at) => at > 0 && word[at - 1] !== word[at]);
  const at = places[Math.floor(next() * places.length)];
  if (word.length < 4 || at === undefined) return null;
  return word.slice(0, at - 1) + word[at]! + word[at - 1]! + word.slice(at + 1);
}

function leftOutOrDoubled(word: string, { next }: Maker): string | null {
  if (word.length < 4) return null;
  const at = Math.floor(next() * word.length);
  return next() < 0.5
    ? word.slice(0, at) + word.slice(at + 1)
    : word.slice(0, at) + word[at]! + word.slice(at);
}

/** Another vowel in one syllable, beside the right one on the keyboard. */
function wrongJamo(word: string, { next, pick }: Maker): string {
  const keys = [...jamo(word)];
  const places = keys.flatMap((key, at) => ('ㅏㅐㅓㅔㅗㅜ'.includes(key) ? [at] : []));
  const at = places[Math.floor(next() * places.length)];
  if (at === undefined) return word;
  keys[at] = pick([...'ㅏㅐㅓㅔㅗㅜ'].filter((key) => key !== keys[at]));
  return compose(keys);
}

const halfTyped = (word: string): string => {
  const keys = hangulToLatin(word);
  return latinToHangul(keys.slice(0, Math.ceil(keys.length * 0.75)));
};

const KINDS: Readonly<Record<string, Kind>> = {
  'a particle on a word': ({ one }, maker) => inflected(one, maker),
  'a particle, beside another word': ({ one, other }, maker) =>
    maker.pick([`${inflected(one, maker)} ${other}`, `${one} ${inflected(other, maker)}`]),
  'another particle than the title’s': ({ marked }, maker) => {
    if (marked === null) return null;
    const others = PARTICLES.filter((pair) => pair !== marked.pair);
    return particle(marked.word, maker.pick(others));
  },
  'another ending': ({ one, verb }, { pick }) => `${one} ${pick(verb.slice(1))}`,
  'two syllables swapped': ({ one }, maker) => swappedSyllables(one, maker),
  'a syllable left out or doubled': ({ one }, maker) => leftOutOrDoubled(one, maker),
  'a full name for a Hanja surname': ({ person, one }, { next }) =>
    person && (next() < 0.5 ? person.name : `${person.name} ${one}`),
  'English with the IME on': ({ latin }) => latin && latinToHangul(latin.toLowerCase()),
  'accents left out': ({ accented, one }) => accented && `${accented[1]} ${one}`,
  'words in another order': ({ one, other }) => `${other} ${one}`,
  'initial consonants': ({ one, other }) => `${choseong(one)} ${choseong(other)}`,
  'Latin for Hangul': ({ one }) => hangulToLatin(one),
  'a space left out': ({ one, other }) => one + other,
  'a space put in': ({ one }) => `${one.slice(0, 2)} ${one.slice(2)}`,
  'half typed': ({ one }) => halfTyped(one),
  'a wrong jamo': ({ one }, maker) => wrongJamo(one, maker),
  'Hangul for Hanja': ({ hanja, one }) => hanja && `${hanja[1]} ${one}`,
};

function makeSet(name: string, lexicon: Lexicon): QuerySet {
  const maker = createMaker(lexicon);
  const made = Array.from({ length: HEADLINES }, (_, index) => maker.make(index));
  const queries = Object.entries(KINDS).flatMap(([kind, query]) => {
    const meant: MeantQuery[] = [];
    for (const each of made) {
      if (meant.length === EACH_KIND) break;
      const text = query(each, maker);
      const { id, title } = each.headline;
      if (text !== null) meant.push({ kind, text, id, title });
    }
    return meant;
  });
  return { name, headlines: made.map((each) => each.headline), queries };
}

/** The set that the search is tuned on: its misses may be looked at. */
export const tuningSet = (): QuerySet => makeSet('tuning', TUNING);

/** The set whose figures are published. Its misses are counted and not looked at while anything is being tuned. */
export const heldOutSet = (): QuerySet => makeSet('held out', HELD_OUT);
