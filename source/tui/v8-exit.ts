import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';

/** V8's compilers that work beside the program. */
const COMPILERS = ['sparkplug', 'maglev', 'turbofan'];
/** How long what is being compiled may take to come to its end, in ms. */
const LAST = 20;

/**
 * Lets V8's compilers come to rest before the program ends: at its exit Node waits for them, and one that needs garbage
 * collected waits for the program, for ever (nodejs/node#54918).
 */
export async function calmCompilers(): Promise<void> {
  for (const compiler of COMPILERS) setFlagsFromString(`--no-${compiler}`);
  await sleep(LAST);
}
