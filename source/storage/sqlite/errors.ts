import { Failure, type FailureCode } from '../../failure.ts';

/** Primary result codes of SQLite (https://sqlite.org/rescode.html); an extended code has one as its low byte. */
const SQLITE = {
  error: 1,
  busy: 5,
  locked: 6,
  readOnly: 8,
  ioError: 10,
  corrupt: 11,
  full: 13,
  cantOpen: 14,
  constraint: 19,
  notADatabase: 26,
};

const OF_SQLITE: Readonly<Record<number, FailureCode>> = {
  [SQLITE.busy]: 'locked',
  [SQLITE.locked]: 'locked',
  [SQLITE.readOnly]: 'read-only',
  [SQLITE.cantOpen]: 'read-only',
  [SQLITE.full]: 'disk-full',
};

const OF_SYSTEM: Readonly<Record<string, FailureCode>> = {
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  // A folder that cannot be made: a file is in its way, or the file system will not have it.
  EEXIST: 'read-only',
  ENOENT: 'read-only',
  ENOTDIR: 'read-only',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
};

/** SQLite's primary result code; null for another error. */
function resultCode(error: unknown): number | null {
  const { errcode } = (error ?? {}) as { errcode?: unknown };
  return typeof errcode === 'number' ? errcode & 0xff : null;
}

/** Whether the error says that the file is no database, or a damaged one. */
export function isDamage(error: unknown): boolean {
  const code = resultCode(error);
  return code === SQLITE.corrupt || code === SQLITE.notADatabase;
}

/**
 * Whether damage may be the cause, which only a look at the file can tell. A table that is not what the file once
 * said of it is an error of the statement, a value that is gone one of a constraint; and SQLite does not write to
 * a file whose header asks for a newer SQLite.
 */
export function mayBeDamage(error: unknown): boolean {
  const code = resultCode(error);
  return isDamage(error) || code === SQLITE.error || code === SQLITE.constraint || isReadOnly(error);
}

/** Whether SQLite will not write to the file; its extended codes are for what is in the way beside it. */
export function isReadOnly(error: unknown): boolean {
  return (error as { errcode?: unknown } | null)?.errcode === SQLITE.readOnly;
}

/** A database that is sound and not what it should be; to be dealt with as a damaged one. */
export class WrongSchema extends Error {
  readonly errcode = SQLITE.corrupt;
}

/** Whether another process is in the way, so that trying again may help. */
export function isBusy(error: unknown): boolean {
  const code = resultCode(error);
  return code === SQLITE.busy || code === SQLITE.locked;
}

/** The error of a disk or of SQLite as a Failure a reader can be told of; a Failure stays as it is. */
export function storageFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const code = resultCode(error);
  const system = (error as { code?: unknown } | null)?.code;
  const known = code === null ? OF_SYSTEM[String(system)] : OF_SQLITE[code];
  return new Failure(known ?? 'internal', {}, error);
}
