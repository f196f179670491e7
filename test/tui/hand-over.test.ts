import { constants } from 'node:os';
import { describe, expect, test } from 'vitest';
import { cellWidth } from '../../source/korean/cells.ts';
import { say } from '../../source/messages/index.ts';
import { endingText } from '../../source/messages/system.ts';
import { DEFAULTS } from '../../source/storage/config/settings-table.ts';
import { topScreen } from '../../source/tui/state/state.ts';
import { view } from '../../source/tui/view/view.ts';
import { rowText } from '../../source/typeset/rows.ts';
import { articleOf, headlines } from '../support/fake-headlines.ts';
import { fakeReader } from '../support/fake-reader.ts';
import { until } from '../support/until.ts';
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

/** The last command that the terminal was asked to run. */
const lastRun = (terminal: readonly string[]): string =>
  terminal.findLast((line) => line.startsWith('run ')) ?? '';

test('p asks for a command and hands it the article as text, its title in the environment', async () => {
  const { type, terminal, state } = session(kept());
  type('p');
  expect(topScreen(state()).kind).toBe('pipe');
  type('wc -w\r');
  await until(() => expect(terminal).toHaveLength(1));
  expect(terminal[0]).toMatch(/^run wc -w < 정치\n기사 제목 1\n[\s\S]*문단 30이다[\s\S]* 기사 제목 1$/);
  await until(() => expect(state().notice?.key).toBe('notice.piped'));
  // Ctrl-p brings it back, and no setting was changed.
  type('ㅔ\x10\r');
  await until(() => expect(terminal).toHaveLength(2));
  expect(terminal[1]).toMatch(/^run wc -w/);
  expect(terminal.join()).not.toContain('keep');
});

test('commands are kept for the next start, the newest first and each once', async () => {
  const before = session(kept());
  for (const command of ['wc', 'head -3', 'wc']) {
    before.type(`p${command}\r`);
    await until(() => expect(before.state().notice?.params).toMatchObject({ ending: null }));
  }
  before.type('q');
  const { type, state } = session(kept(), { session: before.kept.at(-1)! });
  type('p\x10\x10\x10');
  expect(state().commands).toEqual(['wc', 'head -3']);
  expect(topScreen(state())).toMatchObject({ field: { text: 'head -3' } });
});

test.each([
  ['typing replaces it', 'cat', 'cat'],
  ['pasting replaces it', '\x1b[200~tail -2\x1b[201~', 'tail -2'],
  ['Backspace deletes it whole', '\x7f', ''],
  ['moving the caret makes it text to be changed', '\x1b[D2\x7f\x1b[F\x7f4', 'head -4'],
  ['text added to an earlier command stays behind it', '\x10 -n', 'wc -n'],
])('of the command that the settings offer in the prompt, %s', async (_, keys, text) => {
  const { type, state } = session(kept(), {
    ...settings({ pipe: 'head -3' }),
    session: { section: 'politics', id: null, row: null, unreadOnly: false, searches: [], commands: ['wc'] },
  });
  type('p');
  expect(view(state()).rows.flat()).toContainEqual({ text: 'head -3', style: 'selected' });
  type(keys);
  expect(topScreen(state())).toMatchObject({ kind: 'pipe', field: { text } });
  expect(
    view(state())
      .rows.flat()
      .some(({ style }) => style === 'selected'),
  ).toBe(false);
});

test.each([
  ['markdown', 1, /^run cat < # 기사 제목 1/],
  ['json', 2, /^run cat < \{"id":"100000001"/],
  ['link', 3, /^run cat < https:\/\/www\.donga\.com\/\S+ 기사 제목 1$/],
])('Tab changes the form that the command gets to %s', async (_, tabs, given) => {
  const { type, terminal } = session(kept(), settings({ pipe: 'cat' }));
  type(`p${'\t'.repeat(tabs)}\r`);
  await until(() => expect(lastRun(terminal)).toMatch(given));
});

test('Esc leaves the prompt, and so does Enter without a command', () => {
  const { type, terminal, state } = session(kept());
  type('pxyz\x1b');
  expect(topScreen(state()).kind).toBe('headlines');
  type('p\r');
  expect(topScreen(state()).kind).toBe('headlines');
  expect(terminal).toEqual([]);
});

test('a command that fails is named and not offered again by itself, but Ctrl-p brings it back', async () => {
  const { type, terminal, state } = session(kept(), settings({ pipe: 'wc' }));
  type('/제목\r');
  await until(() => expect(state().searches).toHaveLength(1));
  type('p\x15fails | cat\r');
  await until(() => expect(state().notice?.key).toBe('notice.pipe-failed'));
  expect(rowsOf(state()).join('\n')).toContain('fails | cat이 오류로 끝났습니다 (p Ctrl-p: 고치기)');
  type('p');
  expect(topScreen(state())).toMatchObject({ kind: 'pipe', field: { text: 'wc' } });
  type('\x10');
  expect(topScreen(state())).toMatchObject({ field: { text: 'fails | cat' } });
  // Searches are no commands.
  type('\x10');
  expect(topScreen(state())).toMatchObject({ field: { text: 'fails | cat' } });
  type('\x0e');
  expect(topScreen(state())).toMatchObject({ field: { text: 'wc' } });
  expect(terminal.join()).not.toContain('keep');
});

test.each([
  ['ENOENT', 'bat을 찾을 수 없습니다', 'bat was not found'],
  ['EACCES', 'bat: 실행할 권한이 없습니다', 'there is no permission to run bat'],
  ['SIGKILL', 'bat이 도중에 멈췄습니다', 'bat was stopped midway'],
  [3, 'bat이 오류로 끝났습니다', 'bat ended with an error'],
  ['EUNHEARDOF', 'bat이 오류로 끝났습니다', 'bat ended with an error'],
])('a program that ended by %s is told of in words', (ending, ko, en) => {
  const params = { name: 'bat', ending };
  expect(endingText('ko', params)).toBe(ko);
  expect(endingText('en', params)).toBe(en);
});

test('no error of the system is shown by its code', () => {
  for (const code of [...Object.keys(constants.errno), 'EUNHEARDOF', undefined]) {
    for (const key of ['failure.cannot-write', 'failure.cannot-print', 'failure.bookmarks-folder'] as const) {
      const params = { path: '/a', reason: code ?? null };
      expect(say('ko', key, params)).not.toMatch(/E[A-Z]{2,}|undefined|null/);
      expect(say('en', key, params)).not.toMatch(/E[A-Z]{2,}|undefined|null/);
    }
  }
});

test.each([
  ['ko', 60, /저장했습니다: \S+\/…\S*기사 제목 1\.md$/],
  ['en', 50, /saved: \S+…\S*기사 제목 1\.md$/],
] as const)('a notice in %s keeps the end of the path that it names', async (language, columns, told) => {
  const folder = `/home/someone/${'a-long-folder/'.repeat(6)}notes`;
  const { type, state } = session(kept(), {
    ...settings({ 'save-folder': folder }),
    language,
    size: { columns, rows: 24 },
  });
  type('E');
  await until(() => expect(state().notice?.key).toBe('notice.saved'));
  const row = rowsOf(state()).at(-2)!;
  expect(row.trimEnd()).toMatch(told);
  expect(cellWidth(row)).toBeLessThanOrEqual(columns);
});

test('named commands have keys of their own, with the IME on too, and stand in the help', async () => {
  const commands = ['X 번역: trans -b :en', 'ctrl-t 주소 (link): qrencode -t utf8'];
  const { type, terminal, state } = session(kept(), settings({ commands }));
  type('X');
  await until(() => expect(terminal.at(-1)).toMatch(/^run trans -b :en < 정치/));
  type('\r');
  await until(() => expect(topScreen(state()).kind).toBe('article'));
  type('\x14');
  await until(() => expect(terminal.at(-1)).toMatch(/^run qrencode -t utf8 < https:/));
  type('?');
  let help = '';
  for (let page = 0; page < 20; page += 1) {
    help += rowsOf(state()).join('\n');
    type(' ');
  }
  expect(help).toContain('내 명령');
  expect(help).toMatch(/Ctrl-t\s+주소/);
});

test('the prompt shows the title, the command and the form', () => {
  const { type, state } = session(kept());
  type('ptrans');
  const shown = rowsOf(state()).join('\n');
  expect(shown).toContain('기사 제목 1');
  expect(shown).toContain('명령: trans');
  expect(shown).toContain('글 (Tab');
});

const rowsOf = (state: Parameters<typeof view>[0]): string[] => view(state).rows.map(rowText);

describe('p, E, P and a command of the reader’s own act on the selection', () => {
  const commands = ['ctrl-t 주소 (link): echo'];
  const acts = async (opened: ReturnType<typeof session>, title: string, id: string): Promise<void> => {
    const { type, terminal, state } = opened;
    type('pcat\r');
    await until(() => expect(lastRun(terminal)).toMatch(new RegExp(`^run cat <[^]* ${title}$`)));
    type('E');
    await until(() => expect(terminal.at(-1)).toBe(`save ${id} .`));
    type('P');
    await until(() => expect(terminal.at(-1)).toMatch(/^speak /));
    type('P');
    await until(() => expect(terminal.at(-1)).toBe('hush'));
    type('\x14');
    await until(() => expect(terminal.at(-1)).toMatch(new RegExp(`^run echo <[^]* ${title}$`)));
    expect(state().notice?.key).not.toBe('notice.pipe-failed');
  };

  test('on the page of the day', async () => {
    const opened = session(fakeReader(headlines(5)), settings({ commands }));
    await opened.settle();
    opened.type('d');
    await opened.settle();
    opened.type('j');
    const top = topScreen(opened.state());
    expect(top.kind).toBe('day');
    await acts(opened, '기사 제목 2', '100000002');
    expect(topScreen(opened.state())).toMatchObject({ kind: 'day', selected: 1 });
  });

  test('in the results of a search', async () => {
    const opened = session(fakeReader(headlines(5)), settings({ commands }));
    await opened.settle();
    opened.type('/제목 3\r');
    await until(() => expect(opened.selected()).toBe('기사 제목 3'));
    await acts(opened, '기사 제목 3', '100000003');
    expect(opened.selected()).toBe('기사 제목 3');
  });
});

test('commands whose key something else has, or that cannot be read, get a warning at the start', async () => {
  const commands = ['o 열기: xdg-open -', 'X 번역: trans', 'X 또: cat', '번역 trans', 'F 모두: cat'];
  const { state, terminal, type } = session(kept(), settings({ commands }));
  const told = [state().notice, ...state().warnings].map((each) => [each?.key, each?.params]);
  expect(told).toEqual([
    ['commands.clash', { name: 'o', action: '열기', other: 'browser' }],
    ['commands.no-ime', { name: 'X', action: '번역' }],
    ['commands.clash', { name: 'X', action: '번역', other: '또' }],
    ['commands.unread', { line: '번역 trans' }],
    ['commands.no-ime', { name: 'F', action: '모두' }],
  ]);
  // The command has the key, and the first of two with one key.
  type('o');
  await until(() => expect(terminal.at(-1)).toMatch(/^run xdg-open -/));
  type('X');
  await until(() => expect(terminal.at(-1)).toMatch(/^run trans/));
});

test('a capital that the IME merges runs its command by the small letter, if nothing else has that', async () => {
  const { type, terminal, state } = session(kept(), settings({ commands: ['F 번역: trans', 'X 또: cat'] }));
  await until(() => expect(state().screens[0].list.items.length).toBeGreaterThan(0));
  // ㄹ is f and F, ㅌ is x and X: `f` means nothing in a list, `x` unfolds.
  type('ㄹ');
  await until(() => expect(terminal.at(-1)).toMatch(/^run trans/));
  type('ㅌ');
  expect(terminal).toHaveLength(1);
});
