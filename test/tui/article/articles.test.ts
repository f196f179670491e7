import { describe, expect, test } from 'vitest';
import { Failure } from '../../../source/failure.ts';
import type { Opened } from '../../../source/reader/types.ts';
import { articleView } from '../../../source/tui/view/layout/article.ts';
import { view } from '../../../source/tui/view/view.ts';
import { rowText } from '../../../source/typeset/rows.ts';
import { articleOf, headline, headlines } from '../../support/fake-headlines.ts';
import { fakeReader } from '../../support/fake-reader.ts';
import { NOW, type Session, session } from '../session.ts';

/** A reader whose pages wait to be let through. */
function held(list = headlines(50)) {
  const kept = fakeReader(list);
  const waiting = new Map<string, (opened: Opened) => void>();
  kept.answers = (id) => new Promise((resolve) => waiting.set(id, resolve));
  const come = (number: number, failure: Failure | null = null) => {
    const of = headline(number);
    const lead = kept.kept(of.id)!;
    waiting.get(of.id)?.({ article: failure === null ? articleOf(of) : lead, failure });
  };
  return { kept, come };
}

const topLine = (reader: Session) => {
  const set = articleView(reader.state(), reader.article());
  return rowText(set.set.rows[set.top]!);
};
const screenText = (reader: Session) => view(reader.state()).rows.map(rowText).join('\n');

describe('an article', () => {
  test('shows its title and lead at once, then the whole of it', async () => {
    const { kept, come } = held();
    const reader = session(kept);
    reader.type('j\r');
    expect(reader.article().loading.kind).toBe('fetching');
    expect(screenText(reader)).toContain('기사 2의 요약이다');
    come(2);
    await reader.settle();
    expect(reader.article().loading.kind).toBe('whole');
    expect(screenText(reader)).toContain('문단 1이다');
  });

  test('is read from then on, also in the list below', async () => {
    const reader = session();
    reader.type('j\r');
    await reader.settle();
    reader.type('\x1b');
    expect(
      reader
        .headlines()
        .list.items.map((item) => item.headline.read)
        .slice(0, 3),
    ).toEqual([false, true, false]);
    expect(reader.state().sections.find(({ name }) => name === 'politics')?.unread).toBe(49);
  });

  test('is opened once by several Enters, and left once by Esc', async () => {
    const reader = session();
    reader.type('\r\r\r');
    expect(reader.state().screens.length).toBe(2);
    reader.type('\x1b\x1b\x1b');
    expect(reader.state().screens.length).toBe(1);
    expect(reader.terminal).toEqual([]);
  });

  test('an article that could not be fetched shows its lead and the reason', async () => {
    const { kept, come } = held();
    const reader = session(kept);
    reader.type('\r');
    come(1, new Failure('http-status', { status: 404 }));
    await reader.settle();
    expect(reader.article().loading.kind).toBe('lead-only');
    expect(reader.state().notice).toMatchObject({ key: 'notice.lead-only', tone: 'alert' });
    expect(screenText(reader)).toContain('기사 1의 요약이다');
  });

  test('an article that comes after it was left changes nothing on screen', async () => {
    const { kept, come } = held();
    const reader = session(kept);
    reader.type('\r\x1bj\r');
    const before = reader.article();
    come(1);
    await reader.settle();
    expect(reader.article().article).toBe(before.article);
    expect(reader.article().loading.kind).toBe('fetching');
    reader.type('\x1b');
    come(2, new Failure('timeout'));
    await reader.settle();
    expect(reader.state().notice).toBeNull();
  });

  test('goes by lines, pages and to its ends', async () => {
    const reader = session();
    reader.type('\r');
    await reader.settle();
    const { lastTop, rows } = articleView(reader.state(), reader.article());
    const top = () => articleView(reader.state(), reader.article()).top;
    reader.type('3j');
    expect(top()).toBe(3);
    reader.type('k');
    expect(top()).toBe(2);
    reader.type('G');
    expect(top()).toBe(lastTop);
    reader.type('5j');
    expect(top()).toBe(lastTop);
    reader.type('g ');
    expect(top()).toBe(rows - 1);
    reader.type('10G');
    expect(top()).toBe(9);
  });

  test('every line can be brought to the top, one j after the other', async () => {
    const reader = session();
    reader.type('\r');
    await reader.settle();
    const { lastTop } = articleView(reader.state(), reader.article());
    for (let row = 1; row <= lastTop; row += 1) {
      reader.type('j');
      expect(articleView(reader.state(), reader.article()).top).toBe(row);
    }
  });

  test('keeps the line being read through a resize', async () => {
    const reader = session();
    reader.type('\r');
    await reader.settle();
    reader.type('20j');
    const { place } = reader.article();
    for (const columns of [40, 120, 24, 80]) {
      reader.store.dispatch({ type: 'resize', size: { columns, rows: 24 } });
      const { set, top } = articleView(reader.state(), reader.article());
      expect(set.places[top]!.block).toBe(place.block);
    }
    expect(reader.article().place).toEqual(place);
  });

  test('that is opened again begins where it was left', async () => {
    const reader = session();
    reader.type('\r');
    await reader.settle();
    reader.type('20j');
    const line = topLine(reader);
    reader.type('\x1bj\r\x1bk\r');
    await reader.settle();
    expect(topLine(reader)).toBe(line);
  });

  test('keeps its place when the program is quit from it', async () => {
    const kept = fakeReader();
    const reader = session(kept);
    reader.type('\r');
    await reader.settle();
    reader.type('20j\x03');
    expect(kept.places.get(headline(1).id)).toEqual(reader.article().place);
    expect(reader.terminal).toEqual(['quit']);
  });

  test('is followed by its neighbours in the list, which selects them', async () => {
    const reader = session();
    reader.type('4j\r');
    await reader.settle();
    reader.type('n');
    expect(reader.article().headline.title).toBe('기사 제목 6');
    reader.type('N');
    expect(reader.article().headline.title).toBe('기사 제목 5');
    reader.type('3#');
    expect(reader.article().headline.title).toBe('기사 제목 2');
    reader.type('NN');
    expect(reader.state().notice?.key).toBe('notice.no-previous');
    reader.type('\x1b');
    expect(reader.selected()).toBe('기사 제목 1');
    expect(reader.state().screens.length).toBe(1);
  });

  test('leads to the next unread one', async () => {
    const list = headlines(20).map((each, index) => ({ ...each, read: index !== 0 && index !== 7 }));
    const reader = session(fakeReader(list));
    reader.type('\r');
    await reader.settle();
    reader.type('.');
    expect(reader.article().headline.title).toBe('기사 제목 8');
    reader.type('.');
    expect(reader.article().headline.title).toBe('기사 제목 8');
    expect(reader.state().notice?.key).toBe('notice.no-unread');
  });

  test('leads beyond the loaded part of the list', async () => {
    const reader = session(fakeReader(headlines(300)));
    await reader.settle();
    reader.type('\r');
    await reader.settle();
    reader.type('250n');
    expect(reader.article().headline.title).toBe('기사 제목 251');
  });

  test('opens the entries of 지금 뜨는 뉴스 on top of it, and other links in the browser', async () => {
    const reader = session();
    reader.type('\r');
    await reader.settle();
    reader.type('\r');
    expect(reader.state().screens.length).toBe(2);
    reader.type('\t');
    expect(screenText(reader)).toContain('뜨는 기사');
    reader.type('\r');
    expect(reader.article().headline).toMatchObject({
      id: '200000001',
      section: 'national',
      title: '뜨는 기사',
    });
    reader.type('\x1b\t\r');
    await reader.settle();
    expect(reader.terminal).toEqual(['browser https://example.com/']);
    reader.type('\x1b[Z\x1b[Z');
    expect(reader.article().link).toBe(1);
  });

  test('is asked for again by r', async () => {
    const kept = fakeReader();
    const reader = session(kept);
    reader.type('\r');
    await reader.settle();
    kept.answers = async (id) => ({
      article: articleOf(headline(1), { id }),
      failure: new Failure('timeout'),
    });
    reader.type('r');
    expect(reader.article().loading.kind).toBe('fetching');
    await reader.settle();
    expect(kept.asked.at(-1)).toBe(`open ${headline(1).id} fresh`);
    expect(reader.article().loading.kind).toBe('whole');
    expect(reader.state().notice?.key).toBe('notice.not-refreshed');
  });

  test('can be searched: matches come one after the other, round the ends, and two Esc end it', async () => {
    const reader = session();
    reader.type('\r');
    await reader.settle();
    reader.type('/문단 2');
    expect(topLine(reader)).not.toBe('');
    reader.type('\r');
    const rows: number[] = [];
    const row = () => {
      const { match } = reader.article();
      rows.push(match ?? -1);
    };
    row();
    for (let turn = 0; turn < 3; turn += 1) {
      reader.type('n');
      row();
    }
    expect(new Set(rows).size).toBe(4);
    reader.type('N');
    expect(reader.article().match).toBe(rows[2]);
    reader.type('1000N');
    expect(reader.state().notice?.key).toBe('notice.wrapped-back');
    const { place } = reader.article();
    reader.type('\x1b');
    expect(reader.article().search).toBeNull();
    expect(reader.article().place).toEqual(place);
    reader.type('n');
    expect(reader.article().headline.title).toBe('기사 제목 2');
  });

  test('has a notice if a search finds nothing', async () => {
    const reader = session();
    reader.type('\r');
    await reader.settle();
    reader.type('/쀍뷁\r');
    expect(reader.state().notice?.key).toBe('notice.no-match');
    reader.type('n');
    expect(reader.state().notice?.key).toBe('notice.no-match');
  });

  test('finds words that the end of a line breaks', async () => {
    const reader = session();
    reader.type('\r');
    await reader.settle();
    reader.store.dispatch({ type: 'resize', size: { columns: 40, rows: 24 } });
    reader.type('/적은 본문이 화면의\r');
    expect(reader.article().match).not.toBeNull();
    expect(reader.state().notice).toBeNull();
  });
});

test('a place is kept while reading, in case no key comes before the end', async () => {
  const reader = session();
  await reader.settle();
  reader.type('\r');
  await reader.settle();
  reader.type(' ');
  const { headline, place } = reader.article();
  reader.store.dispatch({ type: 'tick', now: NOW + 5000 });
  expect(reader.reader.places.get(headline.id)).toEqual(place);
});
