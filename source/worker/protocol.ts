/** What the reader and its helper tell each other: plain values, so that they pass between processes as JSON. */
import { asFailure, Failure } from '../failure.ts';
import type { Article } from '../model.ts';
import type { FetchedFeed, Target } from '../reader/fetching.ts';

export type Job = { readonly feed: string } | { readonly page: Target };

/** A job, and the number its answer comes back by. */
export type Request = Job & { readonly number: number };

/** What the helper says first: from then on what it cannot do is its jobs' fault, not its start's. */
export const READY = 'ready';

export type Answer = { readonly number: number } & (
  | { readonly feed: Omit<FetchedFeed, 'failure'> & { readonly failure: Told | null } }
  | { readonly article: Article }
  | { readonly failure: Told }
);

/** A failure on its way: `trace` is what the log wants of one that nobody foresaw. */
export type Told = Pick<Failure, 'code' | 'details'> & { readonly trace: string | null };

export function tellFailure(error: unknown): Told {
  const { code, details, cause } = asFailure(error);
  return { code, details, trace: cause instanceof Error ? (cause.stack ?? cause.message) : null };
}

export function failureTold({ code, details, trace }: Told): Failure {
  if (trace === null) return new Failure(code, details);
  const cause = new Error(trace);
  cause.stack = trace;
  return new Failure(code, details, cause);
}
