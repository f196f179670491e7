import { HANJA_READINGS } from './hanja-readings.ts';
import { HANJA_CONTEXTS, hanjaTable } from './hanja-table.ts';
import { wordAt } from './hanja-words.ts';

/** A gloss to insert into a text: `(한국)` behind the Hanja that ends at UTF-16 offset `at`. */
export interface Gloss {
  readonly at: number;
  readonly text: string;
}

const HANJA_RUN = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+/g;
const ONE_HANJA = /^[\u3400-\u4dbf\u4e00-\u9fff]$/;
const HANGUL = /[가-힣]/;
/** A longer run is classical Chinese, which its Hangul reading does not explain. */
const LONGEST_RUN = 24;
/** The UTF-16 units on each side of a Hanja that are looked at to choose its reading. */
const CONTEXT = 16;
/** 金大中 is a name, 金融圈 is not. */
const GOLD_NEXT = /^[融利額屬錢銀銅庫品塊鑛剛字言賞色]/;
/** Two persons, or those for or against one: 尹李, 親李, 非盧. Each is read as the surname by itself is. */
const TWO_SURNAMES =
  /^(?:[親非反脫尹李朴文安鄭洪吳秋曺金韓][李盧羅劉呂柳]|[李盧羅劉呂柳][尹朴文安鄭洪吳秋曺韓明金前]|金前)$/;
/** Text directly before a lone Hanja that makes it a syllable of that word: 방송3法, 5%臺, AI株, ‘노란봉투’法. */
const HANGS_ON = /(?:[가-힣0-9０-９A-Za-z%％’”」』〉》]|[가-힣0-9A-Za-z.!?]['"])$/;
/** A country or party directly after a closed quotation that it answers: “유감”日 정부. */
const ANSWERS = /[’”'"][韓美中日北英獨佛露與野檢警軍靑]$/;
/** Text directly before a run of Hanja that makes them one word, without 두음법칙: 10年間, 남녀老少. */
const JOINED_TO = /[가-힣0-9０-９]$/;

/** A Hanja's syllable inside a word, without the initial-sound law; null if it is in no table. */
function readingOf(char: string): string | null {
  return hanjaTable().get(char)?.reading ?? schoolReading(char);
}

/** Searches the table's text: it is needed seldom, and building a map would take longer. */
function schoolReading(char: string): string | null {
  if (!ONE_HANJA.test(char)) return null;
  let at = HANJA_READINGS.indexOf(char);
  while (at >= 0 && !HANGUL.test(HANJA_READINGS[at]!)) at -= 1;
  return HANJA_READINGS[at] ?? null;
}

/**
 * The Hangul words and syllables a Hanja may stand for, the likeliest first and each once: 美 → 미국, 미; 女 → 여성, 녀,
 * 여. Empty for a character in no table.
 */
export function hanjaReadings(char: string): string[] {
  const reading = readingOf(char);
  if (reading === null) return [];
  const contexts = HANJA_CONTEXTS.flatMap((context) => (context.char === char ? (context.as ?? []) : []));
  return [...new Set([hanjaTable().get(char)?.word ?? reading, reading, first(char, reading), ...contexts])];
}

/**
 * The glosses for a text, in order: one for each different Hanja or run of Hanja, none where the text itself gives the
 * reading, and none where two readings are likely.
 */
export function glosses(text: string): Gloss[] {
  const found: Gloss[] = [];
  const told = new Set<string>();
  for (const match of text.matchAll(HANJA_RUN)) {
    const run = match[0];
    const end = match.index + run.length;
    const before = text.slice(Math.max(0, match.index - CONTEXT), match.index);
    const after = text.slice(end, end + CONTEXT);
    const meaning = explained(before, after) ? null : meaningOf(text, run, before, after);
    const key = `${run} ${meaning}`;
    if (meaning === null || told.has(key)) continue;
    told.add(key);
    found.push({ at: end, text: `(${meaning})` });
  }
  return found;
}

/** The text with its Hanja glossed: `韓美 정상` → `韓美(한미) 정상`. */
export function gloss(text: string): string {
  let glossed = '';
  let from = 0;
  for (const { at, text: added } of glosses(text)) {
    glossed += text.slice(from, at) + added;
    from = at;
  }
  return glossed + text.slice(from);
}

/** A run of Hanja with the word in parentheses on either side of it: 한국(韓國), 韓(한국). No name is longer. */
const HANJA_BESIDE_HANGUL =
  /([가-힣]{0,20})\(([\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]{1,20})\)|([\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]{1,20})\(([가-힣]{1,20})\)/g;

/**
 * The text as it is read aloud: all Hanja by their readings, and a word that stands there in both scripts once: 대한민국(大韓民國)
 * and 韓(한국) are 대한민국 and 한국. A character in no table stays.
 */
export function readHanja(text: string): string {
  const once = text.replace(
    HANJA_BESIDE_HANGUL,
    (whole: string, hangul?: string, inside?: string, run?: string, beside?: string) => {
      if (inside !== undefined)
        return readingsOf(inside).some((read) => hangul!.endsWith(read)) ? hangul! : whole;
      return readingsOf(run!).includes(beside!) ? beside! : whole;
    },
  );
  return once.replace(HANJA_RUN, (run, at: number) => {
    const before = once.slice(Math.max(0, at - CONTEXT), at);
    const after = once.slice(at + run.length, at + run.length + CONTEXT);
    return meaningOf(once, run, before, after) ?? readRun(run, '') ?? syllables(run);
  });
}

/** The ways a run may be read that a text itself may give beside it. */
function readingsOf(run: string): string[] {
  const whole = readRun(run, '');
  const lone = [...run].length === 1 ? hanjaReadings(run) : [];
  return [...(whole === null ? [] : [whole]), ...lone, syllables(run)];
}

/** Each Hanja by its likeliest syllable, for a run that no rule reads. */
const syllables = (run: string): string => [...run].map((char) => readingOf(char) ?? char).join('');

/** 韓(한국), or the other way round: 한국(韓國). */
function explained(before: string, after: string): boolean {
  return /^\([가-힣]/.test(after) || (/[가-힣]\($/.test(before) && after.startsWith(')'));
}

function meaningOf(text: string, run: string, before: string, after: string): string | null {
  const lone = run.length === 1;
  const attached = (lone ? HANGS_ON : JOINED_TO).test(before) && !ANSWERS.test(before + run);
  if (lone) {
    const context = HANJA_CONTEXTS.find(
      (each) =>
        each.char === run &&
        (each.before?.test(before) ?? true) &&
        (each.after?.test(after) ?? true) &&
        (each.anywhere?.test(text) ?? true),
    );
    if (context) return context.as === null ? null : withoutRest(context.as, after);
    const known = hanjaTable().get(run);
    if (known && !attached) {
      return withoutRest(known.word === known.reading ? initial(known.word) : known.word, after);
    }
  }
  return readRun(run, attached ? before.at(-1)! : '');
}

/** What may follow a whole word: no other letter, a particle, or 측 and the like. Elsewhere 국 begins a word (美국방). */
const WORD_ENDS = /^(?:$|[^가-힣]|[은는이가을를의에와과도만측인산군]|서(?!울)|으로)/;
/** Last syllables that seldom begin another word: 檢찰청, 銀행권, 法원장. */
const ENDS_ONLY = /^[찰행원]/;

/** The reading of a word whose last syllables stand behind the Hanja in Hangul: 은 for 銀행, 야 for 野당. */
function withoutRest(word: string, after: string): string {
  const rest = word.slice(1);
  if (rest === '' || !after.startsWith(rest)) return word;
  return ENDS_ONLY.test(rest) || WORD_ENDS.test(after.slice(rest.length)) ? word[0]! : word;
}

/** A run's reading: the words of the table as they are read, the rest syllable by syllable; null if one is not known. */
function readRun(run: string, before: string): string | null {
  if (run.length > LONGEST_RUN) return null;
  let read = '';
  const chars = [...run];
  if (TWO_SURNAMES.test(run))
    return chars.map((char) => initial(char === '金' ? '김' : readingOf(char)!)).join('');
  for (let at = 0; at < chars.length; ) {
    const known = wordAt(chars, at);
    if (known !== null) {
      read += known[1];
      at += [...known[0]].length;
      continue;
    }
    const reading = readingInRun(chars, at);
    if (reading === null) return null;
    const previous = read.at(-1) ?? before;
    // The same letter again sounds as it did: 勞勞 노노, 女女 여여. Old doublings that do not are words of the table.
    if (at > 0 && chars[at] === chars[at - 1]) {
      read += previous;
      at += 1;
      continue;
    }
    read += previous === '' ? first(chars[at]!, reading) : inner(reading, previous);
    at += 1;
  }
  return read;
}

function readingInRun(chars: readonly string[], at: number): string | null {
  const char = chars[at]!;
  const next = chars[at + 1] ?? '';
  if (char === '金') return at === 0 && chars.length === 3 && !GOLD_NEXT.test(next) ? '김' : '금';
  const reading = readingOf(char);
  // 不 is 부 before ㄷ and ㅈ: 不動産 부동산, 不正 부정.
  if (char === '不' && /^[다-딯자-짛]/.test(readingOf(next) ?? '')) return '부';
  return reading;
}

const FIRST_SYLLABLE = 0xac00;
const VOWELS = 21;
const FINALS = 28;
const NIEUN = 2;
const RIEUL = 5;
const IEUNG = 11;
/** ㅑ ㅒ ㅕ ㅖ ㅛ ㅠ ㅣ by their place among the vowels. */
const PALATAL = new Set([2, 3, 6, 7, 12, 17, 20]);

/** 두음법칙: ㄴ and ㄹ at the beginning of a word. 녀 → 여, 리 → 이, 로 → 노. */
function initial(reading: string): string {
  const index = reading.charCodeAt(0) - FIRST_SYLLABLE;
  const consonant = Math.floor(index / (VOWELS * FINALS));
  if (consonant !== NIEUN && consonant !== RIEUL) return reading;
  const rest = index % (VOWELS * FINALS);
  const becomes = PALATAL.has(Math.floor(rest / FINALS)) ? IEUNG : NIEUN;
  return String.fromCharCode(FIRST_SYLLABLE + becomes * VOWELS * FINALS + rest) + reading.slice(1);
}

/** A Hanja's reading at the beginning of a word. Letters for loan words keep their sound: 露日 러일, from 러시아. */
function first(char: string, reading: string): string {
  const loan = hanjaTable().get(char)?.word ?? reading;
  return loan !== reading && loan.startsWith(reading) ? reading : initial(reading);
}

/** 렬 and 률 are 열 and 율 behind a vowel or ㄴ: 증가율, 실업률. */
function inner(reading: string, previous: string): string {
  if ((reading !== '렬' && reading !== '률') || !HANGUL.test(previous)) return reading;
  const final = (previous.charCodeAt(0) - FIRST_SYLLABLE) % FINALS;
  return final === 0 || final === 4 ? initial(reading) : reading;
}
