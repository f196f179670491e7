/** The messages between the reader and its worker: plain values, since they cross as JSON. */
import { asFailure, Failure } from '../failure.ts';
import type { Article } from '../model.ts';
import type { Rendered } from '../photos/render.ts';
import type { FetchedFeed, PageRequest } from '../reader/fetching/fetching.ts';
import type { PhotoJob, PhotoSource } from '../reader/photos/photos.ts';

export type Job =
  | { readonly feed: string }
  | { readonly page: PageRequest }
  | { readonly photo: PhotoJob }
  | { readonly keepPhoto: PhotoSource };

/** A job with the number its answer will carry. */
export type Request = Job & { readonly number: number };

/** The worker's first message. A failure before it is one of starting, a failure after it one of the job. */
export const READY = 'ready';

export type Answer = { readonly number: number } & (
  | { readonly feed: Omit<FetchedFeed, 'failure'> & { readonly failure: WireFailure | null } }
  | { readonly article: Article }
  | { readonly rendered: Rendered }
  | { readonly fetched: boolean }
  | { readonly failure: WireFailure }
);

/** A failure as it crosses; `trace` is the stack of an unforeseen one, for the log. */
export type WireFailure = Pick<Failure, 'code' | 'details'> & { readonly trace: string | null };

/** Any error as a failure that can cross. */
export function toWire(error: unknown): WireFailure {
  const { code, details, cause } = asFailure(error);
  return { code, details, trace: cause instanceof Error ? (cause.stack ?? cause.message) : null };
}

/** The failure again on the other side. */
export function fromWire({ code, details, trace }: WireFailure): Failure {
  if (trace === null) return new Failure(code, details);
  const cause = new Error(trace);
  cause.stack = trace;
  return new Failure(code, details, cause);
}
