import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { PATIENCE } from './test/support/patience.ts';

// `--mode full` runs what is fuzzed in full: see test/RELIABILITY.md.
export default defineConfig(({ mode }) => ({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // One worker leaves a second core idle while it waits for a pty; by default there is one on two cores.
    maxWorkers: 2,
    // The pty tests start the built program, which takes a while where two cores are shared.
    testTimeout: mode === 'full' ? 1_800_000 : 3 * PATIENCE,
    hookTimeout: 3 * PATIENCE,
    expect: { poll: { timeout: PATIENCE } },
    env: {
      TZ: 'America/New_York',
      NODE_NO_WARNINGS: '1',
      // Every test starts the program in a home of its own, and would have it compiled anew each time.
      NODE_COMPILE_CACHE: join(import.meta.dirname, '.cache', 'compiled'),
      DONGA_TUI_TEST_FULL: mode === 'full' ? '1' : '',
    },
  },
}));
