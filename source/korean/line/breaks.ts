import { findMail } from '../../text/runs.ts';
import { graphemes, isSimple } from '../graphemes.ts';
import { countedLength, eachFigure } from './counters.ts';
import { lineBreaks, type Tailoring } from './line-break.ts';
import { C, lineBreakClass } from './line-break-classes.ts';
import { introduces, likesToBegin, likesToEnd, mayBegin, mayEnd } from './prohibited.ts';

/**
 * Grades of places where a line may end, the higher the better: Unicode's line break opportunities, tailored
 * to Korean typesetting on screens.
 */
export const Break = {
  /** Inside a grapheme or before a space: no break is possible. */
  none: 0,
  /** 금칙 forbids it. */
  forbidden: 1,
  /** Inside a number: 2조1000억, 35만여. */
  figure: 2,
  /** Inside an abbreviation, a kana word or a run of Hanja. */
  letter: 3,
  /** In an address after `/ ? & . - _ @`. */
  address: 4,
  /** Between two syllables of a Hangul word. */
  syllable: 5,
  /** Inside a word, at the edge between Hangul and another script or a mark: SK|하이닉스. */
  edge: 6,
  /** After `· / ~ - →`. */
  joint: 7,
  /** Between a number and its unit: 100만 명. */
  unit: 8,
  /** Between words. */
  word: 9,
} as const;

const HANGUL = /^[가-힣ㄱ-ㅎㅏ-ㅣᄀ-ᇿꥠ-ꥼힰ-ퟻ]/;
const HANJA = /^[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々]/;
const KANA = /^[ぁ-ヺー]/;
const JAPANESE = /^[ぁ-ヺー\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々]/;
const LETTER_OR_DIGIT = /^[0-9A-Za-zÀ-ÖØ-öø-ʯͰ-ӿ０-９Ａ-Ｚａ-ｚ]/;
const DIGIT = /^[0-9０-９]/;
const LETTER_JAMO = /^[ㄱ-ㅎㅏ-ㅣ]/;
const OPENING = new Set('([{<“‘〈《「『【〔（［｛｢');
const CLOSING = new Set(')]}>”’〉》」』】〕）］｝｣');
/** Marks that open and close alike. */
const STRAIGHT = new Set('"\'');
const JOINTS = new Set('·ㆍ・‧･/~∼〜～-‐–');
const PARENTHESES = new Set('([（［');
const ARROWS = new Set('→←↔⇒⇔');
/** Signs that stay with the word before them, if no space is there: a line ends behind them rather than before. */
const BEHIND_A_WORD = new Set([...JOINTS, ...ARROWS, ...'=＝+×÷&•↑↓']);
/** Signs that stay with the letters on both sides: ㈜가온, 가온㈜, 김○○, 이××, 25°C. */
const STICKS = /^[㈀-㈞㈠-㉃○◯×°]/;
const PAUSES = new Set('…—⋯‥');
/** A number at the end of a name: 코로나19, 갤럭시Z플립4. */
const NUMBERED = /^[0-9]{1,2}(?![0-9가-힣A-Za-z])/;
/** A number with its unit, behind which a smaller one follows: 3시30분, 1박2일, 1대1. */
const COUNTS_ON = /[0-9](?:[가-힣]|시간)$/;
const LINK = /(?:https?:\/\/|www\.)[\x21-\x7e]+/g;
const ADDRESS_JOINTS = new Set('/?&.-_@');

/**
 * Unicode's classes as changed for Korean: Hangul and jamo are letters, so that words are kept whole
 * (keep-all) and quotation marks stay with the quotation; units in one square (㎏, ㎡) follow their number;
 * fullwidth letters and squared words (㈜) are letters.
 */
const KOREAN: Tailoring = {
  classOf(code) {
    if (code >= 0xac00 && code <= 0xd7a3) return C.AL;
    if (code < 0x1100) return lineBreakClass(code);
    if (code <= 0x11ff || (code >= 0x3131 && code <= 0x318e)) return C.AL;
    if ((code >= 0xa960 && code <= 0xa97c) || (code >= 0xd7b0 && code <= 0xd7fb)) return C.AL;
    if (code >= 0x3380 && code <= 0x33df) return C.PO;
    if (code >= 0x3200 && code <= 0x33ff) return C.AL;
    if (code >= 0xff10 && code <= 0xff5a && lineBreakClass(code) === C.ID) return C.AL;
    return lineBreakClass(code);
  },
  eastAsian: () => false,
};

/** A place between two characters of a text. */
interface BreakContext {
  readonly text: string;
  readonly at: number;
  readonly before: string;
  readonly after: string;
  /** 1 at the straight quotation marks that open; null where the text has none. */
  readonly opens: Uint8Array | null;
}

/**
 * Grades every place of a sanitised paragraph, by UTF-16 offset: the grade at an offset is that of a line break before
 * the character there. The place behind spaces stands for those spaces.
 */
export function gradeBreaks(text: string): Uint8Array {
  const grades = new Uint8Array(text.length + 1);
  const allowed = lineBreaks(text, KOREAN);
  const addresses = insideAddresses(text);
  const opens = openingMarks(text);
  for (const at of boundaries(text)) {
    if (isSyllable(text, at) && isSyllable(text, at - 1)) grades[at] = Break.syllable;
    else if (text[at] === ' ') grades[at] = Break.none;
    else if (text[at - 1] === ' ') grades[at] = gradeSpace(text, at, allowed[at] === 1, opens);
    else {
      const place = { text, at, before: text[at - 1]!, after: text[at]!, opens };
      grades[at] = gradeInside(place, allowed[at] === 1, addresses?.[at] === 1);
    }
  }
  keepFigures(text, grades);
  return grades;
}

/** Lowers the places inside figures and inside the units they count below those of words: 2조1000억달러, 35만여 가구. */
function keepFigures(text: string, grades: Uint8Array): void {
  const keep = (start: number, end: number): void => {
    for (let at = start + 1; at < end; at += 1) grades[at] = Math.min(grades[at]!, Break.figure);
  };
  eachFigure(text, keep);
  for (let at = grades.indexOf(Break.unit); at >= 0; at = grades.indexOf(Break.unit, at + 1)) {
    keep(at, at + countedLength(text, lastBefore(text, at), at));
  }
}

/** The offset of the last character before the spaces that end at an offset; −1 if there is none. */
function lastBefore(text: string, at: number): number {
  let last = at - 1;
  while (last >= 0 && text[last] === ' ') last -= 1;
  return last;
}

/** Whether a Hangul syllable is at the offset: most characters are, so this is tried first. */
function isSyllable(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xac00 && code <= 0xd7a3;
}

/** The offsets between graphemes, the ends left out. */
function boundaries(text: string): number[] {
  if (isSimple(text)) return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => at + 1);
  const offsets: number[] = [];
  let offset = 0;
  for (const grapheme of graphemes(text)) {
    if (offset > 0) offsets.push(offset);
    offset += grapheme.length;
  }
  return offsets;
}

function gradeSpace(text: string, at: number, allowed: boolean, opens: Uint8Array | null): number {
  const last = lastBefore(text, at);
  if (last < 0) return Break.none;
  const before = text[last]!;
  const after = text[at]!;
  if (!mayBegin(after) || !mayEnd(before)) return Break.forbidden;
  // LB14 and LB15a for marks that open and close alike: " 가온 ".
  if (opens !== null) {
    if (opens[last] === 1) return Break.forbidden;
    if (STRAIGHT.has(after) && opens[at] === 0 && text.indexOf(after) < at) return Break.forbidden;
  }
  if (!allowed || !likesToEnd(before) || (introduces(before) && opensWord(text, last))) return Break.letter;
  // A dash at the beginning of a line is better than a word broken in two.
  if (!likesToBegin(after)) return Break.edge;
  return countedLength(text, last, at) > 0 ? Break.unit : Break.word;
}

/** Whether a point or an apostrophe stands for the first figures of a number: .323, ’22년. */
function beginsNumber(text: string, at: number): boolean {
  return /[.’']/.test(text[at]!) && DIGIT.test(text[at + 1] ?? '') && (at === 0 || text[at - 1] === ' ');
}

/** Between two characters with no space between them. */
function gradeInside(place: BreakContext, allowed: boolean, inAddress: boolean): number {
  const { text, at, before, after, opens } = place;
  if (HANGUL.test(before) && HANGUL.test(after))
    return LETTER_JAMO.test(before) && LETTER_JAMO.test(after) ? Break.letter : Break.syllable;
  if (!mayBegin(after) || !mayEnd(before) || beginsNumber(text, at - 1)) return Break.forbidden;
  if (STRAIGHT.has(after) && opens?.[at] === 0) return Break.forbidden;
  if (opens?.[at - 1] === 1) return Break.forbidden;
  if (inAddress) {
    return ADDRESS_JOINTS.has(before) ? Break.address : Break.letter;
  }
  if (!likesToBegin(after)) return JAPANESE.test(after) ? Break.figure : Break.letter;
  if (!likesToEnd(before) || BEHIND_A_WORD.has(after)) return Break.letter;
  // A mark that may not begin a line belongs to the word before the space: break behind the mark, not in its own word.
  if (hangs(text, at - 1)) return Break.edge;
  return gradePair(place, allowed);
}

function gradePair({ text, at, before, after }: BreakContext, allowed: boolean): number {
  // Headlines join phrases by … without a space, and close one quotation to open the next.
  if (PAUSES.has(before)) return opensWord(text, at - 1) ? Break.letter : Break.word;
  // A parenthesis explains the word before it: ‘물빛축제’(29∼31일).
  if ((CLOSING.has(before) || STRAIGHT.has(before)) && OPENING.has(after))
    return PARENTHESES.has(after) ? Break.edge : Break.word;
  if (JOINTS.has(before)) {
    const named = before === '-' || LETTER_OR_DIGIT.test(text[at - 2] ?? '');
    return opensWord(text, at - 1) || (DIGIT.test(after) && named) ? Break.letter : Break.joint;
  }
  if (ARROWS.has(before) && !opensWord(text, at - 1)) return Break.joint;
  if (introduces(before) || STICKS.test(before) || (STICKS.test(after) && isEastAsianLetter(before)))
    return Break.letter;
  if (JAPANESE.test(before) && JAPANESE.test(after)) return Break.letter;
  if (
    DIGIT.test(after) &&
    (NUMBERED.test(text.slice(at, at + 3)) || COUNTS_ON.test(text.slice(Math.max(0, at - 3), at)))
  )
    return Break.letter;
  return keptTogether(before, after, allowed) ? Break.letter : Break.edge;
}

/** Whether two characters belong to one abbreviation, or to one number with its sign and counter (10일). */
function keptTogether(before: string, after: string, allowed: boolean): boolean {
  if (LETTER_OR_DIGIT.test(before) && LETTER_OR_DIGIT.test(after)) return true;
  if (DIGIT.test(before) && isEastAsianLetter(after)) return true;
  return !allowed && !isEastAsianLetter(before) && !isEastAsianLetter(after);
}

const isEastAsianLetter = (char: string): boolean => HANGUL.test(char) || HANJA.test(char) || KANA.test(char);

/**
 * 1 at the straight quotation marks that open, by turns: the first of a kind opens, the second closes. An apostrophe
 * (don't) does not count. If a kind's marks are odd in number, those with a space or an opening mark before them open.
 */
function openingMarks(text: string): Uint8Array | null {
  if (!/["']/.test(text)) return null;
  const opens = new Uint8Array(text.length);
  for (const mark of STRAIGHT) {
    const places: number[] = [];
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
      const inWord = LETTER_OR_DIGIT.test(text[at - 1] ?? '') && LETTER_OR_DIGIT.test(text[at + 1] ?? '');
      if (!inWord) places.push(at);
    }
    const paired = places.length % 2 === 0;
    places.forEach((at, index) => {
      const before = text[at - 1] ?? ' ';
      const after = text[at + 1] ?? ' ';
      if (paired ? index % 2 === 0 : (before === ' ' && after !== ' ') || OPENING.has(before)) opens[at] = 1;
    });
  }
  return opens;
}

/** Looking back over more marks would take long and find nothing. */
const MOST_MARKS = 8;

/** Whether the character at an offset begins its word, opening marks left aside. */
function opensWord(text: string, at: number): boolean {
  let first = at;
  const stop = at - MOST_MARKS;
  while (first > 0 && first > stop && (OPENING.has(text[first - 1]!) || text[first - 1] === text[at]))
    first -= 1;
  return first === 0 || text[first - 1] === ' ';
}

/** Whether between a space and the character at an offset there are only marks that may not begin a line. */
function hangs(text: string, at: number): boolean {
  let first = at;
  while (first >= 0 && !mayBegin(text[first]!)) first -= 1;
  return first < at && text[first] === ' ';
}

/** 1 at the offsets inside an address; null for a text without addresses. */
function insideAddresses(text: string): Uint8Array | null {
  if (!/:\/\/|@|www\./.test(text)) return null;
  const inside = new Uint8Array(text.length);
  for (const match of text.matchAll(LINK)) inside.fill(1, match.index + 1, match.index + match[0].length);
  for (let mail = findMail(text); mail !== null; mail = findMail(text, mail.end))
    inside.fill(1, mail.start + 1, mail.end);
  return inside;
}
