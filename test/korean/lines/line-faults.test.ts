import { describe, expect, test } from 'vitest';
import { setLines } from '../../../source/korean/line/lines.ts';
import { examine, type LineFault, lineFaults } from '../../support/checks/line-faults.ts';
import { manySentences } from '../../support/sentences.ts';

/** Ten thousand in `npm run test:fuzz`; as many as take seconds otherwise. */
const SENTENCES = process.env.DONGA_TUI_TEST_FULL ? 10_000 : 250;
const NARROWEST = 12;
const WIDEST = 100;

function sweep(sentences: readonly string[]): Map<string, string[]> {
  const faults = new Map<string, string[]>();
  for (const sentence of sentences) {
    const examined = examine(sentence);
    for (let width = NARROWEST; width <= WIDEST; width += 1) {
      for (const fault of lineFaults(examined, width, setLines(sentence, width))) {
        faults.set(fault.kind, [...(faults.get(fault.kind) ?? []), shown(fault)]);
      }
    }
  }
  return faults;
}

const shown = ({ width, before, after }: LineFault): string => `${width}: ${before} | ${after}`;

test(`no line of ${SENTENCES} sentences ends where it should not, at any width from 12 to 100`, {
  timeout: 600_000,
}, () => {
  expect(Object.fromEntries(sweep(manySentences(SENTENCES)))).toEqual({});
});

describe('the checker finds', () => {
  test.each([
    ['number split', '부양책 2조1000억달러를', 20, '부양책 2조'.length],
    ['number split', '확진자 1만8032→1만7199명', 30, '확진자 1만8032→1만'.length],
    ['number from its unit', '모인 사람은 35만여 명이다', 40, '모인 사람은 35만여 '.length],
    ['quotation from its parenthesis', '갯벌 ‘물빛축제’(29∼31일)를', 40, '갯벌 ‘물빛축제’'.length],
    ['opening mark and space', '행사에 ( 약 3만', 30, '행사에 ( '.length],
    ['ends with a mark', '행사에 (약 3만', 30, '행사에 ('.length],
    ['begins with a mark', '행사에 좋다”라고', 30, '행사에 좋다'.length],
    ['kana or Hanja split', '그는 ‘가오(かお)’를', 38, '그는 ‘가오(か'.length],
    ['kana or Hanja split', '그는 中華人民共和國의', 38, '그는 中華人民'.length],
    ['Latin word split', '그는 Northwind를', 38, '그는 North'.length],
    ['dashes or dots split', '그는 좋다 ——한다', 38, '그는 좋다 —'.length],
    ['word split', '그는 반도체를', 38, '그는 반도'.length],
  ])('%s in %s', (kind, text, width, at) => {
    const lines = [
      { start: 0, end: text.slice(0, at).trimEnd().length },
      { start: at, end: text.length },
    ];
    expect(lineFaults(examine(text), width, lines).map((fault) => fault.kind)).toEqual([kind]);
  });
});
