import { expect, test } from 'vitest';
import { DEFAULTS } from '../../source/storage/config/settings-table.ts';
import { articleOf, headlines } from '../support/fake-headlines.ts';
import { fakeReader } from '../support/fake-reader.ts';
import { until } from '../support/until.ts';
import { session } from './session.ts';

test('P reads the article aloud in words, and the same key, also with the IME on, stops it', async () => {
  const reader = fakeReader(headlines(3));
  const first = reader.list[0]!;
  reader.kept_.set(first.id, articleOf(first, { title: '韓銀, 0.5%p 인하' }));
  const { type, terminal, state, settle } = session(reader);
  type('P');
  await until(() => expect(terminal).toHaveLength(1));
  expect(terminal.at(-1)).toContain('speak 정치.\n한은, 0.5퍼센트포인트 인하.');
  expect(state().notice?.key).toBe('notice.speaking');
  type('ㅖ');
  await settle();
  expect(state().notice?.key).toBe('notice.voice-stopped');
  expect(terminal.filter((each) => each.startsWith('speak'))).toHaveLength(1);
});

test('P reads the lead if nothing more is kept, and a voice that speaks ends with the program', async () => {
  const { type, terminal, effects } = session(fakeReader(headlines(3)));
  type('jP');
  await until(() => expect(terminal).toHaveLength(1));
  expect(terminal.at(-1)).toContain('기사 2의 요약이다.');
  await effects.close();
  expect(terminal.at(-1)).toBe('hush');
});

test('P says when a voice has ended, however soon, and then begins anew', async () => {
  const settings = { ...DEFAULTS, prefetch: 0, voice: 'true' };
  const { type, terminal, state, settle } = session(fakeReader(headlines(3)), { settings });
  for (const times of [1, 2]) {
    type('P');
    await until(() => expect(terminal).toHaveLength(times));
    await settle();
    expect(state().notice?.key).toBe('notice.voice-ended');
  }
  expect(terminal.every((line) => line.startsWith('speak'))).toBe(true);
});

test('the end of a voice leaves a notice about something else as it is', async () => {
  const { store, state } = session(fakeReader(headlines(3)));
  store.dispatch(
    { type: 'notice', tone: 'info', key: 'notice.browser', params: {} },
    { type: 'voice-ended' },
  );
  expect(state().notice?.key).toBe('notice.browser');
});
