import { expect, test } from 'vitest';
import { pacedPages } from '../../../source/reader/fetching/page-pace.ts';

test('the first page is asked for at once, each other two seconds after the one before', async () => {
  const waits: number[] = [];
  const over: (() => void)[] = [];
  const beforePage = pacedPages((ms) => {
    waits.push(ms);
    return new Promise<void>((resolve) => over.push(resolve));
  });
  let asked = 0;
  for (let page = 0; page < 3; page += 1) void beforePage().then(() => (asked += 1));
  for (const soFar of [1, 2, 3]) {
    await expect.poll(() => asked).toBe(soFar);
    expect(waits).toEqual(Array(soFar).fill(2000));
    over.at(-1)!();
  }
});
