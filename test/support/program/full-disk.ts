// Gives the built program a full disk: `node --import …/full-disk.ts dist/bin.js`. It is full while there is
// a file where $FULL_DISK says. Node's own modules answer as a file system would: ENOSPC to a write,
// SQLITE_FULL to a commit.
import fs from 'node:fs';
import { createRequire } from 'node:module';

const { DatabaseSync } = createRequire(import.meta.url)('node:sqlite') as typeof import('node:sqlite');
const SQLITE_FULL = 13;
const LAST_STANDARD = 2;

const isFull = (): boolean => fs.existsSync(process.env.FULL_DISK!);

const noSpace = () => Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });

const { writeSync, writeFileSync, appendFileSync } = fs;
fs.writeSync = ((file: number, ...rest: never[]) => {
  if (isFull() && file > LAST_STANDARD) throw noSpace();
  return Reflect.apply(writeSync, fs, [file, ...rest]);
}) as typeof writeSync;
fs.writeFileSync = (...all) => {
  if (isFull()) throw noSpace();
  writeFileSync(...all);
};
fs.appendFileSync = (...all) => {
  if (isFull()) throw noSpace();
  appendFileSync(...all);
};

const { exec } = DatabaseSync.prototype;
DatabaseSync.prototype.exec = function (sql) {
  if (isFull() && sql === 'COMMIT') {
    exec.call(this, 'ROLLBACK');
    throw Object.assign(new Error('database or disk is full'), {
      code: 'ERR_SQLITE_ERROR',
      errcode: SQLITE_FULL,
    });
  }
  exec.call(this, sql);
};
