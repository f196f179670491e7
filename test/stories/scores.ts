// The quality of a grouping, against the labels: B-cubed over the pieces that are placed in stories
// (precision) and over those that belong to a story of two or more (recall). Over all pieces, no grouping at
// all would look well.

export interface Grouped {
  readonly event: string;
  readonly story: string;
}

export interface Scores {
  readonly precision: number;
  readonly recall: number;
}

/**
 * B-cubed (Bagga and Baldwin, 1998): precision over the placed pieces, recall over those of events with
 * several.
 */
export function scoresOf(grouped: readonly Grouped[]): Scores {
  const events = countBy(grouped, ({ event }) => event);
  const stories = countBy(grouped, ({ story }) => story);
  const both = countBy(grouped, ({ event, story }) => `${event} ${story}`);
  const of = (each: Grouped): number => both.get(`${each.event} ${each.story}`)!;
  const placed = grouped.filter(({ story }) => stories.get(story)! > 1);
  const belonging = grouped.filter(({ event }) => events.get(event)! > 1);
  return {
    precision: mean(placed.map((each) => of(each) / stories.get(each.story)!)),
    recall: mean(belonging.map((each) => of(each) / events.get(each.event)!)),
  };
}

function countBy<T>(all: readonly T[], key: (each: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const each of all) counts.set(key(each), (counts.get(key(each)) ?? 0) + 1);
  return counts;
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 1 : values.reduce((sum, value) => sum + value, 0) / values.length;
