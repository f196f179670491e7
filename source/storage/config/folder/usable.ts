/** Whether the bookmarks folder can be used, before anything is shared through it. */
import { accessSync, constants, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '../../../failure.ts';

function check(path: string, prepare: () => void): void {
  try {
    prepare();
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    readdirSync(path);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new Failure('bookmarks-folder', { path, reason: code }, error);
  }
}

/** Node's own recursive way never ends where no folder can be made, such as in `/proc`. */
function make(path: string): void {
  if (existsSync(path)) return;
  make(dirname(path));
  mkdirSync(path);
}

/** Makes the folder if it is not there. @throws Failure bookmarks-folder, if it cannot be used. */
export const makeFolder = (path: string): void => check(path, () => make(path));

/** Whether sharing can use the folder, or make it as the only new one of its path; makes nothing itself. */
export function isUsable(path: string): boolean {
  try {
    check(existsSync(path) ? path : dirname(path), () => undefined);
    return true;
  } catch {
    return false;
  }
}
