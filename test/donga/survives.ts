import { expect } from 'vitest';
import { extractArticle } from '../../source/donga/page/extract.ts';
import { Failure } from '../../source/failure.ts';
import { processorTime } from '../support/growth.ts';

/** The slowest so far, in ms of the processor's time. */
export let slowest = 0;

/** A harmless page of some 10 MB, as long as the longest attacks. */
const HARMLESS = `<html><head><title>제목</title></head><body>${'<p>공사는 내년 봄에 시작해 이듬해 가을에 끝난다고 시는 밝혔다.</p>'.repeat(100_000)}</body></html>`;
const ADDRESS = 'https://www.donga.com/news/Politics/article/all/20261120/134812345/1';
/**
 * The most times longer than that page a document may take. An attack on a quadratic parser takes hundreds of
 * times.
 */
const MOST = 10;

let yardstick: Promise<number> | null = null;

/**
 * The time for the harmless page on this machine, in ms of the processor's time: a slow machine takes longer
 * for both.
 */
const measured = (): Promise<number> => {
  yardstick ??= processorTime(() => extractArticle(HARMLESS, ADDRESS).catch(() => null));
  return yardstick;
};

/**
 * Runs a parser; returns its result. It must throw no other error, and take no longer than a few harmless
 * pages do.
 */
export async function survives<Result>(parse: () => Promise<Result>): Promise<Result | Failure> {
  const bound = MOST * (await measured());
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
    expect(took).toBeLessThan(bound);
  }
}
