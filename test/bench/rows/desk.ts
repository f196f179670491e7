// The preview beside the list, and photos: the bytes of a key beside a preview, and starts and keys with photos off and on.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BIN } from '../../support/program/program.ts';
import { type Bed, homeEnv } from '../bed.ts';
import { asBytes, asMs, asPercent, figure, type Row } from '../table.ts';
import { interleaved, median, p95, ratioOf } from '../times.ts';
import { type Size, type Stroke, USUAL, Watched } from '../watched.ts';

const WIDE: Size = { columns: 160, rows: 48 };
const KEYS = 25;
const ROUNDS = 60;
/** Shorter than the pause before the preview changes, 150 ms. */
const BEFORE_PAUSE = 60;
/** All is over that comes of a headline that is stayed on, its page included; in ms. */
const SETTLED = 1200;

async function previewRows(bed: Bed): Promise<Row[]> {
  const program = bed.start(bed.copy(1_000), { size: WIDE });
  await program.settled(SETTLED);
  const keys: number[] = [];
  const frames: number[] = [];
  for (let pressed = 0; pressed < KEYS; pressed += 1) {
    keys.push((await program.stroke('j', BEFORE_PAUSE)).bytes);
    const before = program.bytes;
    await program.quiet(SETTLED);
    frames.push(program.bytes - before);
  }
  await program.quit();
  const row = (what: string, all: readonly number[], must: number): Row =>
    figure({
      what,
      value: median(all),
      as: asBytes,
      must,
      note: `p95 ${asBytes(p95(all))}, most ${asBytes(Math.max(...all))}`,
    });
  return [
    row('bytes of a `j` beside a preview until the pause, 160×48', keys, 300),
    row('… bytes of the preview after the pause', frames, 6_000),
  ];
}

const IMAGES = ['off', 'blocks', 'kitty'] as const;

/** The sample edition, which has photos, with a setting of `images`. */
function sample(bed: Bed, images: string): () => Watched {
  const home = bed.empty();
  writeFileSync(join(home, 'config.json'), JSON.stringify({ images, start: 'fresh' }));
  return () => new Watched(process.execPath, [BIN, '--demo', 'science'], homeEnv(home, bed.feeds), USUAL);
}

async function toList(start: () => Watched): Promise<number> {
  const program = start();
  const at = await program.when((rows) => rows.filter((row) => row !== '').length > 8);
  await program.quit();
  return at - program.begun;
}

/** Keys in an article with a photo, once the photo is there or never will be: in turn, so that all have the same machine. */
async function keysInArticle(starts: readonly (() => Watched)[]): Promise<number[][]> {
  const programs: Watched[] = [];
  for (const start of starts) {
    const program = start();
    await program.settled(SETTLED);
    await program.stroke('\r', SETTLED);
    programs.push(program);
  }
  const strokes: Stroke[][] = starts.map(() => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [at, program] of programs.entries())
      strokes[at]!.push(await program.stroke(round % 10 < 5 ? 'j' : 'k', BEFORE_PAUSE));
  }
  for (const program of programs) await program.quit('\x03');
  return strokes.map((all) => all.map(({ painted }) => painted).filter((time) => !Number.isNaN(time)));
}

export async function deskRows(bed: Bed): Promise<Row[]> {
  const rows = await previewRows(bed);
  const starts = Object.fromEntries(IMAGES.map((images) => [images, sample(bed, images)]));
  const acts = Object.fromEntries(IMAGES.map((images) => [images, () => toList(starts[images]!)] as const));
  const times = await interleaved(15, acts, {});
  for (const images of IMAGES.slice(1)) {
    const [on, off] = [times[images]!, times.off!];
    rows.push(
      figure({
        what: `start of the sample edition, photos by ${images}, beside photos off`,
        value: 100 * (ratioOf(on, off) - 1),
        as: asPercent,
        must: 10,
        aim: 5,
        note: `median ${asMs(median(on))} against ${asMs(median(off))}`,
      }),
    );
  }
  const painted = await keysInArticle(IMAGES.map((images) => starts[images]!));
  for (const [at, images] of IMAGES.entries()) {
    rows.push(
      figure({
        what: `\`j\` to painted, p95, an article with a photo, 100×30, images ${images}`,
        value: p95(painted[at]!),
        as: asMs,
        must: 20,
        aim: 8,
        note: `median ${asMs(median(painted[at]!))}`,
      }),
    );
  }
  return rows;
}
