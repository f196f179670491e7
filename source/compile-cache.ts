import { lstatSync, mkdirSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { homePaths } from './storage/files/paths.ts';

/** Links followed on the way to a folder before it is taken for a loop; Linux follows as many. */
const MOST_LINKS = 40;

/** Permission bits (POSIX `st_mode`). */
const FOR_OTHERS = 0o077;
const WRITABLE_BY_GROUP = 0o020;
const WRITABLE_BY_ALL = 0o002;
const WRITABLE_BY_OTHERS = WRITABLE_BY_GROUP | WRITABLE_BY_ALL;
const STICKY = 0o1000;

/**
 * The folder in which Node may keep the code it compiled of this version, made if it is missing; null if
 * there is no safe one, and the program then runs without a cache.
 *
 * Node runs what it finds in its cache without comparing it to the source, so a user who can write there
 * decides what runs. Node's own default lies in the temporary folder, where another user may make it first.
 * This one is inside the program's cache folder: a real folder, closed to everyone else, on a path that only
 * this user and root can change.
 *
 * @param uid the user the program runs as; undefined on Windows, where the profile's access list guards the
 * folder
 */
export function compileCacheFolder(
  env: NodeJS.ProcessEnv,
  version: string,
  uid: number | undefined = process.geteuid?.(),
): string | null {
  try {
    const all = join(homePaths(env).cache, 'compile-cache');
    const folder = join(all, version);
    if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) {
      // Checked first, so that nothing is made or removed by way of someone else's link.
      const made = mkdirSync(all, { recursive: true, mode: 0o700 });
      if (!isOwnFolder(all, uid)) return null;
      if (made === undefined) removeOthers(all, version);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
    }
    return isOwnFolder(all, uid) && isOwnFolder(folder, uid) && holdsOnlyOwn(folder, uid) ? folder : null;
  } catch {
    return null;
  }
}

/** Removes the code of other versions: each is some megabytes, and nothing else ever would. */
function removeOthers(folder: string, version: string): void {
  for (const name of readdirSync(folder)) {
    if (name !== version) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** Whether a path is a real folder of this user, in which nobody else can read, write or replace anything. */
function isOwnFolder(path: string, uid: number | undefined): boolean {
  const found = lstatSync(path);
  if (!found.isDirectory()) return false;
  if (uid === undefined) return true;
  return found.uid === uid && (found.mode & FOR_OTHERS) === 0 && isGuarded(dirname(path), uid, MOST_LINKS);
}

/**
 * Whether every file and folder in a folder is a real one of this user that nobody else can write to: files
 * put there while the folder stood open, or copied along with it, would run as well.
 */
function holdsOnlyOwn(folder: string, uid: number | undefined): boolean {
  return readdirSync(folder).every((name) => {
    const path = join(folder, name);
    const found = lstatSync(path, { throwIfNoEntry: false });
    // Another run of the program has just renamed its temporary file.
    if (found === undefined) return true;
    if (!found.isFile() && !found.isDirectory()) return false;
    const isOwn = uid === undefined || (found.uid === uid && (found.mode & WRITABLE_BY_OTHERS) === 0);
    return isOwn && (found.isFile() || holdsOnlyOwn(path, uid));
  });
}

/**
 * Whether only this user and root can change the target of a path: every folder and link on the way is
 * theirs, and no one else may write to those folders (as sshd's StrictModes asks). In a sticky folder, as the
 * temporary one is, others may make files but not replace what is not theirs. A group with the user's own
 * number is taken for the private group that many systems give each user.
 */
function isGuarded(path: string, uid: number, links: number): boolean {
  const found = lstatSync(path);
  if (found.uid !== uid && found.uid !== 0) return false;
  const above = dirname(path);
  if (above !== path && !isGuarded(above, uid, links)) return false;
  if (found.isSymbolicLink()) {
    return links > 0 && isGuarded(resolve(above, readlinkSync(path)), uid, links - 1);
  }
  const writable = (found.gid === uid ? 0 : WRITABLE_BY_GROUP) | WRITABLE_BY_ALL;
  return (found.mode & writable) === 0 || (found.mode & STICKY) !== 0;
}
