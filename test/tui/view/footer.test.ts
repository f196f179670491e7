// The footer offers only keys that do something, on every screen and in every state of it.
import { describe, expect, test } from 'vitest';
import { Failure } from '../../../source/failure.ts';
import type { Block, Bookmark } from '../../../source/model.ts';
import { keysOf } from '../../../source/tui/input/keymap.ts';
import type { Action } from '../../../source/tui/input/keys.ts';
import { topScreen } from '../../../source/tui/state/state.ts';
import type { Beginning } from '../../../source/tui/update/begin.ts';
import { contextOf } from '../../../source/tui/update/update.ts';
import { footer } from '../../../source/tui/view/parts/footer.ts';
import { articleOf, headline, headlines } from '../../support/fake-headlines.ts';
import { fakeReader } from '../../support/fake-reader.ts';
import { sentFor } from '../../support/terminal/keys.ts';
import { type Session, session } from '../session.ts';

const PHOTO: Block = { type: 'photo', url: 'https://dimg.donga.com/a.jpg', caption: '설명', alt: null };

/** The actions that the footer offers. */
function offered(screen: Session): Action[] {
  const state = screen.state();
  const spans = footer(state, { context: contextOf(state) }, 400);
  const at = spans.flatMap(({ press }) => (press?.on === 'key' ? [press.at as Action] : []));
  return [...new Set(at)];
}

interface Way {
  readonly keys: string;
  /** How many headlines there are. */
  readonly count?: number;
  readonly blocks?: readonly Block[];
  readonly bookmarks?: readonly Partial<Bookmark>[];
  readonly beginning?: Partial<Beginning>;
}

async function reached({ keys, count = 3, blocks, bookmarks = [], beginning }: Way): Promise<Session> {
  const reader = fakeReader(headlines(count));
  for (const [at, marks] of bookmarks.entries()) {
    await reader.bookmark(headline(at + 1));
    await reader.editBookmark(headline(at + 1).id, marks);
  }
  const article = articleOf(headline(1), { trending: [], ...(blocks === undefined ? {} : { blocks }) });
  reader.answers = async () => ({ article, failure: null });
  const screen = session(reader, { empty: false, ...beginning });
  await screen.settle();
  for (const key of keys.split(' ')) {
    screen.type(key.replaceAll('_', ' '));
    await screen.settle();
  }
  return screen;
}

/** What a key may change but a line that explains why it did nothing. */
const seen = (screen: Session): string => {
  const { notice: _notice, imeHinted: _hint, chosen: _chosen, ...state } = screen.state();
  return JSON.stringify([state, screen.terminal, screen.reader.asked]);
};

const BARE = [{ type: 'paragraph', text: '글이다.' }] as const;

const WAYS: Readonly<Record<string, Way>> = {
  'a list': { keys: '' },
  'a list of one': { keys: '', count: 1 },
  'an empty list': { keys: '', count: 0 },
  'an empty list of unread ones': { keys: ':', count: 0 },
  'one section alone': {
    keys: '',
    beginning: { section: 'total' },
  },
  'a list offline': { keys: '', beginning: { offline: true } },
  'the sample without a connection': {
    keys: '',
    beginning: { edition: { kind: 'sample', why: new Failure('unreachable') } },
  },
  results: { keys: '/기사\r' },
  'one result': { keys: '/2\r' },
  'no results': { keys: '/없는말\r' },
  'a filter that is not understood': { keys: '/제목_>2026-02-30\r' },
  'a filter alone': { keys: '/>어제\r' },
  choseong: { keys: '/ㄱㅅ\r' },
  'a search being typed': { keys: '/기사' },
  'a search being typed with nothing found': { keys: '/없는말' },
  'a search being typed at its last result': { keys: '/기사 \x1b[B \x1b[B' },
  'an empty prompt': { keys: '/' },
  'no bookmarks': { keys: '*' },
  bookmarks: { keys: '*', bookmarks: [{}, { note: '메모' }] },
  'bookmarks found': { keys: '* /1\r', bookmarks: [{}, {}] },
  'read last': { keys: '\r q ;' },
  'read last, without any': { keys: ';' },
  'an article': { keys: '\r' },
  'the last article': { keys: 'G \r' },
  'the only article': { keys: '\r', count: 1 },
  'the last result, opened': { keys: '/기사\r G \r' },
  'an article without links and photos': { keys: '\r', blocks: BARE },
  'an article with a photo': { keys: '\r', blocks: [PHOTO] },
  'an article with a photo, without colour': {
    keys: '\r',
    blocks: [PHOTO],
    beginning: { photos: { none: 'no-colour', unasked: true } },
  },
  'an article with a match': { keys: '\r /글\r', blocks: BARE },
  'an article without a match': { keys: '\r /없는말\r', blocks: BARE },
  'a photo': { keys: '\r i', blocks: [PHOTO] },
  'two photos': { keys: '\r i', blocks: [PHOTO, { ...PHOTO, url: 'https://dimg.donga.com/b.jpg' }] },
  'the day': { keys: 'd' },
  'the day without news': { keys: 'd', count: 0 },
  'the settings': { keys: ',' },
  'the settings at their end': { keys: ', G' },
  'a setting with a number': { keys: ', j j j j j j' },
  'the help': { keys: '?' },
  'the help with matches': { keys: '? /키\r' },
  'the help without a match': { keys: '? /없는말\r' },
  'the sections': { keys: 's' },
  'the sections, without such a one': { keys: 's없는' },
  'a note': { keys: '* e', bookmarks: [{}] },
  'a command': { keys: 'p' },
};

/** Leaving the program, and the help that Esc leads to first. */
const ELSEWHERE: readonly Action[] = ['leave', 'help'];

describe('every key that the footer offers does something', () => {
  test.each(Object.entries(WAYS))('in %s', async (_where, way) => {
    const first = await reached(way);
    const actions = offered(first);
    expect(actions.length).toBeGreaterThan(0);
    for (const action of actions) {
      if (ELSEWHERE.includes(action)) continue;
      const screen = await reached(way);
      const before = seen(screen);
      screen.type(sentFor(keysOf(screen.state().keymap, action)[0]!));
      await screen.settle();
      expect(seen(screen) === before, `${action} on ${topScreen(first.state()).kind}`).toBe(false);
    }
  });
});

describe('the footer offers', () => {
  test('the next article before the last one, and not at it', async () => {
    expect(offered(await reached({ keys: '\r' }))).toContain('next');
    expect(offered(await reached({ keys: 'G \r' }))).not.toContain('next');
  });

  test('to watch a searched word, and not a filter that is not understood, which w does not watch either', async () => {
    expect(offered(await reached({ keys: '/기사\r' }))).toContain('watch');
    const screen = await reached({ keys: '/금리_>2026-02-30\r' });
    expect(offered(screen)).not.toContain('watch');
    screen.type('w');
    await screen.settle();
    expect(screen.reader.words().watch).toEqual([]);
  });
});
