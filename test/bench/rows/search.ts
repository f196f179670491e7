// A search in the full screen, key by key: the time until its results are painted, and its memory.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type Bed, type Count, isLarge } from '../bed.ts';
import { asMegabytes, asMs, asPercent, figure, type Row } from '../table.ts';
import { median, p95 } from '../times.ts';
import type { Stroke } from '../watched.ts';
import { bookmarkRows } from './bookmarks.ts';
import { searchCommandRows } from './search-commands.ts';
import { takingInRow } from './taking-in.ts';

const FIRST = '예산안';
/**
 * Queries as an IME gives them; initial consonants, words, the wrong keyboard, a slip, and one without
 * results.
 */
const QUERIES = [
  '부산항 축제',
  'ㄱㅇㅊ ㄱㅅ',
  '지하철 연기',
  'wlgkcjf',
  '소방당국 폭설',
  '배터리 첫섬',
  '뛟쮊쀍',
];
/** Words that are in no title as they stand. */
const SLIPS = ['소방댱국', '배터링 첫섬', '지하쳘역'];
/** From a keystroke's echo to its results there may be a pause, less than the one before slips are looked for; in ms. */
const QUIET = 120;
/** The pause before slips are looked for, and the looking; in ms. */
const GUESSED = 700;
/** By then the archive is ready, however long; in ms. */
const READY = 4000;
const CLEAR = '\x15';

interface Limits {
  readonly must: number;
  readonly aim: number;
  /** MB more than the list alone. */
  readonly memory?: { readonly must: number; readonly aim: number };
}

async function keyRows(bed: Bed, count: Count, { must, aim, memory }: Limits): Promise<Row[]> {
  const program = bed.start(bed.home(count));
  await program.settled(1000);
  const before = program.resident();
  await program.stroke('/', QUIET);
  const type = async (query: string): Promise<Stroke[]> => {
    const strokes: Stroke[] = [];
    for (const character of query) strokes.push(await program.stroke(character, QUIET));
    await program.stroke(CLEAR, QUIET);
    return strokes;
  };
  const [first] = await type(FIRST);
  await program.quiet(READY);
  const strokes: Stroke[] = [];
  for (const query of QUERIES) strokes.push(...(await type(query)));
  const after = program.resident();
  const guessed: number[] = [];
  for (const slip of SLIPS) {
    const last = [...slip].at(-1)!;
    for (const character of [...slip].slice(0, -1)) await program.stroke(character, QUIET);
    guessed.push((await program.stroke(last, GUESSED)).painted);
    await program.stroke(CLEAR, QUIET);
  }
  await program.quit('\x03');
  const found = strokes.map(({ painted }) => painted).filter((time) => !Number.isNaN(time));
  const of = `${count.toLocaleString('en')} headlines`;
  return [
    figure({
      what: `a search key to painted, p95, ${of}`,
      value: p95(found),
      as: asMs,
      must,
      aim,
      note: `median ${asMs(median(found))}, the latest ${asMs(Math.max(...found))}, the first of all ${asMs(first!.begun)}`,
    }),
    figure({
      what: `… guesses, 150 ms after the last key, ${of}`,
      value: median(guessed),
      as: asMs,
      note: `the latest ${asMs(Math.max(...guessed))}`,
    }),
    figure({
      what: `… memory of the search beside the list’s, ${of}`,
      value: after - before,
      as: asMegabytes,
      ...memory,
      note: `${asMegabytes(before)} before it`,
    }),
  ];
}

function indexRow(bed: Bed): Row {
  const home = bed.home(100_000);
  const bytes = (name: string): number => statSync(join(home, name)).size;
  return figure({
    what: 'what the index adds to an archive of 100,000',
    value: (100 * bytes('search.db')) / bytes('archive.db'),
    as: asPercent,
    must: 60,
    aim: 35,
    note: asMegabytes(bytes('search.db') / 1e6),
  });
}

export async function searchRows(bed: Bed): Promise<Row[]> {
  return [
    ...(await searchCommandRows(bed)),
    ...(await keyRows(bed, 10_000, { must: 16, aim: 8 })),
    ...(await keyRows(bed, 100_000, { must: 30, aim: 16, memory: { must: 40, aim: 20 } })),
    ...(isLarge ? await keyRows(bed, 1_000_000, { must: 120, aim: 60, memory: { must: 120, aim: 60 } }) : []),
    indexRow(bed),
    takingInRow(bed),
    ...(await bookmarkRows(bed)),
  ];
}
