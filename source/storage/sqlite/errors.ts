import { Failure, type FailureCode } from '../../failure.ts';
import { hasNoRoom } from './room.ts';

/**
 * SQLite's primary result codes (https://sqlite.org/rescode.html). An extended code has its primary one as its
 * low byte.
 */
const SQLITE = {
  error: 1,
  perm: 3,
  busy: 5,
  locked: 6,
  readOnly: 8,
  ioError: 10,
  corrupt: 11,
  full: 13,
  cantOpen: 14,
  protocol: 15,
  constraint: 19,
  noLargeFiles: 22,
  auth: 23,
  notADatabase: 26,
};

/** The failure that each primary code means; all others are faults of the program. */
const OF_SQLITE: Readonly<Record<number, FailureCode>> = {
  [SQLITE.perm]: 'read-only',
  [SQLITE.busy]: 'locked',
  [SQLITE.locked]: 'locked',
  [SQLITE.readOnly]: 'read-only',
  [SQLITE.ioError]: 'disk-error',
  // Damage is treated where the file is opened; if it gets here, the disk is at fault.
  [SQLITE.corrupt]: 'disk-error',
  [SQLITE.full]: 'disk-full',
  [SQLITE.cantOpen]: 'read-only',
  [SQLITE.protocol]: 'locked',
  [SQLITE.noLargeFiles]: 'disk-full',
  [SQLITE.auth]: 'read-only',
  [SQLITE.notADatabase]: 'disk-error',
};

/** Extended codes that mean something else than their primary code. */
const OF_SQLITE_EXTENDED: Readonly<Record<number, FailureCode>> = {
  // SQLITE_IOERR_SHMSIZE: the disk has no room for the log's index to grow.
  4874: 'disk-full',
  // SQLITE_IOERR_BLOCKED, once used for a lock that is held.
  2826: 'locked',
  // SQLITE_IOERR_ACCESS and SQLITE_IOERR_AUTH.
  3338: 'read-only',
  7178: 'read-only',
  // SQLITE_IOERR_NOMEM.
  3082: 'internal',
};

const OF_SYSTEM: Readonly<Record<string, FailureCode>> = {
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  // A folder that cannot be made: a file is in its way, or the file system refuses the name.
  EEXIST: 'read-only',
  ENOENT: 'read-only',
  ENOTDIR: 'read-only',
  EISDIR: 'read-only',
  ELOOP: 'read-only',
  ENAMETOOLONG: 'read-only',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EIO: 'disk-error',
  ENXIO: 'disk-error',
  ENODEV: 'disk-error',
  ESTALE: 'disk-error',
  EBUSY: 'locked',
};

/** SQLite's result code with its extension; null for another error. */
function extendedCode(error: unknown): number | null {
  const { errcode } = (error ?? {}) as { errcode?: unknown };
  return typeof errcode === 'number' ? errcode : null;
}

/** SQLite's primary result code; null for another error. */
function resultCode(error: unknown): number | null {
  const code = extendedCode(error);
  return code === null ? null : code & 0xff;
}

/** Whether the error says that the file is damaged or is not a database. */
export function isDamage(error: unknown): boolean {
  const code = resultCode(error);
  return code === SQLITE.corrupt || code === SQLITE.notADatabase;
}

/** Whether a row broke a rule of its table. */
export const isConstraint = (error: unknown): boolean => resultCode(error) === SQLITE.constraint;

/**
 * Whether damage may be the cause, which only a look at the file can show. A table that differs from the
 * file's former schema is an error of the statement, a value that is gone one of a constraint; and SQLite
 * does not write to a file whose header asks for a newer SQLite.
 */
export function mayBeDamage(error: unknown): boolean {
  const code = resultCode(error);
  return isDamage(error) || code === SQLITE.error || isConstraint(error) || isReadOnly(error);
}

/** Whether SQLite will not write to the file; its extended codes are for obstacles beside it. */
export function isReadOnly(error: unknown): boolean {
  return extendedCode(error) === SQLITE.readOnly;
}

/** A sound database that is not an archive; to be dealt with as a damaged one. */
export class WrongSchema extends Error {
  readonly errcode = SQLITE.corrupt;
}

/** A damaged file that another one needs. */
export class DamagedOther extends Error {
  readonly errcode = SQLITE.corrupt;
}

/** Whether SQLite refused a statement as it stands. */
export const isRefused = (error: unknown): boolean => resultCode(error) === SQLITE.error;

/** Whether another process is in the way, so that trying again may help. */
export function isBusy(error: unknown): boolean {
  const code = resultCode(error);
  return code === SQLITE.busy || code === SQLITE.locked;
}

/**
 * The error of a disk or of SQLite as a Failure; a Failure stays as it is. Given the folder that was to be
 * written to, it also recognises the full disk behind an error that does not name it: SQLite says "cannot
 * open" where no inode is left for a file, and "I/O error" where a quota is used up.
 */
export function storageFailure(error: unknown, folder: string | null = null): Failure {
  if (error instanceof Failure) return error;
  const code = failureCode(error);
  const mayBeFull = code === 'disk-error' || (code === 'read-only' && resultCode(error) === SQLITE.cantOpen);
  return new Failure(
    mayBeFull && !isDamage(error) && folder !== null && hasNoRoom(folder) ? 'disk-full' : code,
    {},
    error,
  );
}

function failureCode(error: unknown): FailureCode {
  const code = extendedCode(error);
  if (code === null) {
    const system = String((error as { code?: unknown } | null)?.code);
    return (Object.hasOwn(OF_SYSTEM, system) ? OF_SYSTEM[system] : undefined) ?? 'internal';
  }
  return OF_SQLITE_EXTENDED[code] ?? OF_SQLITE[code & 0xff] ?? 'internal';
}
