/** Rows `top` to `bottom`, both included, move up by `by` rows, or down if it is negative. */
export interface Shift {
  readonly top: number;
  readonly bottom: number;
  readonly by: number;
}

/** The cost of a move, in characters: to save fewer than these, rows are written again instead. */
const COST = 40;

/**
 * Finds the shift that saves the most bytes if the terminal moves rows itself; null if none saves any. Rows are compared
 * as painted.
 */
export function findShift(old: readonly string[], fresh: readonly string[]): Shift | null {
  const places = new Map<string, number[]>();
  old.forEach((row, y) => {
    if (row.trim() === '') return;
    const at = places.get(row);
    if (at === undefined) places.set(row, [y]);
    else at.push(y);
  });
  const candidates = new Set<number>();
  fresh.forEach((row, y) => {
    if (row === old[y]) return;
    for (const from of places.get(row) ?? []) if (from !== y) candidates.add(from - y);
  });

  let best: Shift | null = null;
  let most = COST;
  for (const by of candidates) {
    let first = -1;
    let saved = 0;
    for (let y = 0; y <= fresh.length; y += 1) {
      const from = y + by;
      const moved = y < fresh.length && from >= 0 && from < old.length && fresh[y] === old[from];
      if (moved) {
        if (first < 0) first = y;
        // A row that is right already has to be right after the move too; it saves nothing.
        if (fresh[y] !== old[y]) saved += fresh[y]!.length;
        continue;
      }
      if (first >= 0 && saved > most) {
        most = saved;
        best = by > 0 ? { top: first, bottom: y - 1 + by, by } : { top: first + by, bottom: y - 1, by };
      }
      first = -1;
      saved = 0;
    }
  }
  return best;
}
