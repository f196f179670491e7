// node test/support/terminal/screen.ts <home> <word> -- <command…>
// Runs a program in a pseudo-terminal until its screen shows the word, prints the screen, and quits it with q.
import { Terminal } from './terminal.ts';

const [home = '', word = '', , command = '', ...args] = process.argv.slice(2);
const terminal = new Terminal(command, args, { env: { HOME: home, DONGA_TUI_HOME: `${home}/kept` } });
try {
  process.stdout.write(`${await terminal.shows(word)}\n`);
  terminal.press('q');
  process.exitCode = await terminal.exits();
} catch (error) {
  terminal.kill();
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
