// Plain commands, from their start to their end.
import { BIN } from '../../support/program/program.ts';
import { freshen } from '../archives.ts';
import { type Bed, bareNode, commandTime, homeEnv } from '../bed.ts';
import { asMs, asRatio, figure, type Row } from '../table.ts';
import { interleaved, median, p95, ratioOf } from '../times.ts';

const ROUNDS = 21;

export async function commandRows(bed: Bed): Promise<Row[]> {
  const home = bed.home(100_000);
  freshen(home);
  const env = homeEnv(home, bed.feeds);
  const ours = (...words: string[]) => commandTime(process.execPath, [BIN, ...words], { env });
  const acts = {
    node: bareNode,
    version: () => ours('--version'),
    headlines: () => ours('headlines', '--json'),
    search: () => ours('search', '--json', '예산안'),
  };
  // Compiled code is cached from the first time on.
  for (const act of Object.values(acts)) await act();
  const times = await interleaved(ROUNDS, acts, { search: 3 });

  const row = (what: string, of: readonly number[], limits: { must?: number; aim?: number }): Row =>
    figure({
      what,
      value: ratioOf(of, times.node),
      as: asRatio,
      ...limits,
      note: `median ${asMs(median(of))}, p95 ${asMs(p95(of))}; \`node -e 0\` ${asMs(median(times.node))}`,
    });
  return [
    row('`--version`', times.version, { must: 1.3, aim: 1.1 }),
    row('`headlines --json` from 100,000', times.headlines, { must: 1.8, aim: 1.5 }),
    row('`search --json 예산안` in 100,000', times.search, {}),
  ];
}
