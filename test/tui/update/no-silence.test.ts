// Keys that find nothing to do say so, and notices say what happens.
import { describe, expect, test } from 'vitest';
import type { ImageTerminal } from '../../../source/terminal/images/open.ts';
import { createPictures } from '../../../source/terminal/images/pictures.ts';
import { view } from '../../../source/tui/view/view.ts';
import { rowText } from '../../../source/typeset/rows.ts';
import { articleOf, headline, headlines } from '../../support/fake-headlines.ts';
import { fakeReader } from '../../support/fake-reader.ts';
import { type Session, session } from '../session.ts';

const said = (at: Session): string | undefined => at.state().notice?.key;
const rows = (at: Session): string[] => view(at.state()).rows.map(rowText);

/** An article of one paragraph, opened. */
async function opened(text: string): Promise<Session> {
  const reader = fakeReader(headlines(3));
  const article = articleOf(headline(1), {
    tags: ['말'],
    trending: [],
    blocks: [{ type: 'paragraph', text }],
  });
  reader.answers = async () => ({ article, failure: null });
  const at = session(reader);
  at.type('\r');
  await at.settle();
  return at;
}

describe('a key that does nothing on a screen', () => {
  test.each(['n', 'N', '#', 'ㅜ'])('%s in a list without a search asks for one', (key) => {
    const at = session(fakeReader(headlines(3)));
    at.type(key);
    expect(said(at)).toBe('notice.search-first');
  });

  test('in the help, n asks for a search', () => {
    const at = session(fakeReader(headlines(3)));
    at.type('?n');
    expect(said(at)).toBe('notice.search-first');
  });
});

describe('an article without links', () => {
  test('offers no next link, and says that there is none', async () => {
    const at = await opened('링크 없는 글이다.');
    expect(rows(at).at(-1)).not.toContain('다음 링크');
    for (const key of ['\t', '\x1b[Z', '\r']) {
      at.type(key);
      expect(said(at)).toBe('notice.no-links');
    }
  });
});

describe('the width of the text', () => {
  test('ends where the screen does, and comes back from there', () => {
    const at = session(fakeReader(headlines(3)), { size: { columns: 84, rows: 24 } });
    at.type('>');
    expect(at.state().notice?.params).toEqual({ cells: 80 });
    at.type('>');
    expect(at.state().notice).toMatchObject({ key: 'notice.widest', params: { cells: 80 } });
    expect(at.state().settings.width).toBe(80);
    at.store.dispatch({ type: 'resize', size: { columns: 64, rows: 24 } });
    at.type('>');
    expect(at.state().notice).toMatchObject({ key: 'notice.widest', params: { cells: 60 } });
    at.type('<');
    expect(at.state().notice).toMatchObject({ key: 'notice.width', params: { cells: 56 } });
  });
});

test('the key for Hanja changes the setting, which stays', async () => {
  const at = session(fakeReader(headlines(3)));
  at.type('H');
  await at.settle();
  expect(at.state().settings.hanja).toBe(true);
  expect(at.terminal).toContain('keep {"hanja":true}');
});

test('a terminal that shows only captions in the text is not said to show photos', async () => {
  const terminal = {
    support: { protocol: 'blocks', inText: false, wrapped: false, cell: { width: 10, height: 20 } },
    pictures: createPictures({
      write: () => undefined,
      drained: async () => undefined,
      wrapped: false,
      onGone: () => undefined,
      random: () => 0.5,
    }),
    wide: () => false,
  } as unknown as ImageTerminal;
  const reader = fakeReader(headlines(3));
  const photo = { type: 'photo', url: 'https://dimg.donga.com/a.jpg', caption: '설명', alt: null } as const;
  const article = articleOf(headline(1), { blocks: [photo] });
  reader.answers = async () => ({ article, failure: null });
  const at = session(reader, {}, undefined, undefined, async () => terminal);
  at.type('\r');
  await expect.poll(() => at.state().photos.able, { timeout: 30_000 }).toBe(false);
  at.type('I');
  expect(said(at)).toBe('notice.photos-captions');
  expect(at.state().photos.inText).toBe(true);
});
