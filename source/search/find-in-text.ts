import type { MatchRange } from '../model.ts';
import { joined, matchRanges } from './match/highlight.ts';
import { type Normal, normalise } from './query/normalise.ts';
import { parseWords, type Word } from './query/query.ts';

/**
 * The places of a query's words in a text: `[start, end)` in UTF-16 units, ascending and apart. All places of
 * a word as typed; if there are none, the first place that it may have been meant for.
 */
export function findInText(text: string, query: string): MatchRange[] {
  const normal = normalise(text);
  return joined(
    parseWords(query).flatMap((word) => {
      const typed = everywhere(word, normal);
      return typed.length > 0 ? typed : matchRanges(text, [word]);
    }),
  );
}

function everywhere({ typed }: Word, { text, offsets }: Normal): MatchRange[] {
  const ranges: MatchRange[] = [];
  for (let at = text.indexOf(typed); at >= 0; at = text.indexOf(typed, at + typed.length)) {
    ranges.push([offsets[at]!, offsets[at + typed.length - 1]! + 1]);
  }
  return ranges;
}
