// The program's entry. It must parse and run on any Node that knows ES modules, so that one too old for the
// rest can say so in a line. The build makes the imports of this file late: each is loaded when first used.

import { compileCacheFolder } from './compile-cache.ts';
import { endOnBrokenOutput } from './system/broken-output.ts';

declare const __VERSION__: string;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (!(major >= 24 || (major === 22 && minor >= 16))) {
  process.stderr.write(
    `donga-tui: Node ^22.16 또는 24 이상이 필요합니다 (needs Node ^22.16 || >=24). 지금은 (found) ${process.versions.node}: npx -y -p node@24 -p donga-tui donga-tui\n`,
  );
  process.exitCode = 1;
} else if (process.argv.length === 3 && (process.argv[2] === '--version' || process.argv[2] === '-v')) {
  endOnBrokenOutput(process, (code) =>
    code === 'ENOSPC'
      ? '출력하지 못했습니다: 디스크가 가득 참 (the output could not be written: the disk is full)'
      : '출력하지 못했습니다 (the output could not be written)',
  );
  process.stdout.write(`${__VERSION__}\n`);
} else {
  void start();
}

async function start(): Promise<void> {
  // NODE_COMPILE_CACHE is the user's own choice: Node has acted on it before this line.
  if (!process.env.NODE_COMPILE_CACHE) {
    const folder = compileCacheFolder(process.env, __VERSION__);
    if (folder !== null) process.getBuiltinModule('node:module').enableCompileCache?.(folder);
  }
  const { main } = await import('./cli.js');
  await main(process.argv.slice(2));
}
