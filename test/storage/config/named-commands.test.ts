import { expect, test } from 'vitest';
import { namedCommand, namedCommandLines } from '../../../source/storage/config/named-commands.ts';

test.each([
  ['X 번역: trans -b :en', { key: 'X', name: '번역', format: null, run: 'trans -b :en' }],
  [
    'ctrl-t 큐알 (link): qrencode -t utf8',
    { key: 'ctrl-t', name: '큐알', format: 'link', run: 'qrencode -t utf8' },
  ],
  ['& a b c (json): jq -r ".title"', { key: '&', name: 'a b c', format: 'json', run: 'jq -r ".title"' }],
])('%s is read', (line, command) => {
  expect(namedCommand(line)).toEqual(command);
});

test.each([
  '',
  'X',
  'X 번역',
  'X 번역:',
  ': cat',
  'X: cat',
  '5 숫자: cat',
  'xx 이름: cat',
  'X 이름 (pdf): cat',
  'q 끝: cat',
  'ctrl-c 끝: cat',
  '가 이름: cat',
])('%j is not a command', (line) => {
  expect(namedCommand(line)).toBeNull();
});

test('two commands with one key, or a line that is not a command, are refused as a whole', () => {
  expect(namedCommandLines(['X a: cat', 'Y b: cat'])).toEqual(['X a: cat', 'Y b: cat']);
  expect(namedCommandLines(['X a: cat', 'X b: cat'])).toBeNull();
  expect(namedCommandLines(['X a: cat', '7'])).toBeNull();
  expect(namedCommandLines([])).toEqual([]);
});
