import { execFileSync } from 'node:child_process';
import { expect, test, vi } from 'vitest';
import { readWasm } from '../../source/system/wasm.ts';

const flags = vi.hoisted((): string[] => []);
vi.mock('node:v8', () => ({ setFlagsFromString: (flag: string) => flags.push(flag) }));

/** The amount that a function has to run before V8 optimises it, by the flag that reading its bytes sets. */
function budgetOf(read: () => unknown): number {
  flags.length = 0;
  read();
  expect(flags).toEqual([expect.stringMatching(/^--wasm-tiering-budget=\d+$/)]);
  return Number(flags[0]!.split('=')[1]);
}

test('V8 optimises the decoders of photos, but not the HTTP parser', () => {
  // A clone has the parser in the build alone.
  const parser = budgetOf(() => expect(() => readWasm('llhttp')).toThrow());
  const decoders = ['mozjpeg_dec', 'webp_dec'].map((name) => budgetOf(() => readWasm(name)));
  expect(decoders).toEqual([13_000_000, 13_000_000]);
  expect(parser).toBeGreaterThan(100 * 13_000_000);
  // V8 keeps it in 32 bits with a sign.
  expect(parser).toBeLessThan(2 ** 31);
});

test('this Node knows the flag that says when WebAssembly is optimised', () => {
  const options = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
  expect(options).toContain('--wasm-tiering-budget');
});
