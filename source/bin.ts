// The program's entry. It must parse and run on any Node that knows ES modules: a Node too old for the rest is
// told so in a line. Nothing is imported before that is known.

declare const __VERSION__: string;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (!(major >= 24 || (major === 22 && minor >= 16))) {
  process.stderr.write(
    `donga-tui: Node ^22.16 또는 24 이상이 필요합니다 (needs Node ^22.16 || >=24). 지금은 (found) ${process.versions.node}: npx -y -p node@24 -p donga-tui donga-tui\n`,
  );
  process.exitCode = 1;
} else if (process.argv.length === 3 && (process.argv[2] === '--version' || process.argv[2] === '-v')) {
  process.stdout.write(`${__VERSION__}\n`);
} else {
  void start();
}

async function start(): Promise<void> {
  process.getBuiltinModule('node:module').enableCompileCache?.();
  const { main } = await import('./cli.js');
  await main(process.argv.slice(2));
}
