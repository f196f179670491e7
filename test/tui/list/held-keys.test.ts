import { describe, expect, test } from 'vitest';
import { latinToHangul } from '../../../source/korean/keyboard.ts';
import { headlines } from '../../support/fake-headlines.ts';
import { type FakeReader, fakeReader } from '../../support/fake-reader.ts';
import { session } from '../session.ts';

// Keys that come in one piece with the query whose results they are meant for.

/** A reader whose headlines 7, 11, 13 and 20 are about oysters. */
function kept(): FakeReader {
  const list = headlines(40).map((each, index) =>
    [7, 11, 13, 20].includes(index) ? { ...each, title: `석화 수확 ${index}` } : each,
  );
  return fakeReader(list);
}

describe('keys behind a query and Enter wait for its results', () => {
  test('j and Enter open the second result, not a row of the list before', async () => {
    const reader = session(kept());
    reader.type('/석화\rj\r');
    expect(reader.headlines().search?.typing).toBe(false);
    await reader.settle();
    expect(reader.article().headline.title).toBe('석화 수확 11');
    expect(reader.state().held).toEqual([]);
  });

  test.each([
    [
      'b',
      'bookmarks the first',
      (r: ReturnType<typeof session>) => r.reader.bookmarks().map(({ title }) => title),
      ['석화 수확 7'],
    ],
    [
      '2jb',
      'bookmarks the third',
      (r: ReturnType<typeof session>) => r.reader.bookmarks().map(({ title }) => title),
      ['석화 수확 13'],
    ],
    ['Gy', 'copies the last’s link', (r: ReturnType<typeof session>) => r.terminal.length, 1],
    [
      '!',
      'marks all results read',
      (r: ReturnType<typeof session>) => r.reader.list.filter(({ read }) => read).length,
      4,
    ],
    [
      '\x1b[B\x1b[Bo',
      'opens the third in the browser',
      (r: ReturnType<typeof session>) => r.terminal[0]?.startsWith('browser'),
      true,
    ],
  ] as const)('%s %s', async (keys, _, what, expected) => {
    const reader = session(kept());
    reader.type(`/석화\r${keys}`);
    await reader.settle();
    expect(what(reader)).toEqual(expected);
  });

  test('with a second search among them that waits for its own', async () => {
    const reader = session(kept());
    reader.type('/석화\rj\x1b/수확 2\rb');
    await reader.settle();
    expect(reader.headlines().search?.field.text).toBe('수확 2');
    expect(reader.reader.bookmarks().map(({ title }) => title)).toEqual(['석화 수확 20']);
  });

  test('with the Hangul IME on too', async () => {
    const reader = session(kept());
    reader.type(`/석화\r${latinToHangul('jjb')}`);
    await reader.settle();
    expect(reader.reader.bookmarks().map(({ title }) => title)).toEqual(['석화 수확 13']);
  });

  test('until all results have come, if they come in two parts', async () => {
    const archive = kept();
    const all = archive.list.map((each) => ({ headline: each, score: 1, matches: [], found: null }));
    archive.searching.stepwise = function* () {
      yield { results: () => [], guesses: false };
      yield { results: () => all.slice(4, 5), guesses: true };
      return all.slice(3, 6);
    };
    const reader = session(archive);
    reader.type('/무엇\rGb');
    await expect.poll(() => archive.bookmarks().length).toBe(1);
    expect(archive.bookmarks()[0]?.id).toBe(archive.list[5]?.id);
  });

  test('in the bookmarks as in the headlines', async () => {
    const archive = kept();
    const reader = session(archive);
    reader.type('bjbjb');
    await reader.settle();
    reader.type('B');
    await reader.settle();
    const title = archive.bookmarks()[1]!.title;
    reader.type(`/${title}\r\r`);
    await reader.settle();
    expect(reader.article().headline.title).toBe(title);
  });
});

describe('keys that do not wait', () => {
  test('are Ctrl-c and Ctrl-l, and Esc, which leaves the search', async () => {
    const reader = session(kept());
    reader.type('/석화\r\x0c');
    expect(reader.terminal).toEqual(['repaint']);
    reader.type('\x1b');
    expect(reader.headlines().search).toBeNull();
    await reader.settle();
    expect(reader.headlines().list.items.length).toBe(40);
    reader.type('/석화\r\x03');
    expect(reader.terminal).toEqual(['repaint', 'quit']);
  });

  test('are those behind a failed search', async () => {
    const archive = kept();
    archive.searching.headlines = () => {
      throw new Error('broken');
    };
    const reader = session(archive);
    reader.type('/석화\rq');
    await reader.settle();
    expect(reader.headlines().search).toBeNull();
    expect(reader.state().held).toEqual([]);
  });

  test('are those of text typed while results are awaited; arrows among them wait', async () => {
    const reader = session(kept());
    reader.type('/석화\x1b[B');
    await reader.settle();
    expect(reader.selected()).toBe('석화 수확 11');
  });
});
