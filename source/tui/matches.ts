/** Where the words searched for stand in an article as it is set, also across the end of a line. */
import type { MatchRange } from '../model.ts';
import type { SetArticle } from '../typeset/article.ts';
import { rowText } from '../typeset/rows.ts';

/** A match by the rows it is on: ranges of each row's text, the first row first. */
export interface Match {
  readonly row: number;
  readonly pieces: readonly { readonly row: number; readonly range: MatchRange }[];
}

/** All matches in reading order; case and the difference of a space and a line's end do not matter. */
export function matchesIn({ rows, places }: SetArticle, query: string): Match[] {
  const wanted = fold(query.trim());
  if (wanted === '') return [];
  const matches: Match[] = [];
  for (let first = 0; first < rows.length; ) {
    let end = first + 1;
    while (end < rows.length && places[end]!.block === places[first]!.block) end += 1;
    matches.push(...matchesInBlock(rows.slice(first, end).map(rowText), wanted, first));
    first = end;
  }
  return matches;
}

/** Case folded without changing any offset. */
function fold(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

function matchesInBlock(lines: readonly string[], wanted: string, first: number): Match[] {
  // Each line's end stands for the space it replaced.
  const text = fold(lines.join(' '));
  const starts: number[] = [];
  let offset = 0;
  for (const line of lines) {
    starts.push(offset);
    offset += line.length + 1;
  }
  const matches: Match[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    const pieces = starts.flatMap((start, index) => {
      const from = Math.max(at, start) - start;
      const to = Math.min(at + wanted.length - start, lines[index]!.length);
      return from < to ? [{ row: first + index, range: [from, to] as const }] : [];
    });
    if (pieces.length > 0) matches.push({ row: pieces[0]!.row, pieces });
  }
  return matches;
}
