// A search, keystroke by keystroke.
import type { Bed, Count } from '../bed.ts';
import { asMs, figure, type Row } from '../table.ts';
import { median, p95 } from '../times.ts';
import type { Stroke } from '../watched.ts';

const FIRST = '예산안';
/** As an IME gives them; initial consonants, words, the wrong keyboard, a slip, and what is not there. */
const QUERIES = [
  '부산항 축제',
  'ㄱㅇㅊ ㄱㅅ',
  '지하철 연기',
  'wlgkcjf',
  '소방당국 폭설',
  '배터리 첫섬',
  '뛟쮊쀍',
];
/** From a keystroke's echo to its results there may be a pause; in ms. */
const QUIET = 120;
/** By then the archive is ready, however long; in ms. */
const READY = 4000;
const CLEAR = '\x15';

async function searchRow(bed: Bed, count: Count, must: number, aim: number): Promise<Row> {
  const program = bed.start(bed.home(count));
  await program.settled(1000);
  await program.stroke('/', QUIET);
  const type = async (query: string): Promise<Stroke[]> => {
    const strokes: Stroke[] = [];
    for (const character of query) strokes.push(await program.stroke(character, QUIET));
    await program.stroke(CLEAR, QUIET);
    return strokes;
  };
  // The first query makes the archive ready: what it has found so far is painted, and added to.
  const [first] = await type(FIRST);
  await program.quiet(READY);
  const strokes: Stroke[] = [];
  for (const query of QUERIES) strokes.push(...(await type(query)));
  await program.quit('\x03');
  const found = strokes.map(({ painted }) => painted).filter((time) => !Number.isNaN(time));
  return figure({
    what: `a search keystroke to painted, p95, ${count.toLocaleString('en')} headlines`,
    value: p95(found),
    as: asMs,
    must,
    aim,
    note: `median ${asMs(median(found))}, the first of all ${asMs(first!.begun)}, while the archive is made ready`,
  });
}

export async function searchRows(bed: Bed): Promise<Row[]> {
  return [await searchRow(bed, 10_000, 25, 16), await searchRow(bed, 100_000, 60, 30)];
}
