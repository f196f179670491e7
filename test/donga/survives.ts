import { expect } from 'vitest';
import { Failure } from '../../source/failure.ts';

/** The slowest so far, in ms of the processor's time. */
export let slowest = 0;

/** Runs a parser: what it says, and that it was no other error and took no second of the processor's time. */
export async function survives<Result>(parse: () => Promise<Result>): Promise<Result | Failure> {
  const started = process.threadCpuUsage();
  try {
    return await parse();
  } catch (error) {
    if (!(error instanceof Failure) || error.code === 'internal') throw error;
    return error;
  } finally {
    const { user, system } = process.threadCpuUsage(started);
    const took = (user + system) / 1000;
    slowest = Math.max(slowest, took);
    expect(took).toBeLessThan(1000);
  }
}
