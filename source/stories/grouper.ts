import type { StoryText } from './documents.ts';
import { chooseStory, isRare, type StorySoFar, WINDOW } from './grouping.ts';
import type { Frequencies } from './similarity.ts';

/**
 * The state of a grouper: the texts of the last 48 hours with their stories, and how often stems stand in all
 * texts.
 */
export interface GrouperState {
  readonly recent: readonly { readonly text: StoryText; readonly story: string }[];
  readonly documents: number;
  readonly frequencies: ReadonlyMap<string, number>;
  /** Texts that have come and are yet to be added: their stems are counted already. */
  readonly ahead?: readonly StoryText[];
}

export interface Grouper {
  /**
   * Takes a text in and returns the id of its story: that of its first piece. Texts come roughly in the order
   * of publication; those 48 hours older than the newest are forgotten.
   */
  readonly add: (text: StoryText) => string;
  readonly frequencies: Frequencies;
}

/**
 * Groups texts into stories as they come, by the titles' stems of the last 48 hours and the number of texts
 * that each stem stands in.
 */
export function createGrouper(
  state: GrouperState = { recent: [], documents: 0, frequencies: new Map() },
): Grouper {
  const counts = new Map(state.frequencies);
  let documents = state.documents;
  const counted = new Set<StoryText>();
  const postings = new Map<string, Set<StoryText>>();
  const storyOf = new Map<StoryText, string>();
  const pieces = new Map<string, StoryText[]>();
  const queue: StoryText[] = [];

  const frequencies: Frequencies = {
    get documents() {
      return documents;
    },
    of: (stem) => counts.get(stem) ?? 0,
  };

  const enter = (text: StoryText, story: string): void => {
    storyOf.set(text, story);
    const others = pieces.get(story);
    if (others) others.push(text);
    else pieces.set(story, [text]);
    queue.push(text);
    for (const stem of text.title) {
      const posted = postings.get(stem);
      if (posted) posted.add(text);
      else postings.set(stem, new Set([text]));
    }
  };

  const forgetBefore = (time: number): void => {
    while (queue[0] !== undefined && queue[0].publishedAt < time) forget(queue.shift()!);
  };

  const forget = (text: StoryText): void => {
    const story = storyOf.get(text)!;
    storyOf.delete(text);
    const left = pieces.get(story)!.filter((piece) => piece !== text);
    if (left.length > 0) pieces.set(story, left);
    else pieces.delete(story);
    for (const stem of text.title) {
      const posted = postings.get(stem)!;
      posted.delete(text);
      if (posted.size === 0) postings.delete(stem);
    }
  };

  /** The stories with a rare stem of the text's title in one of theirs. */
  const candidates = (text: StoryText): StorySoFar[] => {
    const found = new Set<string>();
    for (const stem of text.title) {
      if (!isRare(stem, frequencies)) continue;
      for (const piece of postings.get(stem) ?? []) found.add(storyOf.get(piece)!);
    }
    return [...found].map((id) => ({ id, pieces: pieces.get(id)! }));
  };

  const count = (text: StoryText): void => {
    if (counted.has(text)) return;
    counted.add(text);
    documents += 1;
    for (const stem of text.all.keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  };

  for (const { text, story } of state.recent) enter(text, story);
  for (const text of state.ahead ?? []) count(text);

  return {
    frequencies,
    add(text) {
      forgetBefore(text.publishedAt - WINDOW);
      count(text);
      const choice = chooseStory(text, candidates(text), frequencies);
      const story = choice?.story ?? text.id;
      enter(text, story);
      return story;
    },
  };
}
