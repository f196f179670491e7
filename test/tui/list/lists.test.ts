import { describe, expect, test } from 'vitest';
import { Failure } from '../../../source/failure.ts';
import type { Bookmark } from '../../../source/model.ts';
import { headline, headlines } from '../../support/fake-headlines.ts';
import { fakeReader } from '../../support/fake-reader.ts';
import { session } from '../session.ts';

describe('moving in a list', () => {
  test.each([
    ['j', '기사 제목 2'],
    ['jjj', '기사 제목 4'],
    ['5j', '기사 제목 6'],
    ['5jk', '기사 제목 5'],
    ['\x1b[B\x1b[B\x1b[A', '기사 제목 2'],
    ['G', '기사 제목 50'],
    ['Gg', '기사 제목 1'],
    ['10G', '기사 제목 10'],
    ['10g', '기사 제목 10'],
    ['\x1b[F', '기사 제목 50'],
    ['12j\x1b[H', '기사 제목 1'],
    ['999j', '기사 제목 50'],
    ['k', '기사 제목 1'],
    ['ggjj', '기사 제목 3'],
    ['0j', '기사 제목 2'],
    ['10j', '기사 제목 11'],
    // With the IME on.
    ['ㅓㅓㅓ', '기사 제목 4'],
    ['ㅎㅎㅓㅓ', '기사 제목 3'],
    ['허', '기사 제목 2'],
    ['5ㅓ', '기사 제목 6'],
  ])('%s leads to %s', (keys, title) => {
    const reader = session();
    reader.type(keys);
    expect(reader.selected()).toBe(title);
  });

  test('goes by pages and half pages, and back to where it began', () => {
    const reader = session();
    const page = reader.headlines().list;
    reader.type(' ');
    const below = reader.headlines().list;
    expect(below.top).toBeGreaterThan(10);
    expect(below.selected - below.top).toBe(page.selected - page.top);
    reader.type('\x1b[5~');
    expect(reader.headlines().list.selected).toBe(0);
    reader.type('\x04\x04\x15\x15');
    expect(reader.headlines().list.selected).toBe(0);
  });

  test('loads more near the end, and everything for G', () => {
    const reader = session(fakeReader(headlines(1000)));
    expect(reader.headlines().list).toMatchObject({ complete: false });
    expect(reader.headlines().list.items.length).toBe(200);
    reader.type('190j');
    expect(reader.headlines().list.items.length).toBe(400);
    reader.type('700G');
    expect(reader.selected()).toBe('기사 제목 700');
    reader.type('G');
    expect(reader.selected()).toBe('기사 제목 1000');
    expect(reader.headlines().list.complete).toBe(true);
    expect(new Set(reader.headlines().list.items.map(({ headline }) => headline.id)).size).toBe(1000);
  });

  test('drops items far below once the reader is back, and loads them again', () => {
    const reader = session(fakeReader(headlines(5000)));
    reader.type('G');
    expect(reader.selected()).toBe('기사 제목 5000');
    reader.type('g');
    expect(reader.headlines().list.items.length).toBe(600);
    reader.type('700j');
    expect(reader.selected()).toBe('기사 제목 701');
    reader.type('G');
    expect(reader.selected()).toBe('기사 제목 5000');
  });

  test('finds the next unread headline, beyond the loaded ones too, with a notice if there is none', () => {
    const list = headlines(600).map((each, index) => ({ ...each, read: index !== 3 && index !== 550 }));
    const reader = session(fakeReader(list));
    reader.type('.');
    expect(reader.selected()).toBe('기사 제목 4');
    reader.type('.');
    expect(reader.selected()).toBe('기사 제목 551');
    reader.type('.');
    expect(reader.selected()).toBe('기사 제목 551');
    expect(reader.state().notice?.key).toBe('notice.no-unread');
  });
});

describe('sections', () => {
  const kept = () =>
    fakeReader([
      ...headlines(30),
      ...headlines(30, 500).map((each) => ({ ...each, section: 'national', sections: ['national'] })),
    ]);

  test('are changed by Tab, ], Shift-Tab and [, round the ends', () => {
    const reader = session(kept());
    reader.type('\t');
    expect(reader.headlines().section).toBe('national');
    reader.type('[');
    expect(reader.headlines().section).toBe('politics');
    reader.type('[[');
    expect(reader.headlines().section).toBe('travel');
    reader.type(']]');
    expect(reader.headlines().section).toBe('politics');
  });

  test('are as they were left when the reader comes back', () => {
    const reader = session(kept());
    reader.type('25j');
    const before = reader.headlines().list;
    reader.type('\t3j\x1b[Z');
    expect(reader.selected()).toBe('기사 제목 26');
    expect(reader.headlines().list.top).toBe(before.top);
    reader.type('\t');
    expect(reader.selected()).toBe('기사 제목 503');
  });

  test.each([
    ['사회', 'national'],
    ['national', 'national'],
    ['3', 'national'],
    ['tkghl', 'national'],
    ['골프', 'sportsdonga/golf'],
  ])('are chosen by typing %s', (typed, section) => {
    const reader = session(kept());
    reader.type(`s${typed}\r`);
    expect(reader.headlines().section).toBe(section);
    expect(reader.state().screens.length).toBe(1);
    expect(reader.state().sections.some(({ name }) => name === section)).toBe(true);
  });

  test('are left alone by Esc, and by an Enter on nothing', () => {
    const reader = session(kept());
    reader.type('s없는섹션이름\r\r');
    expect(reader.state().screens.length).toBe(2);
    reader.type('\x1b');
    expect(reader.headlines().section).toBe('politics');
    expect(reader.state().screens.length).toBe(1);
  });

  test('that were not refreshed lately are refreshed when opened', async () => {
    const each = kept();
    const reader = session(each);
    await reader.settle();
    each.asked.length = 0;
    reader.type('s골프\r');
    await reader.settle();
    expect(each.asked).toEqual(['refresh sportsdonga/golf']);
  });
});

test('a section with nothing archived shows the reason, and promises nothing', async () => {
  const fake = fakeReader([]);
  fake.list = [headline(1, { section: 'economy', sections: ['economy'] })];
  fake.arrives = () => new Failure('bad-feed');
  const reader = session(fake);
  await reader.settle();
  expect(reader.state().notice).toMatchObject({ key: 'notice.section-empty', tone: 'alert' });
});

describe('many bookmarks', () => {
  /** A reader whose bookmarks come in steps: the newest hundred, nothing for some, all. */
  function inSteps() {
    const fake = fakeReader(headlines(3));
    const kept = headlines(700).map(
      (each): Bookmark => ({
        ...each,
        bookmarked: true,
        savedAt: each.publishedAt!,
        note: '',
        tags: [],
        articleTags: [],
        reporters: [],
      }),
    );
    let [steps, released] = [0, 0];
    fake.bookmarkSteps = function* (first) {
      yield kept.slice(0, first);
      for (let step = 0; step < 3; step += 1) {
        steps += 1;
        yield null;
      }
      return kept;
    };
    fake.releaseBookmarks = () => {
      released += 1;
    };
    return { reader: session(fake), counts: () => ({ steps, released }) };
  }
  const listed = (reader: ReturnType<typeof session>) => {
    const screen = reader.state().screens.at(-1)!;
    if (screen.kind !== 'bookmarks') throw new Error(screen.kind);
    return screen.list;
  };

  const whole = (reader: ReturnType<typeof session>) =>
    expect.poll(() => listed(reader).complete, { timeout: 20_000 }).toBe(true);

  test('are shown at once by their newest, and all once they are read, with the selection where it was', async () => {
    const { reader, counts } = inSteps();
    reader.type('B');
    expect(listed(reader)).toMatchObject({ complete: false, items: { length: 100 } });
    reader.type('jj');
    await whole(reader);
    expect(listed(reader)).toMatchObject({ complete: true, selected: 2, items: { length: 700 } });
    expect(counts()).toEqual({ steps: 3, released: 0 });
    reader.type('h');
    expect(counts().released).toBe(1);
  });

  test('are read at once for a key that leads to the end of the list', () => {
    const { reader } = inSteps();
    reader.type('BG');
    expect(listed(reader)).toMatchObject({ complete: true, selected: 699, items: { length: 700 } });
  });

  test('come beneath a search that is begun meanwhile', async () => {
    const { reader } = inSteps();
    reader.type('B/');
    await whole(reader);
    expect(listed(reader)).toMatchObject({ complete: true, items: { length: 700 } });
  });
});

test('texts that bookmarks lack are fetched once the network is there again', async () => {
  const fake = fakeReader();
  let asked = 0;
  fake.fetchMissingTexts = async () => {
    asked += 1;
    return 0;
  };
  const reader = session(fake);
  await reader.settle();
  expect(asked).toBe(1);
  expect(reader.state().notice).toBeNull();
});
