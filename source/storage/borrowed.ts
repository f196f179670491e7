import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openArchive } from './archive.ts';
import type { Archive } from './types.ts';

/**
 * A copy of an archive that cannot be written, for as long as the program runs: the reader goes on reading, new
 * headlines and all, and nothing of it is kept. Null where there is no room for a copy either.
 */
export function borrowArchive(file: string, now: () => number): Archive | null {
  try {
    const folder = mkdtempSync(join(tmpdir(), 'donga-tui-'));
    const discard = (): void => rmSync(folder, { recursive: true, force: true });
    process.once('exit', discard);
    const copy = join(folder, 'archive.db');
    for (const end of ['', '-wal']) {
      if (existsSync(file + end)) copyFileSync(file + end, copy + end);
    }
    const archive = openArchive(copy, now);
    return {
      ...archive,
      close: () => {
        archive.close();
        process.off('exit', discard);
        discard();
      },
    };
  } catch {
    return null;
  }
}
