import { expect, test } from 'vitest';
import { readSaid } from '../../source/terminal/answers.ts';

test('a terminal’s answers are read in any order', () => {
  const said = '\x1b[5;3R\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\\x1bP>|kitty(0.42.1)\x1b\\\x1b[?62;52c';
  expect(readSaid(said)).toEqual({
    answered: 'yes',
    terminalVersion: 'kitty(0.42.1)',
    ambiguousWidth: '2',
    background: 'rgb:1e1e/1e1e/2e2e',
    osc52: 'yes',
  });
  expect(readSaid('\x1b[?1;2c\x1b]11;rgb:0/0/0\x07\x1b[1;2R')).toMatchObject({
    ambiguousWidth: '1',
    background: 'rgb:0/0/0',
    osc52: 'not said',
  });
});

test('an answer that a terminal does not give is empty, and silence is reported as such', () => {
  expect(readSaid('\x1b[?6c')).toMatchObject({
    answered: 'yes',
    terminalVersion: '',
    ambiguousWidth: '',
    background: '',
  });
  expect(readSaid('')).toMatchObject({ answered: 'no', osc52: '' });
});
