// Opening an archived article of 10,000 characters.
import type { Bed } from '../bed.ts';
import { ARTICLES } from '../headlines.ts';
import { asMs, figure, type Row } from '../table.ts';
import { median, p95 } from '../times.ts';

const QUIET = 120;
const STARTS = 5;

export async function articleRows(bed: Bed): Promise<Row[]> {
  const program = bed.start(bed.copy(100_000));
  await program.settled(1000);
  const times: number[] = [];
  // Opens each article once: its line breaks are cached the second time.
  for (let article = 0; article < ARTICLES; article += 1) {
    times.push((await program.stroke('\r', QUIET)).painted);
    await program.stroke('h', QUIET);
    await program.stroke('j', QUIET);
  }
  await program.quit('\x03');
  const firsts = [times[0]!];
  while (firsts.length < STARTS) {
    const again = bed.start(bed.copy(10_000));
    await again.settled(1000);
    firsts.push((await again.stroke('\r', QUIET)).painted);
    await again.quit('\x03');
  }
  return [
    figure({
      what: 'opening an archived article of 10,000 characters, median',
      value: median(times),
      as: asMs,
      must: 30,
      aim: 16,
      note: `p95 ${asMs(p95(times))}; of 100,000 headlines`,
    }),
    figure({
      what: '… the first after the start',
      value: median(firsts),
      as: asMs,
      must: 20,
      aim: 12,
      note: `of ${STARTS} starts, the slowest ${asMs(Math.max(...firsts))}`,
    }),
  ];
}
