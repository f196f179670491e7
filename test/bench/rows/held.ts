// A held `j`: 30 a second for 10 s.
import type { Bed } from '../bed.ts';
import { benchHeadlines } from '../headlines.ts';
import { asCount, asMs, figure, type Row } from '../table.ts';
import { quantile } from '../times.ts';

const A_SECOND = 30;
const SECONDS = 10;
/** Later than this after the release, a change has nothing to do with it; in ms. */
const AFTER = 400;

export async function heldRows(bed: Bed): Promise<Row[]> {
  const places = new Map(
    benchHeadlines(A_SECOND * SECONDS + 50).map((headline, place) => [headline.title.slice(0, 20), place]),
  );
  const program = bed.start(bed.copy(1_000));
  await program.settled(1000);

  const pressed: number[] = [];
  const behind: number[] = [];
  let shown = 0;
  const stop = program.listen((at, rows) => {
    const selected = rows.find((row) => row.startsWith('▌'));
    const title = [...places.keys()].find((start) => selected?.includes(start));
    const place = title === undefined ? shown : places.get(title)!;
    for (; shown < place && shown < pressed.length; shown += 1) behind.push(at - pressed[shown]!);
  });
  const begun = performance.now();
  for (let key = 0; key < A_SECOND * SECONDS; key += 1) {
    const due = begun + (key * 1000) / A_SECOND;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    pressed.push(program.press('j'));
  }
  const released = pressed.at(-1)!;
  await new Promise((resolve) => setTimeout(resolve, AFTER));
  stop();
  const rest = Math.max(0, program.lastAt - released);
  await program.quit();

  const what = `a held \`j\`, ${A_SECOND} a second for ${SECONDS} s`;
  return [
    figure({ what: `${what}: keys dropped`, value: pressed.length - shown, as: asCount, must: 0 }),
    figure({
      what: `${what}: the furthest behind`,
      value: Math.max(...behind),
      as: asMs,
      must: 50,
      note: `p95 ${asMs(quantile(behind, 0.95))}`,
    }),
    figure({ what: `${what}: at rest after release`, value: rest, as: asMs, must: 50 }),
  ];
}
