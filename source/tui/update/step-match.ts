/** Going from match to match in a text that is scrolled. */
import type { MessageKey } from '../../messages/index.ts';
import type { Match } from '../view/layout/matches.ts';

/** The first match from a row on; if there is none, the first of all. */
export function firstMatch(matches: readonly Match[], top: number): number {
  return Math.max(
    0,
    matches.findIndex(({ row }) => row >= top),
  );
}

/**
 * The match so many after the current one if that is in sight, otherwise after the part in sight. The matches
 * are a ring: `wrapped` is the notice for having gone around. There must be at least one match.
 */
export function matchAfter(
  matches: readonly Match[],
  current: number | null,
  by: number,
  { top, rows }: { readonly top: number; readonly rows: number },
): { readonly match: number; readonly wrapped: MessageKey | null } {
  const gone = current === null ? undefined : matches[current]?.row;
  const inSight = gone !== undefined && gone >= top && gone < top + rows;
  // From elsewhere, the first match in sight is the next one, and the last above it the one before.
  const ahead = matches.findIndex(({ row }) => row >= top);
  const first = ahead < 0 ? matches.length : ahead;
  const wanted = inSight ? current! + by : by > 0 ? first + by - 1 : first + by;
  const match = ((wanted % matches.length) + matches.length) % matches.length;
  const isAround = wanted < 0 || wanted >= matches.length;
  return { match, wrapped: !isAround ? null : by > 0 ? 'notice.wrapped' : 'notice.wrapped-back' };
}
