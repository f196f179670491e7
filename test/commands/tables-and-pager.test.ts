import { describe, expect, test } from 'vitest';
import { parse } from '../../source/commands/line/parse-args.ts';
import { BROWSE, COMMANDS } from '../../source/commands/line/registry.ts';
import { pagerFor } from '../../source/commands/shared/pager.ts';
import { tableLines } from '../../source/commands/shared/table.ts';
import { cellWidth } from '../../source/korean/cells.ts';

describe('a table on a terminal', () => {
  const rows = [
    ['어제 18:20', '정치', '국회 예산결산특위, 새해 예산안 심사를 재개하기로 합의했다', '139000020'],
    ['3분 전', '스포츠동아 야구', '짧은 제목', '139000021'],
  ];

  test('never has a line wider than the terminal, at any width', () => {
    for (let columns = 1; columns <= 200; columns += 1) {
      const lines = tableLines(rows, columns, 2);
      expect(lines).toHaveLength(2);
      for (const line of lines) expect(cellWidth(line)).toBeLessThanOrEqual(columns);
    }
  });

  test('is set for 80 cells where the terminal does not know its width', () => {
    expect(tableLines(rows, 0, 2)).toEqual(tableLines(rows, 80, 2));
  });

  test('cuts the flexible column alone while there is room for the others', () => {
    const [first] = tableLines(rows, 70, 2);
    expect(first).toContain('어제 18:20');
    expect(first).toContain('139000020');
    expect(first).toContain('…');
  });

  test('keeps the titles rather than the columns behind them in a narrow terminal', () => {
    const [, second] = tableLines(rows, 45, 2);
    expect(second).toContain('짧은 제목');
    expect(second).not.toContain('139000021');
  });

  test('is as wide as it needs to be where there is more room', () => {
    expect(tableLines(rows, 500, 2)).toEqual(tableLines(rows, 200, 2));
  });
});

describe('the pager', () => {
  const on = { stdin: { isTTY: true }, stdout: { isTTY: true, rows: 5 }, env: { TERM: 'xterm' } };
  const long = 'line\n'.repeat(10);

  test('is less, or what PAGER names, for a text longer than the screen', () => {
    expect(pagerFor(on, long, 'linux')).toBe('less -R');
    expect(pagerFor({ ...on, env: { PAGER: 'most -s' } }, long, 'linux')).toBe('most -s');
  });

  test.each([
    ['for a text that fits', on, 'line\n'.repeat(4)],
    ['in a pipe', { ...on, stdout: { rows: 5 } }, long],
    ['where no key can be pressed', { ...on, stdin: {} }, long],
    ['on a dumb terminal', { ...on, env: { TERM: 'dumb' } }, long],
    ['where PAGER is empty', { ...on, env: { PAGER: '' } }, long],
    ['where PAGER is cat', { ...on, env: { PAGER: 'cat' } }, long],
  ])('is not started %s', (_, context, text) => {
    expect(pagerFor(context, text, 'linux')).toBeNull();
  });

  test('is not started on Windows unless PAGER names one', () => {
    expect(pagerFor(on, long, 'win32')).toBeNull();
    expect(pagerFor({ ...on, env: { PAGER: 'less' } }, long, 'win32')).toBe('less');
  });
});

describe('the table of commands', () => {
  test.each([BROWSE, ...COMMANDS])('$name has two examples that its own parser takes', (entry) => {
    for (const example of entry.examples) {
      const [program, ...line] = example.replace(/ [|<].*$/, '').split(' ');
      expect(program).toBe('donga-tui');
      const argv = line.map((word) => word.replace(/^'(.*)'$/, '$1'));
      expect(parse(argv).command.name).toBe(entry.name);
    }
  });
});

describe('arguments', () => {
  test('with a dash before a letter beyond ASCII are words', () => {
    expect(parse(['search', '반도체', '-스포츠']).words).toEqual(['반도체', '-스포츠']);
    expect(parse(['search', '--', '-sports']).words).toEqual(['-sports']);
    expect(() => parse(['search', '-sports'])).toThrow();
  });

  test('behind bookmarks tag are words with any dash, but for long options', () => {
    const { words, options } = parse(['bookmarks', 'tag', '1', '-news', '-나중', '--json']);
    expect(words).toEqual(['tag', '1', '-news', '-나중']);
    expect(options.json).toBe(true);
  });
});
