// Given to Node with --import: writes down each module's URL as it is loaded, by which process, and when the
// first frame is written, into the file that LOADED_MODULES names.
import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

const file = process.env.LOADED_MODULES!;
const note = (what: string): void => appendFileSync(file, `${process.pid} ${what}\n`);

registerHooks({
  load(url, context, next) {
    note(url);
    return next(url, context);
  },
});

const { write } = process.stdout;
process.stdout.write = ((...args: Parameters<typeof write>) => {
  // The alternate screen: the first frame comes with it.
  if (String(args[0]).includes('\x1b[?1049h')) note('FRAME');
  return Reflect.apply(write, process.stdout, args);
}) as typeof write;
