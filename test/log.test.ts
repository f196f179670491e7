import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLog } from '../source/log.ts';
import { newHome } from './storage/home.ts';

const NOON = Date.parse('2026-11-20T12:00:00+09:00');
const openIn = (folder: string) => openLog(folder, () => NOON);

test('an error is logged with its time, its place and its causes, in a file that only its owner reads', () => {
  const home = join(newHome(), 'state');
  const log = openIn(home);
  log.error(new Error('밖', { cause: new RangeError('안') }));
  const text = readFileSync(log.path, 'utf8');
  expect(text).toMatch(
    /^2026-11-20T12:00:00\+09:00 Error\n\s+at .*log\.test\.ts[\s\S]*caused by RangeError\n\s+at /,
  );
  expect([statSync(log.path).mode & 0o777, statSync(home).mode & 0o777]).toEqual([0o600, 0o700]);
});

test('no word of the articles is in the log', () => {
  const log = openIn(newHome());
  log.error(new Error('기사 본문\n    기사의 둘째 줄'));
  log.error('기사 본문');
  expect(readFileSync(log.path, 'utf8')).not.toMatch(/[가-힣]/);
});

test('at a megabyte a new log is begun, and the one before it is kept', () => {
  const log = openIn(newHome());
  writeFileSync(log.path, 'x'.repeat(1_000_001));
  log.error(new Error('one more'));
  expect(statSync(`${log.path}.old`).size).toBe(1_000_001);
  expect(statSync(log.path).size).toBeLessThan(10_000);
});

test('a log that cannot be written is given up in silence', () => {
  const file = join(newHome(), 'file');
  writeFileSync(file, '');
  const log = openIn(file);
  log.error(new Error('no matter'));
  expect(existsSync(log.path)).toBe(false);
});
