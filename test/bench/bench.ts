// `npm run bench`: the speed of the built program beside its limits. `--only=<word>` measures one group of
// rows, `--large` 1,000,000 headlines too, `--homes=<folder>` keeps the archives there for the next run.
import { type Bed, makeBed } from './bed.ts';
import { articleRows } from './rows/article.ts';
import { commandRows } from './rows/commands.ts';
import { countRows } from './rows/counts.ts';
import { deskRows } from './rows/desk.ts';
import { heldRows } from './rows/held.ts';
import { keyRows } from './rows/keys.ts';
import { largeRows } from './rows/large.ts';
import { memoryRows } from './rows/memory.ts';
import { packageRows } from './rows/package.ts';
import { refreshRows } from './rows/refresh.ts';
import { searchRows } from './rows/search.ts';
import { startRows } from './rows/start.ts';
import { storyRows } from './rows/stories.ts';
import { HEADER, line, machine, type Row } from './table.ts';

const GROUPS: Readonly<Record<string, (bed: Bed) => Promise<Row[]>>> = {
  start: startRows,
  commands: commandRows,
  keys: keyRows,
  desk: deskRows,
  held: heldRows,
  article: articleRows,
  search: searchRows,
  stories: storyRows,
  refresh: refreshRows,
  memory: memoryRows,
  package: packageRows,
  counts: countRows,
  large: largeRows,
};

const only = process.argv.find((word) => word.startsWith('--only='))?.slice('--only='.length);
if (only !== undefined && !Object.hasOwn(GROUPS, only)) {
  process.stderr.write(`--only= one of: ${Object.keys(GROUPS).join(', ')}\n`);
  process.exit(2);
}

const bed = await makeBed();
try {
  process.stdout.write(`${machine()}\n\n${HEADER}\n`);
  for (const [name, measure] of Object.entries(GROUPS)) {
    if (only !== undefined && only !== name) continue;
    for (const row of await measure(bed)) process.stdout.write(`${line(row)}\n`);
  }
} finally {
  bed.end();
}
