import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { openArchive } from '../../source/storage/archive/archive.ts';
import type { Archive, Quarantining } from '../../source/storage/types.ts';
import { NOON } from './samples.ts';

const opened: (() => void)[] = [];
const homes: string[] = [];

afterEach(() => {
  for (const close of opened.splice(0)) close();
  for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true });
});

/** A folder of its own for a test, gone after it. */
export function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'donga-tui-'));
  homes.push(home);
  return home;
}

/** The archive of a home, closed after the test. */
export function archiveIn(home: string): Archive {
  const archive = openArchive(join(home, 'archive.db'), () => NOON);
  opened.push(archive.close);
  return archive;
}

/** The name a store's damaged file is kept under; null if nothing was damaged so far. */
export function setAsideBy(store: Quarantining): string | null {
  let last: string | null = null;
  store.onSetAside((name) => {
    last = name;
  });
  return last;
}
