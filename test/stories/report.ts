// Prints how well the labelled set is grouped: `node test/stories/report.ts`. Wrong merges and misses are printed for
// the tuning half; for the held-back half its figures alone, unless `--all` asks for a report.
import { storyText } from '../../source/stories/documents.ts';
import { createGrouper, type GrouperState } from '../../source/stories/grouper.ts';
import { earlierDocuments, heldBackDocuments, type Labelled, tuningDocuments } from './labelled.ts';
import { type Grouped, scoresOf } from './scores.ts';

export interface Placed extends Labelled, Grouped {}

/** The archive of the weeks before: nothing recent, but how often stems stand in it. */
function archived(): GrouperState {
  const texts = earlierDocuments().map(storyText);
  const frequencies = new Map<string, number>();
  for (const { all } of texts)
    for (const stem of all.keys()) frequencies.set(stem, (frequencies.get(stem) ?? 0) + 1);
  return { recent: [], documents: texts.length, frequencies };
}

/** Groups documents as they come. */
export function place(documents: readonly Labelled[]): Placed[] {
  const grouper = createGrouper(archived());
  return documents.map((document) => ({ ...document, story: grouper.add(storyText(document)) }));
}

/** Pairs of pieces that a story wrongly has together, each pair of events once. */
function wrongMerges(placed: readonly Placed[]): string[] {
  const merges = new Map<string, string>();
  for (const one of placed) {
    for (const other of placed) {
      if (one.story !== other.story || one.event >= other.event) continue;
      merges.set(`${one.event} ${other.event}`, `${one.title} + ${other.title}`);
    }
  }
  return [...merges.values()];
}

/** Pieces of an event that stand apart from its first. */
function misses(placed: readonly Placed[]): string[] {
  return placed.flatMap((each) => {
    const first = placed.find(({ event }) => event === each.event)!;
    return first.story === each.story ? [] : [`${first.title} – ${each.title}`];
  });
}

const percent = (value: number): string => (100 * value).toFixed(1);

function print(name: string, documents: readonly Labelled[], inFull: boolean): void {
  const placed = place(documents);
  const { precision, recall } = scoresOf(placed);
  console.log(
    `${name}: ${documents.length} headlines, precision ${percent(precision)}, recall ${percent(recall)}`,
  );
  for (const kind of new Set(placed.map((each) => each.kind))) {
    const ofKind = placed.filter((each) => each.kind === kind);
    const merges = wrongMerges(ofKind);
    console.log(
      `  ${kind}: ${new Set(ofKind.map(({ event }) => event)).size} events, ${ofKind.length} headlines, ` +
        `${merges.length} wrong merges, recall ${percent(scoresOf(ofKind).recall)}`,
    );
    if (inFull) for (const merge of merges) console.log(`    ${merge}`);
  }
  if (inFull) for (const miss of misses(placed)) console.log(`    missed: ${miss}`);
}

if (import.meta.main) {
  print('tuning', tuningDocuments(), true);
  print('held back', heldBackDocuments(), process.argv.includes('--all'));
}
