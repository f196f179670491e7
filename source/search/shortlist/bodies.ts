import { jamo } from '../../korean/jamo.ts';
import type { Leads } from '../match/segment.ts';
import { BEGINS, ENDS, type Normal } from '../query/normalise.ts';
import type { Word } from '../query/query.ts';
import { readable } from './tokens.ts';

type BodyText = Pick<Normal, 'text' | 'edges'>;

/** Shorter words, in jamo, are looked for as whole syllables: 씨 is not the beginning of 씻. */
const SHORTEST_UNFINISHED = 3;

/** Whole texts, paragraphs parted by line feeds, in which a word may be Hanja's reading, unfinished or of another layout. */
export function createBodies(originals: readonly string[]): Leads {
  const bodies = originals.map((original) => readable(original.split('\n')));
  return {
    eachWith(word, onText) {
      bodies.forEach((texts, index) => {
        if (texts.some((text) => hasWord(text, word))) onText(index);
      });
    },
  };
}

function hasWord(text: BodyText, { typed, readings, otherLayouts }: Word): boolean {
  const meant = [typed, ...readings, ...otherLayouts.map((other) => other.typed)];
  return meant.some((each) => has(text, each));
}

function has({ text, edges }: BodyText, wanted: string): boolean {
  // Two letters are in too many words.
  const wholeWord = /^[a-z\d]{1,2}$/.test(wanted);
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const last = at + wanted.length - 1;
    if (!wholeWord || ((edges[at]! & BEGINS) !== 0 && (edges[last]! & ENDS) !== 0)) return true;
  }
  return !wholeWord && hasUnfinished(text, wanted);
}

/** Whether a word stands there whose last syllable is unfinished, or whose final consonant is the next one's first. */
function hasUnfinished(text: string, wanted: string): boolean {
  const [before, last] = [wanted.slice(0, -1), jamo(wanted.at(-1)!)];
  if (jamo(wanted).length < SHORTEST_UNFINISHED) return false;
  for (let at = text.indexOf(before); at >= 0; at = text.indexOf(before, at + 1)) {
    const next = at + before.length;
    if (jamo(text.slice(next, next + 2)).startsWith(last)) return true;
    if (before === '') return false;
  }
  return false;
}
