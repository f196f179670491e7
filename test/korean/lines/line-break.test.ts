import { describe, expect, test } from 'vitest';
import { Break, gradeBreaks } from '../../../source/korean/line/breaks.ts';
import { lineBreaks } from '../../../source/korean/line/line-break.ts';
import { sanitiseText } from '../../../source/text/sanitise.ts';
import { unicodeData } from '../../support/generate/ucd.ts';

interface Case {
  readonly line: string;
  readonly text: string;
  /** The UTF-16 offsets before which Unicode allows a break, the text's end left out. */
  readonly breaks: ReadonlySet<number>;
}

/** `× 0041 × 0020 ÷ 0042 ÷` */
function parse(line: string): Case {
  const breaks = new Set<number>();
  let text = '';
  for (const part of line.split(' ')) {
    if (part === '÷') breaks.add(text.length);
    else if (part !== '×') text += String.fromCodePoint(Number.parseInt(part, 16));
  }
  breaks.delete(text.length);
  return { line, text, breaks };
}

const lines = unicodeData('auxiliary/LineBreakTest') as string[] | null;
const cases = lines?.map(parse) ?? [];

/** A place between two characters of a text, spaces left out. */
interface Between {
  readonly before: string;
  readonly after: string;
  readonly spaced: boolean;
  /** Whether the two are of one grapheme. */
  readonly joined: boolean;
  /** Whether Unicode allows a break there. */
  readonly allowed: boolean;
}

const NEVER_FIRST = '!%),.:;?]}¢°’”′″℃〉》」』】〕！％），．：；？］｝…·~∼';
const NEVER_LAST = '$([{£¥‘“〈《「『【〔＄（［｛￡￥￦#';
const DASHES_AND_SMALL = 'ㆍ・‧･、。〃々ー‐–—―〜～〗〙〛％‰￠₩€〖〘〚＃㎜㎝㎞㎡㎥㎏㎎㏄㎖ℓ';

const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The program's tailorings, in the order they are looked for: why a place differs from Unicode's rules. */
const TAILORINGS: Readonly<Record<string, (place: Between) => boolean>> = {
  'a grapheme is not split': ({ joined, allowed }) => allowed && joined,
  'Hangul is not broken inside a word': ({ before, after, spaced, allowed }) =>
    allowed && !spaced && (/\p{Script=Hangul}/u.test(before) || /\p{Script=Hangul}/u.test(after)),
  금칙: ({ before, after, allowed }) =>
    allowed && (NEVER_FIRST.includes(after) || NEVER_LAST.includes(before)),
  'dashes, units in one square and the like rather not at an end': ({ before, after, allowed }) =>
    allowed && (DASHES_AND_SMALL.includes(after) || DASHES_AND_SMALL.includes(before)),
  'runs of Hanja and kana are kept whole': ({ before, after, spaced, allowed }) =>
    allowed && !spaced && JAPANESE.test(before) && JAPANESE.test(after),
  'a straight quotation mark stays with what it marks, beside a space too': ({
    before,
    after,
    spaced,
    allowed,
  }) => allowed && spaced && (/["']/.test(before) || /["']/.test(after)),
  'hyphens and solidi part only what is longer than a line': ({ before, spaced, allowed }) =>
    allowed && !spaced && /[-\u2010/]/.test(before),
  'elsewhere a break wants a space, but after … and — and between quotations': ({ spaced, allowed }) =>
    allowed && !spaced,
};

const segmenter = new Intl.Segmenter('ko', { granularity: 'grapheme' });

/** The differences between Unicode's places and ours, each by the first tailoring that accounts for it. */
function differences({ line, text, breaks }: Case): { tailoring: string | undefined; where: string }[] {
  const grades = gradeBreaks(text);
  const starts = new Set([...segmenter.segment(text)].map(({ index }) => index));
  const found: { tailoring: string | undefined; where: string }[] = [];
  for (let at = 1; at < text.length; at += 1) {
    const allowed = breaks.has(at);
    if (allowed === grades[at]! >= Break.unit) continue;
    const before = [...text.slice(0, at).trimEnd()].at(-1) ?? '';
    const after = String.fromCodePoint(text.codePointAt(at)!);
    const place = { before, after, spaced: text[at - 1] === ' ', joined: !starts.has(at), allowed };
    const tailoring = Object.entries(TAILORINGS).find(([, accounts]) => accounts(place))?.[0];
    found.push({ tailoring, where: `${line} at ${at}` });
  }
  return found;
}

describe.skipIf(lines === null)('Unicode’s LineBreakTest (from npm; skipped without a network)', () => {
  test('holds for every line without tailoring', () => {
    const wrong = cases.filter(({ text, breaks }) => {
      const allowed = lineBreaks(text);
      for (let at = 1; at < text.length; at += 1) if ((allowed[at] === 1) !== breaks.has(at)) return true;
      return false;
    });
    expect(wrong.map(({ line }) => line)).toEqual([]);
    expect(cases.length).toBeGreaterThan(15_000);
  });

  test('differs only by the program’s tailorings in sanitised text, and each of them makes a difference', async ({
    annotate,
  }) => {
    const counts = new Map<string, number>();
    const clean = cases.filter(({ text }) => sanitiseText(text) === text && !text.includes('\n'));
    for (const { tailoring, where } of clean.flatMap(differences)) {
      if (tailoring === undefined) expect.fail(where);
      counts.set(tailoring, (counts.get(tailoring) ?? 0) + 1);
    }
    await annotate([...counts].map(([tailoring, count]) => `${count} × ${tailoring}`).join('\n'));
    expect(clean.length).toBeGreaterThan(5_000);
    expect([...counts.keys()].sort()).toEqual(Object.keys(TAILORINGS).sort());
  });
});
