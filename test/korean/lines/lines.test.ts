import { describe, expect, test } from 'vitest';
import { cellWidth } from '../../../source/korean/cells.ts';
import { graphemes } from '../../../source/korean/graphemes.ts';
import { type LineRange, setLines, wrap } from '../../../source/korean/line/lines.ts';
import { sanitiseText } from '../../../source/text/sanitise.ts';
import fc from '../../support/fast-check.ts';
import { columns, PARAGRAPHS, prose } from '../prose.ts';

// The newspapers' rules, written again on purpose.
const NEVER_FIRST = '!%),.:;?]}¢°’”′″℃〉》」』】〕！％），．：；？］｝…·~∼';
const NEVER_LAST = '$([{£¥‘“〈《「『【〔＄（［｛￡￥￦#';

const NEWS = sanitiseText(PARAGRAPHS.join('\n'));
const segmenter = new Intl.Segmenter('ko', { granularity: 'grapheme' });

/** The offsets where a grapheme begins, by Node's own segmenter. */
function graphemeStarts(text: string): Set<number> {
  return new Set([...segmenter.segment(text)].map(({ index }) => index).concat(text.length));
}

function expectFitted(text: string, width: number, lines: readonly LineRange[]): void {
  const starts = graphemeStarts(text);
  let end = 0;
  let breaks = 0;
  for (const line of lines) {
    const shown = text.slice(line.start, line.end);
    const between = text.slice(end, line.start);
    expect(between).toMatch(/^ *\n? *$/);
    breaks += between.includes('\n') ? 1 : 0;
    expect(cellWidth(shown)).toBeLessThanOrEqual(width);
    expect(shown).toBe(shown.trim());
    expect(starts.has(line.start) && starts.has(line.end)).toBe(true);
    end = line.end;
  }
  expect(text.slice(end)).toMatch(/^ *$/);
  expect(breaks).toBe(text.split('\n').length - 1);
}

/** Whether a line might have ended somewhere in [start, end) without a mark at a wrong end. */
function mayEndInside(text: string, start: number, end: number): boolean {
  const starts = graphemeStarts(text);
  for (let at = start + 1; at < end; at += 1) {
    if (!starts.has(at)) continue;
    const before = text.slice(start, at).trimEnd();
    const after = text.slice(at).trimStart();
    if (before === '') continue;
    if (!NEVER_LAST.includes(before.at(-1)!) && !NEVER_FIRST.includes(after[0] ?? '가')) return true;
  }
  return false;
}

function expectProhibited(text: string, lines: readonly LineRange[]): void {
  lines.forEach((line, index) => {
    const previous = lines[index - 1];
    if (previous === undefined || text.slice(previous.end, line.start).includes('\n')) return;
    const wrong = NEVER_FIRST.includes(text[line.start]!) || NEVER_LAST.includes(text[previous.end - 1]!);
    if (wrong && mayEndInside(text, previous.start, line.start)) {
      expect.fail(`${text.slice(previous.start, previous.end)} | ${text.slice(line.start, line.end)}`);
    }
  });
}

function expectWordsWhole(text: string, width: number, lines: readonly LineRange[]): void {
  const begun = new Set(lines.map(({ start }) => start));
  for (const match of text.matchAll(/[^ \n]+/g)) {
    if (cellWidth(match[0]) > width) continue;
    for (const word of match[0].matchAll(/[가-힣]+/g)) {
      for (let at = 1; at < word[0].length; at += 1) {
        expect(begun.has(match.index + word.index + at), `${word[0]} at ${width}`).toBe(false);
      }
    }
  }
}

describe('a text set in lines', () => {
  test('is never wider than its column, splits no grapheme, and loses nothing but spaces at the breaks', () => {
    fc.assert(fc.property(prose, columns, (text, width) => expectFitted(text, width, setLines(text, width))));
  });

  test('has no mark at a wrong end of a line if the width allows it', () => {
    fc.assert(fc.property(prose, columns, (text, width) => expectProhibited(text, setLines(text, width))));
  });

  test('begins a line with a dash before it breaks a word', () => {
    expect(wrap('한한한한한 ——한한한한한한한한한👍', 30)).toEqual(['한한한한한', '——한한한한한한한한한👍']);
  });

  test('breaks no Hangul word that fits on a line, from 30 cells on', () => {
    fc.assert(
      fc.property(prose, fc.integer({ min: 30, max: 200 }), (text, width) =>
        expectWordsWhole(text, width, setLines(text, width)),
      ),
    );
  });

  test('keeps these rules for a page of news at every width from 4 to 200', () => {
    for (let width = 4; width <= 200; width += 1) {
      const lines = setLines(NEWS, width);
      expectFitted(NEWS, width, lines);
      expectProhibited(NEWS, lines);
      if (width >= 30) expectWordsWhole(NEWS, width, lines);
    }
  });

  test('is the same in NFC and in NFD', () => {
    fc.assert(
      fc.property(prose, columns, (text, width) => {
        expect(wrap(text.normalize('NFD'), width).map((line) => line.normalize())).toEqual(wrap(text, width));
      }),
    );
  });

  test('comes out of any string at any width', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: -1, max: 12 }), (text, width) => {
        let end = 0;
        for (const line of setLines(text, width)) {
          expect(line.start).toBeGreaterThanOrEqual(end);
          expect(line.end).toBeGreaterThanOrEqual(line.start);
          end = line.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test('has an empty line for an empty paragraph', () => {
    expect(wrap('가\n\n나', 10)).toEqual(['가', '', '나']);
    expect(wrap('', 10)).toEqual(['']);
  });

  test('puts a grapheme wider than the column alone on its line', () => {
    expect(wrap('한국', 1)).toEqual(['한', '국']);
  });
});

describe('words', () => {
  test.each([
    ['a particle with its quotation', '총재는 어제 오후 늦게 기자들에게 ‘점진적 인하’를', 46, '인하’를'],
    ['a particle with its title', '심사위원들은 만장일치로 올해의 소설 「돌의잠」을', 44, '「돌의잠」을'],
    ['a particle with its abbreviation', '시장에서는 앞으로의 흐름을 두고 SK하이닉스가', 44, 'SK하이닉스가'],
    ['a number with its sign', '지난달 물가 상승률은 작년 같은 달과 비교해 +3.5%로', 47, '+3.5%로'],
    [
      'a price with its currency',
      '어른의 입장료는 지난해보다 조금 오른 금액인 ₩15,000이다',
      46,
      '₩15,000이다',
    ],
    [
      'a bullet with what it introduces',
      '주력 업종인 자동차와 반도체와 조선 가운데 △ 반도체',
      44,
      '△ 반도체',
    ],
    [
      'a unit in one square with its number',
      '전용면적이 조금 더 넓은 아파트의 크기는 보통 114㎡',
      48,
      '114㎡',
    ],
    ['a short run of Hanja', '세 나라 외교장관이 모인 자리에서 나온 발표는 韓美日', 48, '韓美日'],
  ])('keep %s', (_, text, width, kept) => {
    for (let at = 30; at <= width; at += 1) {
      expect(
        wrap(text, at).some((line) => line.includes(kept)),
        `${at}`,
      ).toBe(true);
    }
  });

  test('keep a number with its unit wherever both fit in a line', () => {
    const text = '지난 주말 광장에 모인 사람들의 수는 모두 100만 명';
    expect(wrap(text, 46)).toEqual(['지난 주말 광장에 모인 사람들의 수는 모두', '100만 명']);
    const long = '그날 모인 123,456,789,012만 명이었다';
    expect(wrap(long, 28)).toEqual(['그날 모인', '123,456,789,012만 명이었다']);
    expect(wrap(long, 19)).toEqual(['그날 모인', '123,456,789,012만', '명이었다']);
  });

  test('longer than the line are broken after · first, then at syllables', () => {
    expect(wrap('반도체자동차조선·철강석유화학이차전지바이오', 36)).toEqual([
      '반도체자동차조선·',
      '철강석유화학이차전지바이오',
    ]);
    expect(wrap('대한민국중앙선거관리위원회위원장직무대행', 30)).toEqual([
      '대한민국중앙선거관리위원회위원',
      '장직무대행',
    ]);
  });

  test('longer than the line are broken at the edge of a Hangul word rather than inside it', () => {
    expect(wrap('NorthwindSystemsHoldings하이닉스반도체', 32)).toEqual([
      'NorthwindSystemsHoldings',
      '하이닉스반도체',
    ]);
  });

  test('are parted after … and between two quotations', () => {
    expect(wrap('기준금리를 다시 내린 한국은행…시장은 환호했다', 32)[0]).toBe(
      '기준금리를 다시 내린 한국은행…',
    );
    expect(wrap('그는 “오래 준비한 문장이다”“낡은 말이 없다”라고', 30)[0]).toBe(
      '그는 “오래 준비한 문장이다”',
    );
  });

  test('are broken at syllables below 30 cells, numbers and abbreviations still whole', () => {
    expect(wrap('금융통화위원회를 열었다', 20)).toEqual(['금융통화위원회를 열', '었다']);
    expect(wrap('기준금리는 연 12.75%로', 20)).toEqual(['기준금리는 연', '12.75%로']);
  });

  test('of an address are parted only after its signs', () => {
    const address = 'https://www.example.com/news/article/all/20261120/123456789/1?ref=main&from=rss_top';
    for (let width = 30; width < 80; width += 1) {
      for (const line of wrap(address, width).slice(0, -1)) expect(line).toMatch(/[/?&.\-_@]$/);
    }
  });
});

test('the last line is not one syllable if the line before can give a word', () => {
  const text = '가나다라 마바사아 자차카타 파하가나 다라마바 사아자차 카타파하 뿐';
  for (let width = 12; width <= 80; width += 1) {
    const last = wrap(text, width).at(-1)!;
    expect(graphemes(last).length, `${width}`).toBeGreaterThan(1);
  }
  expect(wrap('대한민국중앙선거관리위원회위원장', 30)).toEqual(['대한민국중앙선거관리위원회위', '원장']);
});

describe('the last line is not one syllable', () => {
  test('if the line before is the rest of a word broken at its syllables', () => {
    expect(
      wrap('대한민국중앙선거관리위원회위원장직무대행체제전환검토위원회설치법안 등', 34).slice(-2),
    ).toEqual(['무대행체제전환검토위원회설치법', '안 등']);
  });

  test('if the line before is a list that may be broken at its joints', () => {
    const text = '이번 조사는 서울·경기·인천·강원·충북·충남·전북·전남·경북·경남·제주 등';
    for (let width = 30; width <= 80; width += 1) {
      expect(graphemes(wrap(text, width).at(-1)!).length, `${width}`).toBeGreaterThan(1);
    }
    expect(wrap(text, 54)).toEqual([
      '이번 조사는',
      '서울·경기·인천·강원·충북·충남·전북·전남·경북·경남·',
      '제주 등',
    ]);
  });

  test('if moving only the first mark would leave one', () => {
    expect(wrap('달리 말했다"고.', 12)).toEqual(['달리 말했', '다"고.']);
    expect(wrap('달리 말했다”고.', 12)).toEqual(['달리 말했', '다”고.']);
  });

  test('but no other word is broken for it', () => {
    expect(wrap('대한민국중앙선거관리위원회 — 뿐', 28)).not.toContain('뿐');
    expect(wrap('한국은행이기준금리를내렸다고 —뿐', 30)).toEqual(['한국은행이기준금리를내렸다고', '—뿐']);
  });
});

test('no line begins with a closing straight quote or ends with an opening one', () => {
  const text = '그는 "기준금리를 내렸다"고 했고 "시장이 \'환호\'했다"며 "끝."이라고 말했다';
  for (let width = 6; width <= 40; width += 1) {
    for (const line of wrap(text, width)) {
      expect(line, `${width}`).not.toMatch(/^["'](?:고|며|했|이라|$)/);
      expect(line, `${width}`).not.toMatch(/(?:^| )["']+$/);
    }
  }
});
