/** Changes that can be taken back, also after a restart: `undo.json` beside the settings. Losing it loses no more than that. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bookmark } from '../../model.ts';
import { ensureFolder, writeWhole } from '../files/files.ts';
import { type Fields, fields, line, parseJson, readBookmark } from '../files/stored-json.ts';

/** A change, in the form that takes it back. */
export type Undo =
  | { readonly kind: 'read'; readonly ids: readonly string[]; readonly read: boolean }
  | { readonly kind: 'bookmark'; readonly id: string }
  | { readonly kind: 'unbookmark'; readonly bookmark: Bookmark }
  | { readonly kind: 'apart'; readonly id: string };

export interface UndoStore {
  /** Keeps a change as the last one. */
  push(change: Undo): void;
  /** Takes the last change out that is not older than a day; null for none. */
  pop(): Undo | null;
}

/** The time for which a change can be taken back, in ms. */
const DAY = 24 * 3_600_000;
/**
 * The most changes that are kept, and the most articles they may name together: a section marked read names
 * all of its own.
 */
const MOST_CHANGES = 100;
const MOST_IDS = 20_000;

interface DatedUndo {
  /** When it was done, in ms since the epoch. */
  readonly at: number;
  readonly change: Undo;
}

/**
 * Opens the changes in a folder; in memory alone for a folder of null. The file is read at the first change or undo, and
 * again each time: another reader may be open. A home that cannot be written keeps them as long as the program runs.
 */
export function openUndo(folder: string | null, now: () => number): UndoStore {
  const file = folder === null ? null : join(folder, 'undo.json');
  let memory: readonly DatedUndo[] = [];
  let writable = file !== null;

  function read(): readonly DatedUndo[] {
    const kept = file !== null && writable ? entriesIn(file) : memory;
    // A clock that was set back leaves changes in the future; they are as good as new.
    return kept.filter(({ at }) => now() - at < DAY);
  }

  function write(entries: readonly DatedUndo[]): void {
    memory = bounded(entries);
    if (folder === null || file === null || !writable) return;
    try {
      ensureFolder(folder);
      writeWhole(file, `${JSON.stringify({ changes: memory })}\n`);
    } catch {
      writable = false;
    }
  }

  return {
    push: (change) => write([...read(), { at: now(), change }]),
    pop() {
      const entries = read();
      const last = entries.at(-1);
      if (last === undefined) return null;
      write(entries.slice(0, -1));
      return last.change;
    },
  };
}

/** The newest changes, as many as are kept. The last one is, however many articles it names. */
function bounded(entries: readonly DatedUndo[]): readonly DatedUndo[] {
  const kept: DatedUndo[] = [];
  let ids = 0;
  for (const entry of entries.slice(-MOST_CHANGES).reverse()) {
    ids += entry.change.kind === 'read' ? entry.change.ids.length : 1;
    if (ids > MOST_IDS && kept.length > 0) break;
    kept.unshift(entry);
  }
  return kept;
}

function entriesIn(file: string): readonly DatedUndo[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return [];
  }
  const changes = fields(parseJson(text))?.changes;
  return (Array.isArray(changes) ? changes : []).flatMap((value) => {
    const entry = fields(value);
    const change = fields(entry?.change);
    const read = change === null ? null : readChange(change);
    return read === null || typeof entry?.at !== 'number' ? [] : [{ at: entry.at, change: read }];
  });
}

function readChange(change: Fields): Undo | null {
  const id = line(change.id);
  switch (change.kind) {
    case 'read': {
      const ids = (Array.isArray(change.ids) ? change.ids : []).map(line).filter(Boolean);
      return ids.length > 0 && typeof change.read === 'boolean'
        ? { kind: 'read', ids, read: change.read }
        : null;
    }
    case 'bookmark':
    case 'apart':
      return id === '' ? null : { kind: change.kind, id };
    case 'unbookmark': {
      const bookmark = readBookmark(line(fields(change.bookmark)?.id), change.bookmark);
      return bookmark === null
        ? null
        : { kind: 'unbookmark', bookmark: { ...bookmark, read: true, bookmarked: false } };
    }
    default:
      return null;
  }
}
