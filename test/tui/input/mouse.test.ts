import { expect, test } from 'vitest';
import { createInputParser } from '../../../source/tui/input/parse-input.ts';

const read = (...chunks: string[]) => {
  const parser = createInputParser(() => 0);
  return [...chunks.flatMap((chunk) => parser.push(chunk)), ...parser.flush()];
};

test.each([
  ['\x1b[<0;10;20M', { wheel: 0, x: 9, y: 19 }],
  ['\x1b[<4;1;1M', { wheel: 0, x: 0, y: 0 }],
  ['\x1b[<64;200;60M', { wheel: -1, x: 199, y: 59 }],
  ['\x1b[<65;1;1M', { wheel: 1, x: 0, y: 0 }],
  ['\x1b[<81;1;1M', { wheel: 1, x: 0, y: 0 }],
])('the mouse report %j is a press', (report, mouse) => {
  expect(read(report)).toEqual([{ mouse }]);
  expect(read(...report)).toEqual([{ mouse }]);
});

test.each([
  '\x1b[<0;1;1m',
  '\x1b[<1;1;1M',
  '\x1b[<2;1;1M',
  '\x1b[<32;1;1M',
  '\x1b[<66;1;1M',
  '\x1b[<0;0;0M',
  '\x1b[<0;1M',
])('the report %j is nothing', (report) => {
  expect(read(`${report}j`)).toEqual([{ key: 'j' }]);
});
