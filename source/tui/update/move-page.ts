import type { Movement } from '../input/keys.ts';

/** A page of rows: the number in sight, and the last row that may be the first in sight. */
interface Scrolled {
  readonly height: number;
  readonly last: number;
}

/** The first row in sight after a movement, from 0 to the last possible one. */
export function movedTop(
  top: number,
  movement: Movement,
  count: number | null,
  { height, last }: Scrolled,
): number {
  const rows = Math.max(1, height);
  const times = count ?? 1;
  const tops: Readonly<Record<Movement, number>> = {
    down: top + times,
    up: top - times,
    'half-down': top + Math.ceil(rows / 2) * times,
    'half-up': top - Math.ceil(rows / 2) * times,
    'page-down': top + rows * times,
    'page-up': top - rows * times,
    first: times - 1,
    last: count === null ? last : count - 1,
  };
  return Math.max(0, Math.min(last, tops[movement]));
}
