// The package: its size, the packages that npm installs for it, and npx in an empty folder.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { type Bed, commandTime, plainEnv } from '../bed.ts';
import { asCount, asMs, figure, type Row } from '../table.ts';
import { median } from '../times.ts';

const ROUNDS = 3;
const asKilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;

export async function packageRows(bed: Bed): Promise<Row[]> {
  const options = ['--json', '--ignore-scripts', '--pack-destination', bed.folder];
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', ...options], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  );
  const { dependencies = {} } = JSON.parse(readFileSync('package.json', 'utf8'));
  const tarball = join(bed.folder, packed.filename);

  const home = mkdtempSync(join(bed.folder, 'npx-'));
  const env = plainEnv({
    HOME: home,
    npm_config_cache: join(home, 'cache'),
    PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
  });
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const time = await commandTime('npx', ['--yes', `--package=${tarball}`, 'donga-tui', '--version'], {
      env,
      cwd: mkdtempSync(join(home, 'empty-')),
    });
    // The cache is warm from the second time on; the installed package is removed each time.
    if (round > 0) times.push(time);
    rmSync(join(home, 'cache', '_npx'), { recursive: true, force: true });
  }
  return [
    figure({ what: 'the tarball', value: packed.size, as: asKilobytes, must: 800_000, aim: 650_000 }),
    figure({
      what: 'what it makes npm install besides',
      value: Object.keys(dependencies).length,
      as: asCount,
      must: 0,
    }),
    figure({
      what: '`npx` of it in an empty folder, warm npm cache',
      value: median(times),
      as: asMs,
      must: 3_000,
    }),
  ];
}
