import { defineConfig } from 'vitest/config';

// `--mode full` runs what is fuzzed in full: see test/RELIABILITY.md.
export default defineConfig(({ mode }) => ({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // The pty tests start the built program, which takes a while where two cores are shared.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    expect: { poll: { timeout: 20_000 } },
    env: {
      TZ: 'America/New_York',
      NODE_NO_WARNINGS: '1',
      DONGA_TUI_TEST_FULL: mode === 'full' ? '1' : '',
    },
  },
}));
