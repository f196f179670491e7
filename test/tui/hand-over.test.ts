import { expect, test, vi } from 'vitest';
import { DEFAULTS } from '../../source/storage/config/settings-table.ts';
import { topScreen } from '../../source/tui/state/state.ts';
import { view } from '../../source/tui/view/view.ts';
import { rowText } from '../../source/typeset/rows.ts';
import { articleOf, headlines } from '../support/fake-headlines.ts';
import { fakeReader } from '../support/fake-reader.ts';
import { session } from './session.ts';

const settings = (change: Partial<typeof DEFAULTS>) => ({
  settings: { ...DEFAULTS, prefetch: 0, ...change },
});

function kept() {
  const reader = fakeReader(headlines(3));
  const first = reader.list[0]!;
  reader.kept_.set(first.id, articleOf(first));
  return reader;
}

test('p asks for a command and hands it the article as text, its title in the environment', async () => {
  const { type, terminal, state } = session(kept());
  type('p');
  expect(topScreen(state()).kind).toBe('pipe');
  type('wc -w\r');
  await vi.waitFor(() => expect(terminal).toHaveLength(2));
  expect(terminal[0]).toContain('keep {"pipe":"wc -w"');
  expect(terminal[1]).toMatch(/^run wc -w < 정치\n기사 제목 1\n[\s\S]*문단 30이다[\s\S]* 기사 제목 1$/);
  await vi.waitFor(() => expect(state().notice?.key).toBe('notice.piped'));
  // The same command stands there the next time, and nothing is kept again.
  type('ㅔ\r');
  await vi.waitFor(() => expect(terminal).toHaveLength(3));
  expect(terminal[2]).toMatch(/^run wc -w/);
});

test.each([
  ['markdown', 1, /^run cat < # 기사 제목 1/],
  ['json', 2, /^run cat < \{"id":"100000001"/],
  ['link', 3, /^run cat < https:\/\/www\.donga\.com\/\S+ 기사 제목 1$/],
])('Tab changes what it is given to %s', async (_, tabs, given) => {
  const { type, terminal } = session(kept(), settings({ pipe: 'cat' }));
  type(`p${'\t'.repeat(tabs)}\r`);
  await vi.waitFor(() => expect(terminal.at(-1)).toMatch(given));
});

test('Esc leaves the prompt, and so does Enter without a command', () => {
  const { type, terminal, state } = session(kept());
  type('pxyz\x1b');
  expect(topScreen(state()).kind).toBe('headlines');
  type('p\r');
  expect(topScreen(state()).kind).toBe('headlines');
  expect(terminal).toEqual([]);
});

test('a command that fails is named with its exit status', async () => {
  const { type, state } = session(kept(), settings({ pipe: 'fails' }));
  type('p\r');
  await vi.waitFor(() => expect(state().notice?.key).toBe('notice.pipe-failed'));
  expect(rowsOf(state()).join('\n')).toContain('fails가 오류로 끝났습니다(3)');
});

test('named commands have keys of their own, with the IME on too, and stand in the help', async () => {
  const commands = ['X 번역: trans -b :en', 'ctrl-t 주소 (link): qrencode -t utf8'];
  const { type, terminal, state } = session(kept(), settings({ commands }));
  type('X');
  await vi.waitFor(() => expect(terminal.at(-1)).toMatch(/^run trans -b :en < 정치/));
  type('\r');
  await vi.waitFor(() => expect(topScreen(state()).kind).toBe('article'));
  type('\x14');
  await vi.waitFor(() => expect(terminal.at(-1)).toMatch(/^run qrencode -t utf8 < https:/));
  type('?');
  let help = '';
  for (let page = 0; page < 20; page += 1) {
    help += rowsOf(state()).join('\n');
    type(' ');
  }
  expect(help).toContain('내 명령');
  expect(help).toMatch(/Ctrl-t\s+주소/);
});

test('on the prompt the title, the command and the form are to be seen', () => {
  const { type, state } = session(kept());
  type('ptrans');
  const shown = rowsOf(state()).join('\n');
  expect(shown).toContain('기사 제목 1');
  expect(shown).toContain('명령: trans');
  expect(shown).toContain('글 (Tab');
});

const rowsOf = (state: Parameters<typeof view>[0]): string[] => view(state).rows.map(rowText);
