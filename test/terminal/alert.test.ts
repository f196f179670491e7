import { expect, test } from 'vitest';
import { alertSequence } from '../../source/terminal/alert.ts';

test.each([
  ['bell', '\x07'],
  ['osc9', '\x1b]9;동아일보: 반도체; 수출\x1b\\'],
  ['osc777', '\x1b]777;notify;동아일보;반도체, 수출\x1b\\'],
  ['osc99', '\x1b]99;;동아일보: 반도체; 수출\x1b\\'],
] as const)('%s is written as its terminals read it', (way, written) => {
  expect(alertSequence(way, '동아일보', '반도체; 수출', {})).toBe(written);
});

test('inside tmux a notification goes through to the terminal, and a bell is tmux’s own', () => {
  const env = { TMUX: '/tmp/tmux-0/default,1,0' };
  expect(alertSequence('osc9', '가', '나', env)).toBe('\x1bPtmux;\x1b\x1b]9;가: 나\x1b\x1b\\\x1b\\');
  expect(alertSequence('bell', '가', '나', env)).toBe('\x07');
});
