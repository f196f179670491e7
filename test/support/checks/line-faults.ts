// Faults in where lines end, by W3C's klreq and Unicode's UAX #14. Written from those two and on purpose
// without a look at source/korean, so that both do not make the same mistake.

/** A line of a set text: `[start, end)` in UTF-16 units. */
interface Line {
  readonly start: number;
  readonly end: number;
}

export type FaultKind =
  | 'begins with a mark'
  | 'ends with a mark'
  | 'opening mark and space'
  | 'number split'
  | 'number from its unit'
  | 'quotation from its parenthesis'
  | 'kana or Hanja split'
  | 'Latin word split'
  | 'dashes or dots split'
  | 'word split';

export interface LineFault {
  readonly kind: FaultKind;
  readonly width: number;
  readonly before: string;
  readonly after: string;
}

/** klreq 6.1.2 (and the Korean list of ECMA-376): signs that begin no line. */
const NOT_FIRST = /^[!%),.:;>?\]}¢°’”′″℃〉》」』】〕！％），．：；？］｝…·~∼‥⋯、。｣]/;
/** Characters that end no line. */
const NOT_LAST = /[$([{<£¥‘“〈《「『【〔＄（［｛￡￥￦#｢]$/;

/** A figure with its thousands, its powers of ten in Hangul and its sign: +1만8032, 2조1000억, 3.5, 1,000. */
const FIGURE =
  '(?:(?<![0-9A-Za-z가-힣])[+±−-])?[0-9]+(?:[.,][0-9]+)*(?:[천백십]?[만억조경](?:[0-9]+(?:[.,][0-9]+)*)?)*(?:[천백십])?(?:여)?';
/** Units that stay with their figure. */
const UNIT =
  '(?:%포인트|%p|%대|%|km/h|℃|㎡|㎞|㎏|km|kg|달러|위안|유로|엔|원|명|개월|개국|개|건|곳|대|회|차|년|월|일|시간|시|분|초|살|세|층|배|도|위|호|표|석|척|마리|가구|포인트)';
const NUMBER = new RegExp(`제?${FIGURE}${UNIT}?|제[Ⅰ-Ⅻ]|[가-힣][0-9]{1,2}(?![0-9가-힣A-Za-z])`, 'g');
const COUNTED = new RegExp(
  `(${FIGURE}) +(${UNIT})(?=$|[^가-힣a-zA-Z]|[이가은는을를의에도로만과와씩당])`,
  'g',
);

const ADDRESS = /https?:\/\/\S+|[a-z]+@[a-z.]+/g;
const LATIN = /[A-Za-z](?:[A-Za-z0-9.&'’+]*[A-Za-z0-9])?(?:-[0-9]+)?/g;
const JAPANESE_OR_HANJA = /[ぁ-ゖァ-ヺー々\u3400-\u4dbf\u4e00-\u9fff]{2,}/g;

/** Below this width words need not be kept whole. */
const KEEP_ALL = 30;

const cells = (text: string): number => {
  let width = 0;
  for (const char of text) {
    width += /[ᄀ-ᅟ⺀-〾ぁ-㏿㐀-鿿가-힣豈-﫿！-～￠-￦]/u.test(char) ? 2 : 1;
  }
  return width;
};

interface Span {
  readonly start: number;
  readonly end: number;
  readonly cells: number;
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    cells: cells(match[0]),
  }));
}

const inside = (spans: readonly Span[], at: number, width: number): boolean =>
  spans.some(({ start, end, cells }) => at > start && at < end && cells <= width);

/** All of a text that may be split wrongly, looked up once for every width. */
export interface Examined {
  readonly text: string;
  readonly numbers: readonly Span[];
  readonly counted: readonly Span[];
  readonly latin: readonly Span[];
  readonly japanese: readonly Span[];
  readonly words: readonly Span[];
  readonly addresses: readonly Span[];
}

/** Finds the parts of a one-paragraph text that must stay whole. */
export function examine(text: string): Examined {
  return {
    text,
    numbers: spansOf(text, NUMBER),
    counted: spansOf(text, COUNTED),
    latin: spansOf(text, LATIN),
    japanese: spansOf(text, JAPANESE_OR_HANJA),
    words: wordsOf(text),
    addresses: spansOf(text, ADDRESS),
  };
}

/** Whether the text before a break ends in a straight quotation mark that opens: the first of its pair. */
const opens = (before: string): boolean =>
  /["']$/.test(before) && before.split(before.at(-1)!).length % 2 === 0;

/** Whether a line would begin with a straight quotation mark that closes: the second of its pair. */
const closes = (before: string, after: string): boolean =>
  /^["']/.test(after) && before.split(after[0]!).length % 2 === 0;

/** The words, with the spaces inside them at which no line may end: behind opening marks, before closing ones (LB14, LB15). */
function wordsOf(text: string): Span[] {
  const words: Span[] = [];
  let start = 0;
  for (const { index: end } of [...text.matchAll(/ |$/g)]) {
    const [before, after] = [text.slice(0, end).trimEnd(), text.slice(end).trimStart()];
    const stays =
      after !== '' &&
      (NOT_LAST.test(before) || opens(before) || NOT_FIRST.test(after) || closes(before, after));
    if (stays) continue;
    if (end > start) words.push({ start, end, cells: cells(text.slice(start, end)) });
    start = end + 1;
  }
  return words;
}

/** The fault of a line that begins at an offset, spaces before it left out; null for none. */
function faultAt(examined: Examined, at: number, width: number): FaultKind | null {
  const { text, numbers, counted, latin, japanese, words, addresses } = examined;
  const before = text.slice(0, at).trimEnd();
  const after = text.slice(at);
  const spaced = text[at - 1] === ' ';
  if (NOT_LAST.test(before) || opens(before)) return spaced ? 'opening mark and space' : 'ends with a mark'; // LB14, LB15a
  if (NOT_FIRST.test(after) || closes(before, after)) return 'begins with a mark'; // LB13, LB15b, LB21
  if (/[—…]$/.test(before) && before.at(-1) === after[0] && !spaced) return 'dashes or dots split'; // LB17, LB22
  if (inside(numbers, at, width)) return 'number split'; // LB25
  if (inside(counted, at, width / 2)) return 'number from its unit';
  if (spaced) return null;
  // An address too long for a line is broken behind its signs.
  const address = addresses.find(({ start, end }) => at > start && at < end);
  if (address && /[/?&.\-_@]$/.test(before) && (width < KEEP_ALL || address.cells > width)) return null;
  if (inside(latin, at, width)) return 'Latin word split'; // LB28
  if (inside(japanese, at, width)) return 'kana or Hanja split';
  if (!inside(words, at, width)) return null;
  if (/[’”」』》〉]$/.test(before) && /^[([（［]/.test(after)) {
    return width < KEEP_ALL ? null : 'quotation from its parenthesis';
  }
  if (width < KEEP_ALL) return null;
  // Headlines and quotations run on behind a pause, and one quotation behind another.
  if (/[…—]$/.test(before) || (/[’”」』》〉)\]）］"']$/.test(before) && /^[‘“「『《〈]/.test(after)))
    return null;
  // A range too long to go to the next line whole is broken behind its sign, so that its unit stays with its number.
  if (/[0-9만억조][∼~〜～→]$/.test(before) && /^[0-9]/.test(after)) return null;
  return 'word split';
}

/** Whether a line from `start` might have ended before `at` with nothing wrong. */
function hadAChoice(examined: Examined, start: number, at: number, width: number): boolean {
  const { text } = examined;
  for (let place = at - 1; place > start; place -= 1) {
    if (text[place] === ' ' || text.slice(start, place).trim() === '') continue;
    if (/[\uDC00-\uDFFF\u0300-\u036f\u200d\ufe0f]/.test(text[place]!)) continue;
    if (faultAt(examined, place, width) === null) return true;
  }
  return false;
}

/** The faults of a text as it was set: wrong breaks in lines that might have ended before without a fault. */
export function lineFaults(examined: Examined, width: number, lines: readonly Line[]): LineFault[] {
  return lines.slice(1).flatMap((line, index) => {
    const kind = faultAt(examined, line.start, width);
    const previous = lines[index]!;
    if (kind === null || !hadAChoice(examined, previous.start, line.start, width)) return [];
    const { text } = examined;
    return [
      {
        kind,
        width,
        before: text.slice(previous.start, previous.end),
        after: text.slice(line.start, line.end),
      },
    ];
  });
}
