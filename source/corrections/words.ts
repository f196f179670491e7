/** Texts as words, and the runs in which two lists are alike. */
import { diffArrays } from 'diff';
import { bare } from './texts.ts';

/** A word by its letters, as it stands, and the spaces behind it. */
export interface TextWord {
  readonly word: string;
  readonly text: string;
  readonly space: string;
}

export const wordsIn = (text: string): TextWord[] =>
  [...text.matchAll(/(\S+)(\s*)/g)].map(([, word, space]) => ({
    word: bare(word!),
    text: word!,
    space: space!,
  }));

/** A run of both lists that is the same, or that differs: `[start, end)` in each. */
interface Hunk {
  readonly same: boolean;
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

/** The runs of two lists; wholly different ones if more than so many entries differ. */
export function hunks(before: readonly string[], after: readonly string[], most: number): Hunk[] {
  const parts = diffArrays([...before], [...after], { maxEditLength: most });
  if (parts === undefined) {
    return [{ same: false, from: [0, before.length], to: [0, after.length] }];
  }
  const made: Hunk[] = [];
  let [i, j] = [0, 0];
  for (const part of parts) {
    const from = [i, part.added ? i : i + part.count] as const;
    const to = [j, part.removed ? j : j + part.count] as const;
    [i, j] = [from[1], to[1]];
    const last = made.at(-1);
    const same = !part.added && !part.removed;
    if (last !== undefined && !same && !last.same) {
      made[made.length - 1] = { same, from: [last.from[0], from[1]], to: [last.to[0], to[1]] };
    } else made.push({ same, from, to });
  }
  return made;
}
