import { describe, expect, test } from 'vitest';
import { storageFailure } from '../../source/storage/sqlite/errors.ts';

const codeOf = (error: object): string => storageFailure(error).code;
const sqlite = (errcode: number) => Object.assign(new Error('from SQLite'), { errcode });

/** Every extended code of SQLITE_IOERR that sqlite3.h of 3.51 defines, by the number in its second byte. */
const IO_ERRORS = Array.from({ length: 34 }, (_, at) => 10 | ((at + 1) << 8));

describe('a failure of SQLite', () => {
  test.each(IO_ERRORS)(
    'with the code %i, one of input and output, is not taken for a fault of the program',
    (code) => {
      // SQLITE_IOERR_NOMEM is one.
      if (code !== 3082) expect(codeOf(sqlite(code))).not.toBe('internal');
    },
  );

  test.each([
    [13, 'disk-full'],
    [4874, 'disk-full'],
    [4618, 'disk-error'],
    [5386, 'disk-error'],
    [778, 'disk-error'],
    [14, 'read-only'],
    [526, 'read-only'],
    [1038, 'read-only'],
    [8, 'read-only'],
    [1032, 'read-only'],
    [3338, 'read-only'],
    [5, 'locked'],
    [517, 'locked'],
    [773, 'locked'],
    [262, 'locked'],
    [15, 'locked'],
    [11, 'disk-error'],
    [779, 'disk-error'],
    [26, 'disk-error'],
    [1, 'internal'],
    [19, 'internal'],
    [21, 'internal'],
  ])('with code %i is %s', (code, failure) => {
    expect(codeOf(sqlite(code))).toBe(failure);
  });
});

test.each([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EFBIG', 'disk-full'],
  ['EIO', 'disk-error'],
  ['EROFS', 'read-only'],
  ['ENAMETOOLONG', 'read-only'],
  ['toString', 'internal'],
])('an error %s of the system is %s', (code, failure) => {
  expect(codeOf(Object.assign(new Error('from the system'), { code }))).toBe(failure);
});
