import { describe, expect, test } from 'vitest';
import { latinToHangul } from '../../../source/korean/keyboard.ts';
import { view } from '../../../source/tui/view/view.ts';
import { rowText } from '../../../source/typeset/rows.ts';
import { articleOf, headline } from '../../support/fake-headlines.ts';
import { fakeReader } from '../../support/fake-reader.ts';
import { type Session, session } from '../session.ts';

const rows = (reader: Session) => view(reader.state()).rows;
const footer = (reader: Session) => rowText(rows(reader).at(-1)!);
/** The texts that are shown reversed in the article. */
const reversed = (reader: Session) =>
  rows(reader)
    .slice(1, -1)
    .flatMap((row) => row.flatMap(({ text, style }) => (style === 'current' ? [text] : [])));

/** A session with an article open that says 등대 five times, twice in its first paragraph. */
async function opened(): Promise<Session> {
  const kept = fakeReader();
  const blocks = [
    '등대 아래서 등대를 보았다.',
    ...Array.from({ length: 30 }, (_, index) =>
      index % 12 === 5 ? `${index}번째 등대다.` : `${index}번째 섬이다.`,
    ),
  ].map((text) => ({ type: 'paragraph' as const, text }));
  kept.answers = async () => ({ article: articleOf(headline(1), { blocks }), failure: null });
  const reader = session(kept);
  reader.type('\r');
  await reader.settle();
  return reader;
}

describe('finding in an article', () => {
  test('shows the current match reversed and counts it in the footer, one match at a time', async () => {
    const reader = await opened();
    reader.type('/등대');
    expect(footer(reader)).toMatch(/1\/5\s*$/);
    expect(reversed(reader)).toEqual(['등대']);
    reader.type('\r');
    for (const count of ['2/5', '3/5', '4/5', '5/5', '1/5']) {
      reader.type('n');
      expect(footer(reader)).toContain(count);
      expect(reversed(reader)).toEqual(['등대']);
    }
    reader.type('N');
    expect(footer(reader)).toContain('5/5');
    reader.type('2#');
    expect(footer(reader)).toContain('3/5');
  });

  test('counts beside the query where z has taken the footer away', async () => {
    const reader = await opened();
    reader.type('z/등대');
    const box = () =>
      rows(reader)
        .map(rowText)
        .find((row) => row.startsWith('찾기: 등대'));
    expect(box()).toMatch(/1\/5\s*$/);
    reader.type('\rn');
    expect(box()).toMatch(/2\/5\s*$/);
  });

  test('goes on by ㅜ with the Hangul IME', async () => {
    const reader = await opened();
    reader.type('/등대\r');
    reader.type(latinToHangul('nn'));
    expect(footer(reader)).toContain('3/5');
  });

  test('names n and N by their effect there, and 0 of 0 without a match', async () => {
    const reader = await opened();
    reader.type('/등대\r');
    expect(footer(reader)).toMatch(/n 다음 찾은 곳 .*N 이전 찾은 곳/);
    reader.type('\x1b');
    expect(footer(reader)).toContain('n 다음 기사');
    reader.type('/없는말');
    expect(footer(reader)).toContain('0/0');
  });

  test('keeps its place at the first Esc, and is dropped at the second', async () => {
    const reader = await opened();
    reader.type('/등대\rnnn/');
    const { place, match } = reader.article();
    expect(place.block).toBeGreaterThan(0);
    reader.type('\x1b');
    expect(reader.article()).toMatchObject({ place, match, search: { typing: false } });
    expect(reversed(reader)).toEqual(['등대']);
    reader.type('\x1b');
    expect(reader.article()).toMatchObject({ place, match: null, search: null });
    reader.type('\x1b');
    expect(reader.state().screens).toHaveLength(1);
  });

  test('begins at the first match from the top of the screen on, each time that / is pressed', async () => {
    const reader = await opened();
    reader.type('G/등대');
    expect(footer(reader)).toMatch(/5\/5\s*$/);
    reader.type('\rg/');
    reader.type('\x15등');
    expect(footer(reader)).toMatch(/1\/5\s*$/);
    expect(reader.article().place.block).toBe(-1);
  });

  test('gives back the chosen link at its end, whether something was typed or not', async () => {
    const kept = fakeReader();
    const blocks = ['첫째 링크와', '둘째 링크'].map((text, index) => ({
      type: 'paragraph' as const,
      text,
      links: [[3, 5, `https://other.example/${index}`] as const],
    }));
    kept.answers = async () => ({ article: articleOf(headline(1), { blocks }), failure: null });
    const reader = session(kept);
    reader.type('\r');
    await reader.settle();
    reader.type('\t\t');
    const { link } = reader.article();
    expect(footer(reader)).toContain('other.example/1');
    for (const keys of ['/\x1b', '/링크\rn\x1b', '/링크\x1b/\x15없는말\r\x1b']) {
      reader.type(keys);
      expect(reader.article()).toMatchObject({ link, search: null });
      expect(footer(reader)).toContain('other.example/1');
    }
  });

  test('ends at the first Esc if nothing was typed', async () => {
    const reader = await opened();
    reader.type('/\x1b');
    expect(reader.article().search).toBeNull();
  });
});

describe('r in an article', () => {
  test('shows whether the text changed, and keeps the place, the search and the glosses', async () => {
    const kept = fakeReader();
    let answer = articleOf(headline(1));
    kept.answers = async () => ({ article: answer, failure: null });
    const reader = session(kept);
    reader.type('\rH');
    await reader.settle();
    reader.type('/문단 3\rnn');
    const { place, match, search } = reader.article();
    reader.type('r');
    await reader.settle();
    expect(reader.state().notice?.key).toBe('notice.unchanged');
    expect(reader.article()).toMatchObject({ place, match, search });
    expect(reader.state().settings.hanja).toBe(true);
    answer = articleOf(headline(1), { comments: 12, reactions: { 좋아요: 3 } });
    reader.type('r');
    await reader.settle();
    expect(reader.state().notice?.key).toBe('notice.unchanged');
    answer = articleOf(headline(1), { deck: ['새 부제'] });
    reader.type('r');
    await reader.settle();
    expect(reader.state().notice?.key).toBe('notice.changed');
    expect(reader.article()).toMatchObject({ place, match, search });
  });

  test('shows no such notice when the article is opened', async () => {
    const kept = fakeReader();
    kept.kept_.set(headline(1).id, articleOf(headline(1)));
    const reader = session(kept);
    reader.type('\r');
    await reader.settle();
    expect(reader.state().notice).toBeNull();
  });

  test('leaves m working: the mark follows each press, with any marks in the archive', async () => {
    const reader = session();
    reader.type('\r');
    await reader.settle();
    for (const read of [false, true, false]) {
      reader.type('rm');
      await reader.settle();
      reader.type('r');
      await reader.settle();
      expect(reader.article().headline.read).toBe(read);
    }
  });
});
