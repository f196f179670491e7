import { asFailure } from '../../failure.ts';
import type { Archive } from '../types.ts';
import { openArchive } from './archive.ts';
import { borrowArchive } from './temporary-copy.ts';

interface OpenedArchive {
  readonly archive: Archive;
  readonly isCopy: boolean;
  readonly warning: 'archive.unwritable' | 'archive.full' | null;
}

/**
 * Opens the archive, or a copy elsewhere of one that cannot be written. On a full disk the archive itself is
 * read, since there may soon be room; only one that first has to be brought up to date is copied, and that of
 * the sample edition, which need not be kept.
 */
export function openOrCopy(file: string, now: () => number, isSample: boolean): OpenedArchive {
  let archive: Archive;
  try {
    archive = openArchive(file, now);
  } catch (error) {
    const copy = asFailure(error).code === 'disk-full' ? borrowArchive(file, now) : null;
    if (copy === null) throw error;
    return { archive: copy, isCopy: true, warning: 'archive.full' };
  }
  if (archive.mode === 'read-write') return { archive, isCopy: false, warning: null };
  if (archive.mode === 'full' && !isSample) return { archive, isCopy: false, warning: 'archive.full' };
  const copy = borrowArchive(file, now);
  if (copy !== null) archive.close();
  const warning = archive.mode === 'full' ? 'archive.full' : 'archive.unwritable';
  return { archive: copy ?? archive, isCopy: true, warning };
}
