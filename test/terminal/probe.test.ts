import { EventEmitter } from 'node:events';
import { describe, expect, test, vi } from 'vitest';
import { paintRow } from '../../source/terminal/paint.ts';
import { probeWidth } from '../../source/terminal/probe.ts';
import { createInputParser } from '../../source/tui/input/parse-input.ts';
import { span } from '../../source/typeset/rows.ts';

function probed(answer: string | null): { wide: boolean; written: string; listeners: number } {
  vi.useFakeTimers();
  const stdin = new EventEmitter();
  let written = '';
  let wide = false;
  probeWidth(
    stdin as NodeJS.ReadStream,
    { write: (text: string) => (written += text) } as unknown as NodeJS.WriteStream,
    '‹ 정치',
    () => {
      wide = true;
    },
  );
  for (const part of answer?.split('·') ?? []) {
    vi.advanceTimersByTime(2000);
    stdin.emit('data', part);
  }
  vi.advanceTimersByTime(10_001);
  stdin.emit('data', '\x1b[1;3R');
  vi.useRealTimers();
  return { wide, written, listeners: stdin.listenerCount('data') };
}

describe('a terminal asked how wide … is', () => {
  test.each([
    ['is narrow where the cursor moved one cell', '\x1b[1;2R', false],
    ['is wide where it moved two', '\x1b[1;3R', true],
    ['may answer late and in pieces, among keys', 'j\x1b[1·;3Rk', true],
    ['is narrow where it says nothing in time', null, false],
  ])('%s', (_, answer, wide) => {
    expect(probed(answer)).toMatchObject({ wide, listeners: 0 });
  });

  test('is left as it was', () => {
    expect(probed(null).written).toBe('\x1b7\x1b[1;1H…\x1b[6n\x1b[1;1H\x1b[K‹ 정치\x1b8');
  });

  test('presses no key with its answer', () => {
    expect(createInputParser().push('\x1b[1;3R')).toEqual([]);
  });
});

test('on a wide terminal nothing ambiguous is drawn, borders and marks included', () => {
  const row = [span('▌•★ '), span('“반도체”…', 'strong'), span(' │ ── ┃ ● ① ℃')];
  const painted = paintRow(row, { hyperlinks: false, wide: true });
  expect(painted).not.toMatch(/[“”…•★▌│─┃●①℃]/);
  expect(painted).toContain('"반도체"');
});
