import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';

/** V8's compilers that work beside the program. */
const COMPILERS = ['sparkplug', 'maglev', 'turbofan'];
/** The longest time that running compilations may take to end, in ms. */
const LAST = 20;

/**
 * Waits until V8's compilers rest before the program ends: at its exit Node waits for them, and one that
 * needs a garbage collection waits for the program, for ever (nodejs/node#54918).
 */
export async function calmCompilers(): Promise<void> {
  for (const compiler of COMPILERS) setFlagsFromString(`--no-${compiler}`);
  await sleep(LAST);
}
