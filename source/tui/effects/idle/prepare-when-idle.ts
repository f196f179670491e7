import { type WhileIdle, whenIdle } from './when-idle.ts';

/** A step that a key may have to wait for takes some 10 ms. In ms. */
const TIMES = { quiet: 400, between: 50, again: 60_000 };

/**
 * Readies, once, in steps, code and data that the next keys are likely to need, when no key was pressed for a
 * moment.
 */
export function prepareWhenIdle(
  steps: readonly (() => void)[],
  onError: (error: unknown) => void,
): WhileIdle {
  const left = [...steps];
  const idle = whenIdle(
    async () => {
      const step = left.shift();
      if (left.length === 0) idle.end();
      step?.();
      return left.length > 0;
    },
    TIMES,
    onError,
  );
  return idle;
}
