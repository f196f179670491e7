import { randomBytes } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whether a folder's disk has no room for another small file, or its owner no quota. */
export function hasNoRoom(folder: string): boolean {
  const file = join(folder, `room.tmp-${process.pid}-${randomBytes(4).toString('hex')}`);
  try {
    writeFileSync(file, new Uint8Array(4096), { flag: 'wx', mode: 0o600 });
    return false;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOSPC' || code === 'EDQUOT';
  } finally {
    rmSync(file, { force: true });
  }
}
