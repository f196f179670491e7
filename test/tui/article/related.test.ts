import { describe, expect, test } from 'vitest';
import { view } from '../../../source/tui/view/view.ts';
import { rowText } from '../../../source/typeset/rows.ts';
import { headline } from '../../support/fake-headlines.ts';
import { fakeReader } from '../../support/fake-reader.ts';
import { session } from '../session.ts';

const OTHER = headline(9, {
  title: '다리 안전진단 예산',
  publishedAt: '2026-06-02T09:00:00+09:00',
});

async function opened() {
  const reader = fakeReader();
  const screen = session({ ...reader, related: async ({ id }) => (id === OTHER.id ? [] : [OTHER]) });
  await screen.settle();
  screen.type('\r');
  await screen.settle();
  return screen;
}
type Screen = Awaited<ReturnType<typeof opened>>;
const textOf = (screen: Screen): string => view(screen.state()).rows.map(rowText).join('\n');

describe('the related headlines of an article', () => {
  test('stand below its text, with their dates', async () => {
    const screen = await opened();
    const top = textOf(screen);
    expect(top).not.toContain('관련 기사');
    screen.type('G');
    expect(textOf(screen)).toMatch(/관련 기사\n.*· 다리 안전진단 예산 {2}2026년 6월 2일/);
  });

  test.each(['\t\r', 'f1'])('are opened by the keys of links: %j', async (keys) => {
    const screen = await opened();
    screen.type('G');
    screen.type(keys);
    await screen.settle();
    expect(screen.article().headline.title).toBe(OTHER.title);
    expect(screen.article().headline.id).toBe(OTHER.id);
    screen.type('G');
    expect(textOf(screen)).not.toContain('관련 기사');
  });

  test('come without moving the text', async () => {
    const reader = fakeReader();
    let answer = (_: (typeof OTHER)[]): void => undefined;
    const screen = session({
      ...reader,
      related: () => new Promise((resolve) => (answer = resolve)),
    });
    await screen.settle();
    screen.type('\r');
    await screen.settle();
    screen.type('jjj');
    const before = textOf(screen).split('\n').slice(2, -3);
    answer([OTHER]);
    await screen.settle();
    expect(screen.article().related).toHaveLength(1);
    expect(textOf(screen).split('\n').slice(2, -3)).toEqual(before);
  });
});
