// Prints the quality of grouping the labelled set: `node test/stories/report.ts`. Wrong merges and misses are
// printed for the tuning half; for the held-back half its figures alone, unless `--all` asks for a report.
import { type StoryText, storyText } from '../../source/stories/documents.ts';
import { createGrouper, type GrouperState } from '../../source/stories/grouper.ts';
import { earlierDocuments, heldBackDocuments, type Labelled, tuningDocuments } from './labelled.ts';
import { type Grouped, scoresOf } from './scores.ts';

export interface Placed extends Labelled, Grouped {}

/** The archive of the weeks before: nothing recent, but the counts of stems. */
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

/** Groups documents that come in parts of `size` into an archive that holds nothing yet. */
export function placeInEmpty(documents: readonly Labelled[], size: number): Placed[] {
  const recent: { text: StoryText; story: string }[] = [];
  const frequencies = new Map<string, number>();
  const texts = documents.map(storyText);
  for (let at = 0; at < texts.length; at += size) {
    const ahead = texts.slice(at, at + size);
    const grouper = createGrouper({ recent, documents: at, frequencies, ahead });
    for (const text of ahead) recent.push({ text, story: grouper.add(text) });
    for (const stem of ahead.flatMap(({ all }) => [...all.keys()]))
      frequencies.set(stem, (frequencies.get(stem) ?? 0) + 1);
  }
  return documents.map((document, at) => ({ ...document, story: recent[at]!.story }));
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

function print(name: string, placed: readonly Placed[], inFull: boolean): void {
  const { precision, recall } = scoresOf(placed);
  console.log(
    `${name}: ${placed.length} headlines, precision ${percent(precision)}, recall ${percent(recall)}`,
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
  const inFull = process.argv.includes('--all');
  print('tuning', place(tuningDocuments()), true);
  print('held back', place(heldBackDocuments()), inFull);
  for (const size of [20, 50, 1000]) {
    print(`tuning, into an empty archive by ${size}`, placeInEmpty(tuningDocuments(), size), true);
    print(`held back, into an empty archive by ${size}`, placeInEmpty(heldBackDocuments(), size), inFull);
  }
}
