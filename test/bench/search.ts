// How well and how quickly headlines are found: `npm run bench:search`. The same queries for every run.
import { choseong } from '../../source/korean/jamo.ts';
import { hangulToLatin, latinToHangul } from '../../source/korean/keyboard.ts';
import type { Headline } from '../../source/model.ts';
import { headline, manyHeadlines, random, withLeads } from '../support/headlines.ts';
import { createSearched, type Searched } from '../support/searched.ts';
import { printFound } from './found.ts';
import { heldOutSet, tuningSet } from './query-sets.ts';
import { ms, quantile } from './times.ts';

const NOW = Date.parse('2026-11-20T13:00:00+09:00');
const EACH = 500;
/** The number of queries of each kind that are typed letter by letter for the times. */
const TYPED = 20;
/** As many as the screen lists. */
const LISTED = 200;

const next = random(7);
/** For kinds that were added later: earlier ones keep their queries. */
const nextLater = random(8);
const pick = <T>(from: readonly T[], by = next): T => from[Math.floor(by() * from.length)]!;
const SYLLABLES = [
  ...'가강건고광구규기나남노누다단대도동두라란로루리마만명모무미민바반배보부비사산상서선성소수승시아안여연영오용우원유은이인자장재정조종주지진차찬창채천초태토파평하한해현호홍화효희',
];
const LATIN = 'abcdefghijklmnopqrstuvwxyz';
const HANJA = [
  ['美', '미국'],
  ['中', '중국'],
  ['日', '일본'],
  ['與', '여당'],
  ['野', '야당'],
  ['檢', '검찰'],
  ['英', '영국'],
  ['韓美', '한미'],
] as const;

const coined = (length: number): string => Array.from({ length }, () => pick(SYLLABLES)).join('');
const coinedLatin = (): string => Array.from({ length: 6 }, () => pick([...LATIN])).join('');

/** A headline that is to be found, and the words in it that nothing else has. */
interface Target {
  readonly headline: Headline;
  readonly one: string;
  readonly other: string;
  readonly latin: string;
  readonly hanja: string;
  readonly read: string;
}

function targets(): Target[] {
  return Array.from({ length: EACH }, (_, index) => {
    const [one, other, latin] = [coined(4), coined(3), coinedLatin()];
    const [hanja, read] = pick(HANJA);
    const title = `${hanja} ${one}, “${other} 새로” ${latin.toUpperCase()} 내놓아`;
    return { headline: headline(`t${index}`, title, index * 200), one, other, latin, hanja, read };
  });
}

/** A word with one jamo pressed wrong, in a syllable that stays one. */
function slipped(word: string): string {
  const at = Math.floor(next() * word.length);
  const code = word.charCodeAt(at) - 0xac00;
  // Another vowel: ㅐ and ㅔ, ㅏ and ㅓ are next to each other.
  const vowels = [4, 5, 0, 1, 0, 1, 2, 3, 13, 8, 8, 8, 17, 8, 13, 13, 13, 12, 20, 18, 18];
  const vowel = Math.floor((code % 588) / 28);
  const slip = String.fromCharCode(0xac00 + Math.floor(code / 588) * 588 + vowels[vowel]! * 28 + (code % 28));
  return word.slice(0, at) + slip + word.slice(at + 1);
}

/** Two keys pressed in the wrong order. */
function swapped(word: string): string {
  const keys = hangulToLatin(word);
  const places = [...keys]
    .map((_, at) => at)
    .filter((at) => at + 1 < keys.length && keys[at] !== keys[at + 1]);
  const at = pick(places);
  return latinToHangul(keys.slice(0, at) + keys[at + 1] + keys[at] + keys.slice(at + 2));
}

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

/** Three quarters of a word's keys, as the IME shows it. */
function halfway(word: string): string {
  const keys = hangulToLatin(word);
  return latinToHangul(keys.slice(0, Math.ceil(keys.length * 0.75)));
}

const KINDS: Readonly<Record<string, (target: Target) => string>> = {
  'a word': ({ one }) => one,
  'words in any order': ({ one, other, latin }) =>
    pick([`${other} ${one}`, `${latin} ${other}`, `${one} ${latin}`]),
  'no space between': ({ one, other }) => one + other,
  'no space, apart': ({ one, other, latin, read }) =>
    pick(
      [other + one, other + one[0], halfway(other + one), one + latin, one + latin[0], read + other],
      nextLater,
    ),
  'initial consonants': ({ one, other }) => `${choseong(one)} ${choseong(other)}`,
  'initials and more': ({ one, other }) => `${choseong(one[0]!)}${one.slice(1)} ${choseong(other)}`,
  'mid-composition': ({ one, other }) => pick([halfway(one), `${other} ${halfway(one)}`]),
  'Latin for Hangul': ({ one }) => hangulToLatin(one),
  'Hangul for Latin': ({ latin }) => latinToHangul(latin),
  'Hangul for Hanja': ({ read, other }) => `${read} ${other}`,
  Hanja: ({ hanja, other }) => `${hanja} ${other}`,
  'a wrong jamo': ({ one }) => slipped(one),
  'swapped keys': ({ one, latin }) =>
    pick([swapped(one), latin.slice(0, 2) + latin[3] + latin[2] + latin.slice(4)]),
  NFD: ({ one, other }) => `${one} ${other}`.normalize('NFD'),
  'full width, quotes': ({ other, latin }) => `"${other}"  ${fullWidth(latin)}`,
  nonsense: () =>
    Array.from({ length: 6 }, () => String.fromCharCode(0xac00 + Math.floor(next() * 11172))).join(''),
};

function measure(index: Searched, wanted: readonly Target[], kind: string): string {
  const query = KINDS[kind]!;
  const options = { limit: LISTED, now: NOW };
  const ranks: number[] = [];
  const missed: string[] = [];
  const times: number[] = [];
  wanted.forEach((target, number) => {
    const text = query(target);
    const letters = [...text];
    for (let end = 1; number < TYPED && end < letters.length; end += 1)
      times.push(ms(() => index.search(letters.slice(0, end).join(''), options)));
    let found: string[] = [];
    times.push(
      ms(() => {
        // A screen draws the first ten at once, with their matches.
        found = index
          .search(text, options)
          .slice(0, 10)
          .filter(({ matches }) => matches)
          .map(({ id }) => id);
      }),
    );
    const rank = found.indexOf(target.headline.id);
    if (kind === 'nonsense' ? found.length > 0 : rank < 0) missed.push(text);
    if (rank >= 0) ranks.push(rank + 1);
  });
  const recall = ((100 * (wanted.length - missed.length)) / wanted.length).toFixed(1);
  const mean =
    ranks.length === 0 ? '' : (ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length).toFixed(2);
  const [median, p95] = [quantile(times, 0.5).toFixed(1), quantile(times, 0.95).toFixed(1)];
  if (process.argv.includes('--missed') && missed.length > 0)
    console.log(`  missed: ${missed.slice(0, 8).join(' · ')}`);
  return [
    kind.padEnd(20),
    `${recall} %`.padStart(8),
    mean.padStart(6),
    median.padStart(8),
    p95.padStart(8),
  ].join(' ');
}

for (const set of [tuningSet(), heldOutSet()]) {
  const index = createSearched();
  index.add(set.headlines);
  const find = (text: string, limit: number): string[] =>
    index.search(text, { limit, now: NOW }).map(({ id }) => id);
  // The held-out set's misses are for reports, not for tuning.
  printFound(
    set,
    find,
    process.argv.includes('--missed') && (set.name === 'tuning' || process.argv.includes('--all')),
  );
}

console.log(`\n${EACH} queries of each kind, Node ${process.versions.node}`);
// `--sets` asks the two sets alone, which takes seconds.
for (const count of process.argv.includes('--sets') ? [] : [10_000, 100_000]) {
  const wanted = targets();
  const index = createSearched();
  const headlines = [...withLeads(manyHeadlines(count - EACH)), ...wanted.map((target) => target.headline)];
  const made = ms(() => index.add(headlines));
  const first = ms(() => index.search('없을만한낱말', { limit: LISTED, now: NOW }));
  console.log(
    `\n${count} headlines, indexed in ${made.toFixed(0)} ms; the first search ${first.toFixed(0)} ms`,
  );
  console.log(`${''.padEnd(20)} in first ten · mean rank · ms per keystroke: median, p95`);
  for (const kind of Object.keys(KINDS)) console.log(measure(index, wanted, kind));
}
