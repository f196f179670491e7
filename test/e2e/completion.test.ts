import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { BIN, emptyHome, runProgram } from '../support/program/program.ts';
import { Terminal } from '../support/terminal/terminal.ts';

let env: NodeJS.ProcessEnv;

/** The program by its name, in a home with one bookmark. */
beforeAll(async () => {
  const home = await emptyHome();
  const bin = join(home, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'donga-tui'), `#!/bin/sh\nexec '${process.execPath}' '${BIN}' "$@"\n`);
  chmodSync(join(bin, 'donga-tui'), 0o755);
  env = { ...process.env, DONGA_TUI_HOME: home, HOME: home, PATH: `${bin}:${process.env.PATH}` };
  const list =
    '[{"url":"https://www.donga.com/news/Economy/article/all/20251103/132700001/1","title":"[단독] 한국은행, 금리 동결 AI"},' +
    '{"url":"https://www.donga.com/news/Culture/article/all/20251103/132700002/1","title":"[단독] 갯벌 도서관: 새 이름"},' +
    '{"url":"https://example.org/p","title":"이웃의 소식"}]';
  await runProgram(['bookmarks', 'import', '-'], { env: { DONGA_TUI_HOME: home }, input: list });
});

const has = (shell: string): boolean => spawnSync(shell, ['-c', 'true']).error === undefined;

const CASES: [line: string, completed: string][] = [
  ['donga-tui headl', 'headlines'],
  ['donga-tui headlines pol', 'politics'],
  ['donga-tui headlines --js', '--json'],
  ['donga-tui bookmarks ex', 'export'],
  ['donga-tui bookmarks note 132700001', '132700001'],
  ['donga-tui bookmarks tag 한국은행', '132700001'],
  ['donga-tui bookmarks remove 이웃', 'https://example.org/p'],
  ['donga-tui config get la', 'lang'],
  ['donga-tui search --in arc', 'archive'],
];

describe.runIf(has('bash'))('completion in bash', () => {
  test.each(CASES)('makes of “%s” %s', (line, completed) => {
    const words = line.split(' ').map((word) => `'${word}'`);
    const script = `source <(donga-tui completion bash); COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}; _donga_tui; echo "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', script], { env, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout.trim()).toBe(completed);
  });
});

test.runIf(has('bash'))('bash shows the titles if several match the typed text, and keeps the text', () => {
  const script = `source <(donga-tui completion bash); COMP_WORDS=(donga-tui bookmarks note 단독); COMP_CWORD=3; _donga_tui; printf "%s\\n" "\${COMPREPLY[@]}"`;
  const { stdout } = spawnSync('bash', ['--norc', '-c', script], { env, encoding: 'utf8' });
  expect(stdout.split('\n').sort()).toEqual([
    '',
    ' ',
    '132700001 [단독] 한국은행, 금리 동결 AI',
    '132700002 [단독] 갯벌 도서관: 새 이름',
  ]);
});

describe.runIf(has('fish'))('completion in fish', () => {
  test.each(CASES)('makes of “%s” %s', (line, completed) => {
    const script = `donga-tui completion fish | source; complete -C '${line}'`;
    const { stdout, stderr } = spawnSync('fish', ['--no-config', '-c', script], { env, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout.split('\n').map((each) => each.split('\t')[0])).toContain(completed);
  });
});

describe.runIf(has('zsh'))('completion in zsh', () => {
  test.each(CASES)('makes of “%s” %s', async (line, completed) => {
    const terminal = new Terminal('zsh', ['-f', '-i'], { env: { ...env, PS1: 'zsh>' } });
    await terminal.shows('zsh');
    terminal.press(
      'autoload -Uz compinit; compinit -u -D; source <(donga-tui completion zsh); clear; echo LOA""DED\r',
    );
    await terminal.shows('LOADED');
    terminal.press(`${line}\t`);
    await terminal.shows(` ${completed}`);
    terminal.close();
  });
});

test('doctor prints versions, folders and remedies, and nothing about the user', async () => {
  const home = await emptyHome();
  const { status, stdout } = await runProgram(['doctor', '--json'], {
    env: {
      DONGA_TUI_HOME: home,
      LANG: 'ko_KR.UTF-8',
      HTTPS_PROXY: 'http://somebody:secret@proxy.example:8080',
    },
  });
  expect(status).toBe(0);
  const facts = JSON.parse(stdout);
  expect(facts).toMatchObject({ node: process.versions.node, data: '$DONGA_TUI_HOME', proxy: 'HTTPS_PROXY' });
  expect(facts.troubles.map(({ code }: { code: string }) => code)).toContain('never-synced');
  for (const secret of ['somebody', 'secret', 'proxy.example', home]) expect(stdout).not.toContain(secret);
});
