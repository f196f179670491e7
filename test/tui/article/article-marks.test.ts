import { describe, expect, test } from 'vitest';
import { Failure } from '../../../source/failure.ts';
import { latinToHangul } from '../../../source/korean/keyboard.ts';
import { topScreen } from '../../../source/tui/state/state.ts';
import { view } from '../../../source/tui/view/view.ts';
import { rowText } from '../../../source/typeset/rows.ts';
import { headline, headlines } from '../../support/fake-headlines.ts';
import { fakeReader } from '../../support/fake-reader.ts';
import { session } from '../session.ts';

describe('marks', () => {
  test('m marks read and unread, u takes it back', async () => {
    const reader = session();
    await reader.settle();
    const read = () => reader.headlines().list.items[0]!.headline.read;
    reader.type('m');
    expect(read()).toBe(true);
    reader.type('m');
    expect(read()).toBe(false);
    reader.type('uu');
    await reader.settle();
    expect(read()).toBe(false);
    reader.type('u');
    await reader.settle();
    expect(reader.state().notice?.key).toBe('notice.nothing-to-undo');
  });

  test('A and ! mark the section read, u brings back the unread ones', async () => {
    const list = headlines(10).map((each, index) => ({ ...each, read: index < 3 }));
    const reader = session(fakeReader(list));
    await reader.settle();
    const unread = () => reader.headlines().list.items.filter((item) => !item.headline.read).length;
    reader.type('A');
    expect(unread()).toBe(0);
    expect(reader.state().notice?.params).toEqual({ count: 7 });
    reader.type('u');
    await reader.settle();
    expect(unread()).toBe(7);
    reader.type('!');
    expect(unread()).toBe(0);
    reader.type('A');
    expect(reader.state().notice?.key).toBe('notice.all-read');
  });

  test('b bookmarks and removes, B lists, u takes back; pressed twice at once it is on, then off', async () => {
    const kept = fakeReader();
    const reader = session(kept);
    await reader.settle();
    reader.type('jb');
    expect(reader.headlines().list.items[1]!.headline.bookmarked).toBe(true);
    await reader.settle();
    expect(reader.state().notice?.key).toBe('notice.bookmarked');
    reader.type('B');
    expect(reader.bookmarks().list.items.map((item) => item.headline.title)).toEqual(['기사 제목 2']);
    reader.type('b');
    await reader.settle();
    expect(reader.bookmarks().list.items).toEqual([]);
    reader.type('u');
    await reader.settle();
    expect(reader.selected()).toBe('기사 제목 2');
    reader.type('\x1bjbb');
    await reader.settle();
    expect(kept.bookmarks().map(({ title }) => title)).toEqual(['기사 제목 2']);
    expect(reader.headlines().list.items[2]!.headline.bookmarked).toBe(false);
  });

  test.each([
    [
      'without a connection',
      new Failure('unreachable', { host: 'www.donga.com' }),
      'ko',
      /북마크했습니다.*네트워크가 돌아오면.*u: 되돌리기/,
    ],
    ['without a connection', new Failure('offline'), 'en', /bookmarked.*when the network is back.*u: undo/],
    ['if its page fails', new Failure('http-status', { status: 503 }), 'ko', /북마크했습니다.*나중에 다시/],
    ['if its page fails', new Failure('http-status', { status: 503 }), 'en', /bookmarked.*tried again later/],
  ] as const)('a bookmark %s says when its text will come (%#)', async (_when, failure, language, said) => {
    const kept = fakeReader();
    kept.fetchText = async () => failure;
    const reader = session(kept, { language });
    await reader.settle();
    reader.type(latinToHangul('b'));
    await reader.settle();
    expect(rowText(view(reader.state()).rows.at(-2)!)).toMatch(said);
  });

  test('a bookmark that was removed before its text failed to come is not spoken of', async () => {
    const kept = fakeReader();
    const page = Promise.withResolvers<Failure>();
    kept.fetchText = () => page.promise;
    const reader = session(kept);
    await reader.settle();
    reader.type('b');
    await reader.settle();
    expect(reader.state().notice?.key).toBe('notice.bookmarked');
    reader.type('b');
    await reader.settle();
    page.resolve(new Failure('offline'));
    await reader.settle();
    expect(reader.state().notice?.key).toBe('notice.unbookmarked');
  });

  test('a bookmark that could not be kept loses its mark, with a notice', async () => {
    const kept = fakeReader();
    kept.bookmark = async () => {
      throw new Failure('disk-full');
    };
    const reader = session(kept);
    await reader.settle();
    reader.type('b');
    expect(reader.headlines().list.items[0]!.headline.bookmarked).toBe(true);
    await reader.settle();
    expect(reader.headlines().list.items[0]!.headline.bookmarked).toBe(false);
    expect(reader.state().notice).toMatchObject({ key: 'failure.disk-full', tone: 'alert' });
    expect(reader.logged).toEqual([]);
  });

  test('a mark that a read-only home cannot keep is reported', async () => {
    const kept = fakeReader();
    kept.setRead = () => {
      throw new Failure('read-only');
    };
    const reader = session(kept);
    await reader.settle();
    reader.type('m');
    expect(reader.state().notice?.key).toBe('failure.read-only');
  });

  test('B from an article comes back to the article', async () => {
    const reader = session();
    reader.type('\rb');
    await reader.settle();
    reader.type('*');
    expect(reader.bookmarks().list.items.length).toBe(1);
    reader.type('q');
    expect(reader.article().headline.bookmarked).toBe(true);
  });

  test('the bookmarks are searched', async () => {
    const reader = session();
    await reader.settle();
    reader.type('bjb');
    await reader.settle();
    reader.type('B/제목 2');
    await reader.settle();
    expect(reader.bookmarks().list.items.map((item) => item.headline.title)).toEqual(['기사 제목 2']);
    reader.type('\x1b');
    expect(reader.bookmarks().list.items.length).toBe(2);
  });
});

describe('the other keys', () => {
  test('o opens the browser, y copies the link', async () => {
    const reader = session();
    reader.type('oy');
    await reader.settle();
    expect(reader.terminal).toEqual([`browser ${headline(1).url}`, `copy ${headline(1).url}`]);
  });

  test('q goes back, and on the first screen quits; Ctrl-c quits anywhere', () => {
    const reader = session();
    reader.type('\rq');
    expect(reader.terminal).toEqual([]);
    reader.type('q');
    expect(reader.terminal).toEqual(['quit']);
    reader.type('/abc\x03');
    expect(reader.terminal).toEqual(['quit', 'quit']);
  });

  test('? shows the help, which scrolls and closes', () => {
    const reader = session();
    reader.type('?G');
    const screen = topScreen(reader.state());
    expect(screen).toMatchObject({ kind: 'help' });
    expect((screen as { top: number }).top).toBeGreaterThan(0);
    reader.type('?');
    expect(topScreen(reader.state()).kind).toBe('headlines');
  });

  test('H and = gloss Hanja or not', () => {
    const reader = session();
    reader.type('H');
    expect(reader.state().settings.hanja).toBe(true);
    reader.type('=');
    expect(reader.state().settings.hanja).toBe(false);
  });

  test('Ctrl-l and Ctrl-z reach the terminal', () => {
    const reader = session();
    reader.type('\x0c\x1a');
    expect(reader.terminal).toEqual(['repaint', 'suspend']);
  });

  test('pasting where keys are commands presses no key', () => {
    const reader = session();
    reader.type('\x1b[200~qAjb\x1b[201~');
    expect(reader.terminal).toEqual([]);
    expect(reader.headlines().list.selected).toBe(0);
  });
});
