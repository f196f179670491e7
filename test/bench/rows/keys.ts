// The cost of a key on a screen at rest: the time until it is painted, and the bytes.
import { type Bed, COUNTS } from '../bed.ts';
import { FEEDS } from '../headlines.ts';
import { otherReaders } from '../other-readers.ts';
import { asBytes, asMs, figure, type Row } from '../table.ts';
import { median, p95 } from '../times.ts';
import { LARGE, type Size, type Stroke, USUAL, type Watched } from '../watched.ts';

const KEYS = 80;
const PAGES = 12;
/** After this long without output nothing more comes of a key; in ms. */
const QUIET = 30;
/** Start, refresh and all are over. */
const SETTLED = 1000;

async function strokes(program: Watched, keys: string, count: number): Promise<Stroke[]> {
  const all: Stroke[] = [];
  for (let pressed = 0; pressed < count; pressed += 1) all.push(await program.stroke(keys, QUIET));
  return all;
}

const painted = (all: readonly Stroke[]): number[] =>
  all.map((stroke) => stroke.painted).filter((time) => !Number.isNaN(time));
/** A page down at the end of an article has nothing to write. */
const bytes = (all: readonly Stroke[]): number[] =>
  all.map((stroke) => stroke.bytes).filter((count) => count > 0);

const sizeOf = ({ columns, rows }: Size): string => `${columns}×${rows}`;

function bytesRow(what: string, all: readonly Stroke[], limits: { must?: number; aim?: number }): Row {
  const of = bytes(all);
  return figure({
    what,
    value: median(of),
    as: asBytes,
    ...limits,
    note: `p95 ${asBytes(p95(of))}, most ${asBytes(Math.max(...of))}`,
  });
}

function paintedRow(what: string, all: readonly Stroke[], limits: { must?: number; aim?: number }): Row {
  const of = painted(all);
  return figure({ what, value: p95(of), as: asMs, ...limits, note: `median ${asMs(median(of))}` });
}

async function oursAt(bed: Bed, size: Size, must: number): Promise<Row[]> {
  const program = bed.start(bed.copy(1_000), { size });
  await program.settled(SETTLED);
  const list = await strokes(program, 'j', KEYS);
  await program.stroke('g', QUIET);
  const pages = await strokes(program, ' ', PAGES);
  await program.stroke('g', QUIET);
  await program.stroke('\r', SETTLED);
  const article = await strokes(program, 'j', KEYS);
  await program.stroke('g', QUIET);
  const articlePages = await strokes(program, ' ', PAGES);
  await program.quit('\x03');

  const at = sizeOf(size);
  const times = [
    paintedRow(`\`j\` to painted, p95, list, ${at}`, list, { must, aim: 8 }),
    paintedRow(`\`j\` to painted, p95, article, ${at}`, article, { must, aim: 8 }),
  ];
  const counts = (limits: boolean): Row[] => [
    bytesRow(`bytes of a \`j\` in the list, ${at}`, list, limits ? { must: 250, aim: 150 } : {}),
    bytesRow(`bytes of a \`j\` in the article, ${at}`, article, limits ? { must: 400, aim: 200 } : {}),
    bytesRow(`bytes of a page down in the list, ${at}`, pages, limits ? { must: 2_500, aim: 2_000 } : {}),
    bytesRow(
      `bytes of a page down in the article, ${at}`,
      articlePages,
      limits ? { must: 4_100, aim: 3_000 } : {},
    ),
  ];
  return [...counts(size === USUAL), ...times];
}

async function othersRows(bed: Bed): Promise<Row[]> {
  const rows: Row[] = [];
  for (const other of otherReaders(bed, FEEDS, COUNTS.slice(0, 1)).installed) {
    const program = other.start(1_000);
    await program.settled(SETTLED);
    await program.stroke(other.toHeadlines, SETTLED);
    const list = await strokes(program, 'j', 20);
    await program.quit(other.quit);
    const answered = list.map((stroke) => stroke.answered);
    rows.push(
      figure({
        what: `bytes of a \`j\` in the list of ${other.name}, ${sizeOf(USUAL)}`,
        value: median(bytes(list)),
        as: asBytes,
        note: `painted after ${asMs(median(answered))}, p95 ${asMs(p95(answered))}`,
      }),
    );
  }
  return rows;
}

export async function keyRows(bed: Bed): Promise<Row[]> {
  return [...(await oursAt(bed, USUAL, 20)), ...(await oursAt(bed, LARGE, 30)), ...(await othersRows(bed))];
}
