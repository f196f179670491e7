import { describe, expect, it } from 'vitest';
import { AT_REST, inUse, randomOf, type Sitting, simulateDay } from '../../bench/readers.ts';

// How often a reader asks is a promise to the site: a change to it must change these numbers knowingly, and
// those of docs/PERFORMANCE.md.

const READERS = 12;
const HOUR = 3_600_000;

describe('in a simulated day', () => {
  it('a reader left open for 16 hours asks for no more than 440 feeds', async () => {
    const { requests, unchanged } = await simulateDay(READERS, () => AT_REST, randomOf(1));
    expect(requests / READERS).toBeLessThan(440);
    expect(requests / READERS).toBeGreaterThan(300);
    expect(unchanged / requests).toBeGreaterThan(0.25);
  });

  it('a reader in use for three times 20 minutes asks for no more than 140 feeds', async () => {
    const random = randomOf(2);
    const { requests } = await simulateDay(READERS, () => inUse(random), random);
    expect(requests / READERS).toBeLessThan(140);
    expect(requests / READERS).toBeGreaterThan(60);
  });

  it('readers who began in the same second are spread over the minutes an hour later', async () => {
    const together: readonly Sitting[] = [{ from: 8 * HOUR, until: 10 * HOUR, active: 0 }];
    const spread = await simulateDay(60, () => together, randomOf(3));
    const bunched = await simulateDay(
      60,
      () => together,
      () => 0.5,
    );
    const busiest = ({ perMinute }: typeof spread) => Math.max(...perMinute.slice(9 * 60, 10 * 60));
    expect(spread.requests).toBeLessThan(bunched.requests * 1.1);
    expect(busiest(spread)).toBeLessThan(busiest(bunched) / 2);
  });
});
