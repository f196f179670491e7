import { HOUR } from '../clock.ts';
import type { StoryText } from './documents.ts';
import { type Frequencies, similarity } from './similarity.ts';
import { fillOneTemplate } from './templates.ts';

/** A story so far: its pieces of the last 48 hours, in any order. */
export interface StorySoFar {
  readonly id: string;
  readonly pieces: readonly StoryText[];
}

/** The time after a story's newest piece in which another may join it, in ms. */
export const WINDOW = 48 * HOUR;

/** A piece joins a story that is so alike on the average of its pieces, to its most alike and to its newest piece. */
const AVERAGE = 0.24;
const BEST = 0.31;
const NEWEST = 0.12;
/** While fewer texts are known, how rare a stem is says little, and a piece has to be more alike by so much. */
export const ENOUGH = 600;
const MORE = 0.03;
/** A title must share a rare stem with one of the story's: one in at most this share of all texts, or in a few. */
const RARE = 0.007;
const FEW = 6;

/** The story that a text belongs to, and its average likeness to that story's texts. */
export interface StoryChoice {
  readonly story: string;
  readonly similarity: number;
}

/**
 * The story that a new text belongs to, or null if it begins one of its own: a wrong merge is worse than a
 * missed one. `stories` need only be those with a rare stem of the text's title in the title of one of their
 * pieces.
 */
export function chooseStory(
  text: StoryText,
  stories: readonly StorySoFar[],
  frequencies: Frequencies,
): StoryChoice | null {
  let chosen: StoryChoice | null = null;
  for (const story of stories) {
    const average = fit(text, story, frequencies);
    if (average !== null && average > (chosen?.similarity ?? 0))
      chosen = { story: story.id, similarity: average };
  }
  return chosen;
}

/** The average likeness of a text to a story's pieces; null if it does not belong to it. */
function fit(text: StoryText, { pieces }: StorySoFar, frequencies: Frequencies): number | null {
  const recent = pieces.filter((piece) => Math.abs(text.publishedAt - piece.publishedAt) <= WINDOW);
  if (recent.length === 0) return null;
  const newest = recent.reduce((one, other) => (other.publishedAt > one.publishedAt ? other : one));
  let sum = 0;
  let best = 0;
  const elsewhere = (stem: string): number =>
    frequencies.of(stem) -
    pieces.filter((piece) => piece.all.has(stem)).length -
    (text.all.has(stem) ? 1 : 0);
  const areFew = frequencies.documents < ENOUGH;
  const more = areFew ? MORE : 0;
  for (const piece of recent) {
    if (fillOneTemplate(text, piece, elsewhere, areFew)) return null;
    const alike = similarity(text, piece, frequencies);
    if (piece === newest && alike < NEWEST) return null;
    sum += alike;
    best = Math.max(best, alike);
  }
  const average = sum / recent.length;
  if (average < AVERAGE + more || best < BEST + more) return null;
  if (!recent.some((piece) => shareRareStem(text, piece, frequencies))) return null;
  return average;
}

function shareRareStem(one: StoryText, other: StoryText, frequencies: Frequencies): boolean {
  return one.title.some((stem) => other.title.includes(stem) && isRare(stem, frequencies));
}

/** Whether a stem is rare enough for two titles that share it to be about one event. */
export function isRare(stem: string, { documents, of }: Frequencies): boolean {
  return of(stem) <= Math.max(FEW, documents * RARE);
}
