import { describe, expect, test } from 'vitest';
import { gloss } from '../../source/korean/hanja/hanja.ts';
import { leadArticle } from '../../source/lead.ts';
import type { Article } from '../../source/model.ts';
import { matchesIn } from '../../source/tui/view/layout/article-matches.ts';
import { rowOf, setArticle } from '../../source/typeset/article.ts';
import { shownRange, shownText, sourceOffset } from '../../source/typeset/glossed-text.ts';
import { rowText } from '../../source/typeset/rows.ts';
import { headline } from '../support/fake-headlines.ts';
import fc from '../support/fast-check.ts';

const titles = fc
  .array(fc.constantFrom('韓', '美', '與', '한국', '한', '(', ')', ' ', '“', '정상', '日', '10', 'a'), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));

describe('a text with its Hanja glossed', () => {
  test('is the glossed text, and every character of the source is where it is said to be', () => {
    fc.assert(
      fc.property(titles, (title) => {
        const shown = shownText(title, true);
        expect(shown.text).toBe(gloss(title));
        for (let at = 0; at < title.length; at += 1) {
          const [start, end] = shownRange(shown, [at, at + 1]);
          expect(shown.text.slice(start, end)).toBe(title[at]);
          expect(sourceOffset(shown, start)).toBe(at);
        }
      }),
    );
  });

  test('highlights the match, not the gloss that reads like it', () => {
    const shown = shownText('韓 한국어', true);
    const [start, end] = shownRange(shown, [2, 4]);
    expect(shown.text).toBe('韓(한국) 한국어');
    expect([start, end]).toEqual([6, 8]);
  });

  test('is the text itself if no gloss is asked for', () => {
    expect(shownText('韓美 정상', false)).toEqual({ text: '韓美 정상', glosses: [] });
  });
});

describe('an article with its Hanja glossed', () => {
  const article = (change: Partial<Article>): Article => ({ ...leadArticle(headline(1)), ...change });
  const set = (of: Article, columns: number, hanja: boolean) =>
    setArticle(of, { columns, language: 'ko', hanja });

  test('keeps the links in its text', () => {
    const text = '韓美 정상이 만난다. 자세한 것은 여기에 있다.';
    const of = article({
      blocks: [{ type: 'paragraph', text, links: [[text.indexOf('여기'), text.length - 4, 'https://a.b/']] }],
    });
    for (const hanja of [false, true]) {
      const linked = set(of, 76, hanja)
        .rows.flat()
        .filter(({ href }) => href === 'https://a.b/');
      expect(linked.map(({ text: piece }) => piece)).toEqual(['여기에']);
    }
  });

  test('stays at the words being read when the glosses come and go', () => {
    const text = '韓 美 日 中 北 英 佛 獨 露 與 野 檢 '.repeat(2) + '가나다라 마바사아 자차카타 '.repeat(30);
    const of = article({ blocks: [{ type: 'paragraph', text: text.trim() }] });
    const [plain, glossed] = [set(of, 40, false), set(of, 40, true)];
    for (const [row, place] of plain.places.entries()) {
      if (place.block !== 0 || plain.rows[row]!.length === 0) continue;
      const there = rowOf(glossed.places, place);
      const next = glossed.places[there + 1]!;
      expect(glossed.places[there]!.offset).toBeLessThanOrEqual(place.offset);
      expect(next.block > 0 || next.offset > place.offset).toBe(true);
    }
  });

  test('has a place of its own for every line, also where a gloss is broken between two', () => {
    const of = article({ blocks: [{ type: 'paragraph', text: '韓美日 정상회의' }] });
    for (let columns = 1; columns <= 20; columns += 1) {
      const { rows, places } = set(of, columns, true);
      for (const [row, place] of places.entries())
        expect(rowOf(places, place), rows.map(rowText).join('\n')).toBe(row);
    }
  });
});

test('a search finds words that a line breaks in two, in paragraphs, captions, quotes and lists', () => {
  const word = '가나다라마바사아자차카타파하';
  const blocks: Article['blocks'] = [
    { type: 'paragraph', text: `앞에 ${word} 뒤` },
    { type: 'quote', text: `앞에 ${word} 뒤` },
    { type: 'photo', url: 'https://a.b/c.jpg', caption: `앞에 ${word} 뒤`, alt: null },
    { type: 'list', items: [`앞에 ${word} 뒤`] },
  ];
  for (const block of blocks) {
    const set = setArticle(
      { ...leadArticle(headline(1)), blocks: [block] },
      { columns: 20, language: 'ko', hanja: false },
    );
    const matches = matchesIn(set, word);
    expect(matches, block.type).toHaveLength(1);
    const pieces = matches[0]!.pieces.map(({ row, range }) => rowText(set.rows[row]!).slice(...range));
    expect(pieces.length, block.type).toBeGreaterThan(1);
    expect(pieces.join(''), block.type).toBe(word);
  }
});
