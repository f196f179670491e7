// A program behind a slow line: `node relay.ts MS COMMAND …`. Input and output arrive late, and everything
// that comes meanwhile arrives in one piece with them, as over ssh on a train.
import { spawn } from '@lydell/node-pty';

const [delay, command, ...args] = process.argv.slice(2);

/** Passes pieces on after the delay, all that came until then as one. */
function slow(pass: (data: string) => void): (data: string) => void {
  let waiting = '';
  return (data) => {
    if (waiting === '') {
      setTimeout(() => {
        const joined = waiting;
        waiting = '';
        pass(joined);
      }, Number(delay));
    }
    waiting += data;
  };
}

const { stdin, stdout } = process;
const pty = spawn(command!, args, {
  cols: stdout.columns,
  rows: stdout.rows,
  env: process.env as Record<string, string>,
});
stdin.setRawMode(true).setEncoding('utf8');
stdin.on('data', slow((data) => pty.write(data)) as (data: unknown) => void);
pty.onData(slow((data) => stdout.write(data)));
pty.onExit(({ exitCode }) => setTimeout(() => process.exit(exitCode), Number(delay) + 50));
