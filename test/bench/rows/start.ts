// From the start of the process to the first list, and to a key that was typed before it.
import { type Bed, bareNode, COUNTS, type Count } from '../bed.ts';
import { FEEDS } from '../headlines.ts';
import { type OtherReader, otherReaders } from '../other-readers.ts';
import { asMs, asPercent, asRatio, figure, type Row, skipped } from '../table.ts';
import { interleaved, median, p95, ratioOf } from '../times.ts';
import type { Rows, Watched } from '../watched.ts';

const ROUNDS = 21;
/** Others need fewer rounds, and newsboat seconds for the last of these. */
const FEWER: Record<string, number> = { 'newsboat 100000': 3 };
const OTHERS_ROUNDS = 7;
/** A start is over, with its background work, after this long without output; in ms. */
const SETTLED = 700;

/** The end of a row, which distinguishes it from the others; the age before it may change while one measures. */
const endOf = (row: string): string => row.trim().slice(-14);
const isSelected = (row: string): boolean => row.startsWith('▌');

/** Recognises the complete list by the end of its last row. */
function completeList(rows: Rows): (rows: Rows) => boolean {
  const last = rows.findLastIndex((row, y) => y < rows.length - 2 && row.trim() !== '');
  const end = endOf(rows[last]!);
  return (now) => now[last]?.endsWith(end) === true;
}

/** Starts a program once to see its first list, then measures the time to it. */
export async function toFirstList(start: () => Watched, quit?: string): Promise<() => Promise<number>> {
  const first = start();
  await first.settled(SETTLED);
  const complete = completeList(first.rows());
  await first.quit(quit);
  return async () => {
    const program = start();
    const at = await program.when(complete);
    await program.quit(quit);
    return at - program.begun;
  };
}

async function toEarlyKey(bed: Bed, count: Count): Promise<() => Promise<number>> {
  const first = bed.start(bed.home(count));
  await first.settled(SETTLED);
  first.press('j');
  await first.quiet(SETTLED);
  const second = endOf(first.rows().find(isSelected)!);
  await first.quit();
  return async () => {
    const program = bed.start(bed.home(count));
    program.press('j');
    const at = await program.when((rows) => rows.some((row) => isSelected(row) && row.endsWith(second)));
    await program.quit();
    return at - program.begun;
  };
}

export async function startRows(bed: Bed): Promise<Row[]> {
  const others = otherReaders(bed, FEEDS);
  const acts: Record<string, () => Promise<number>> = { node: bareNode };
  const fewer = { ...FEWER };
  for (const count of COUNTS) {
    acts[`ours ${count}`] = await toFirstList(() => bed.start(bed.home(count)));
    for (const other of others.installed)
      acts[`${other.name} ${count}`] = await toFirstList(() => other.start(count), other.quit);
  }
  acts.early = await toEarlyKey(bed, 1_000);
  for (const { name } of others.installed)
    for (const count of COUNTS) fewer[`${name} ${count}`] ??= OTHERS_ROUNDS;
  const times = await interleaved(ROUNDS, acts, fewer);

  const [node, first] = [times.node!, times['ours 1000']!];
  const note = (of: readonly number[]): string =>
    `median ${asMs(median(of))}, p95 ${asMs(p95(of))}; \`node -e 0\` ${asMs(median(node))}`;
  const ratio = (what: string, of: readonly number[], must: number, aim: number): Row =>
    figure({ what, value: ratioOf(of, node), as: asRatio, must, aim, note: note(of) });
  const grown = (count: Count, limits: { must?: number; aim?: number }): Row => {
    const of = times[`ours ${count}`]!;
    const what = `… ${count.toLocaleString('en')} beside 1,000`;
    return figure({ what, value: 100 * (ratioOf(of, first) - 1), as: asPercent, ...limits, note: note(of) });
  };

  const rows = [
    ratio('start to the first complete list, 1,000 headlines', first, 2, 1.6),
    grown(10_000, {}),
    grown(100_000, { must: 5, aim: 2 }),
    ratio('a `j` typed before the start is on screen', times.early!, 6, 4),
  ];
  for (const other of others.installed)
    for (const count of COUNTS)
      rows.push(besideOther(other, count, times[`ours ${count}`]!, times[`${other.name} ${count}`]!));
  return [...rows, ...others.missing.map((name) => skipped(`first list of ${name}`, 'not installed'))];
}

/** Our time to the first list as a part of another reader's. Only newsboat is to be outrun. */
function besideOther(
  { name }: OtherReader,
  count: Count,
  ours: readonly number[],
  theirs: readonly number[],
): Row {
  const asked: Partial<Record<Count, number>> = name === 'newsboat' ? { 10000: 1, 100000: 1 / 8 } : {};
  const must = asked[count];
  return figure({
    what: `our first list beside ${name}'s, ${count.toLocaleString('en')}`,
    value: ratioOf(ours, theirs),
    as: asRatio,
    ...(must === undefined ? {} : { must }),
    note: `${asMs(median(ours))} against ${asMs(median(theirs))}`,
  });
}
