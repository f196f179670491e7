import { describe, expect, test } from 'vitest';
import { say } from '../../../source/messages/index.ts';
import { KEYS } from '../../../source/tui/input/keys.ts';
import { contextOf } from '../../../source/tui/update/update.ts';
import { view } from '../../../source/tui/view/view.ts';
import { rowText } from '../../../source/typeset/rows.ts';
import { headline } from '../../support/fake-headlines.ts';
import { fakeReader } from '../../support/fake-reader.ts';
import { sentFor } from '../../support/terminal/keys.ts';
import { session } from '../session.ts';

const screenOf = ({ state }: ReturnType<typeof session>): string =>
  view(state()).rows.map(rowText).join('\n');

describe('a key that has nothing to do on a screen', () => {
  // Keys of which the screen shows nothing at once: movements, those that act on the terminal, what comes later.
  const QUIET = ['repaint', 'suspend', 'quit', 'leave', 'refresh', 'refresh-all', 'speak'];

  test.each([
    ['an empty list', ''],
    ['a list', 'full'],
    ['bookmarks without any', '*'],
    ['an article', 'full\r'],
    ['the help', '?'],
    ['the day', 'd'],
    ['the settings', ','],
  ])('in %s says so', async (_where, way) => {
    const list = way.startsWith('full') ? [headline(1, { title: '하나뿐인 기사' })] : [];
    for (const { action, keys, category } of KEYS) {
      const key = keys.find((each) => each !== 'esc');
      if (category === 'move' || category === 'type' || QUIET.includes(action) || !key) continue;
      const screen = session(fakeReader(list), { empty: false });
      screen.type(way.replace('full', ''));
      await screen.settle();
      const looks = () => JSON.stringify(view(screen.state()).rows);
      const [before, asked] = [looks(), screen.terminal.length];
      const context = contextOf(screen.state());
      screen.type(sentFor(key));
      await screen.settle();
      const didSomething = looks() !== before || screen.terminal.length > asked;
      expect(didSomething, `${action} in ${context}`).toBe(true);
    }
  });

  test('is named with what it does elsewhere', () => {
    const screen = session();
    screen.type('\rZ');
    expect(screenOf(screen)).toContain('쓰지 않는 키입니다 (?: 도움말)');
    screen.type('S');
    expect(screenOf(screen)).toContain(`S: 여기서는 할 일이 없습니다 (${say('ko', 'key.sort')})`);
  });

  test('with the IME on is named by the key that was pressed', () => {
    const screen = session();
    screen.type('ㅅ');
    expect(screenOf(screen)).toContain(`t: 여기서는 할 일이 없습니다 (${say('ko', 'key.next-subhead')})`);
  });

  test('a key that leads back from the first screen is answered by the one that ends; Esc is silent', () => {
    const screen = session();
    screen.type('h');
    expect(screenOf(screen)).toContain('첫 화면입니다 (q: 끝내기)');
    screen.type('5\x1b\x1b');
    expect(screen.state()).toMatchObject({ count: null, notice: null });
  });
});
