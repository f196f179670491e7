import type { MatchRange } from '../model.ts';
import { findWord } from './matcher.ts';
import { prepare } from './prepared.ts';
import { parseQuery, type Word } from './query.ts';

/**
 * Where the words of a query stand in a text: `[start, end)` in UTF-16 units, ascending and apart. All places of
 * a word as it was typed; where there is none, the first one that it may have been meant for.
 */
export function findInText(text: string, query: string): MatchRange[] {
  const field = prepare(text);
  const ranges = parseQuery(query, 0).words.flatMap((word): MatchRange[] => {
    const typed = everywhere(word, field.forms[0]!);
    if (typed.length > 0) return typed;
    const hit = findWord(word, field);
    return hit === null ? [] : [hit.range];
  });
  ranges.sort(([one], [other]) => one - other);
  return ranges.filter(([start], index) => index === 0 || start >= ranges[index - 1]![1]);
}

function everywhere({ typed }: Word, form: ReturnType<typeof prepare>['forms'][number]): MatchRange[] {
  const ranges: MatchRange[] = [];
  for (let at = form.text.indexOf(typed); at >= 0; at = form.text.indexOf(typed, at + typed.length)) {
    ranges.push([form.offsets[at]!, form.ends[at + typed.length - 1]!]);
  }
  return ranges;
}
