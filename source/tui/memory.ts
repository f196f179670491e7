import { setFlagsFromString } from 'node:v8';

/**
 * From now on V8 rather collects its garbage than grows: a reader stays open for days, and a key makes little of it.
 * Before the first list is there, it would cost time.
 */
export function favourMemory(): void {
  setFlagsFromString('--optimize-for-size');
}
