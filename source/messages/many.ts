import type { Params } from './types.ts';

/** A count with its English noun: `1 photo`, `3 photos`. */
export function many(count: Params[string] | undefined, one: string, more = `${one}s`): string {
  return `${count} ${Number(count) === 1 ? one : more}`;
}
