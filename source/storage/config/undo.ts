/** Changes that can be taken back, also after a restart: `undo.json` beside the settings. Losing it loses no more than that. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DAY } from '../../clock.ts';
import type { Bookmark } from '../../model.ts';
import { WORD_LISTS, type WordList } from '../../watch-words.ts';
import { ensureFolder, writeWhole } from '../files/files.ts';
import { lockedSync } from '../files/lock.ts';
import { type Fields, fields, line, lines, parseJson, readBookmark, text } from '../files/stored-json.ts';

/** The parts of a bookmark that an edit may have changed. */
type Noted = Pick<Bookmark, 'note' | 'tags'>;

/** An act of a key, with what it takes to take it back. */
export type Undo =
  /** `read`: the mark that the articles had before. */
  | { readonly kind: 'read'; readonly ids: readonly string[]; readonly read: boolean }
  /** `savedAt`: by it, a bookmark that was removed and made again elsewhere is recognised. */
  | { readonly kind: 'bookmark'; readonly id: string; readonly savedAt: string }
  | { readonly kind: 'unbookmark'; readonly bookmark: Bookmark }
  | { readonly kind: 'edit'; readonly id: string; readonly before: Noted; readonly after: Noted }
  /** `listed`: the word was added; else removed. */
  | { readonly kind: 'word'; readonly list: WordList; readonly word: string; readonly listed: boolean }
  /** `apart`: the headline was taken out of its story; else put back. */
  | { readonly kind: 'apart'; readonly id: string; readonly apart: boolean };

interface DatedUndo {
  /** When it was done, in ms since the epoch. */
  readonly at: number;
  readonly change: Undo;
}

export interface UndoStore {
  /** The present time in ms, later than any returned before: an act's place among the others. */
  stamp(): number;
  /** Keeps a change by its stamp. */
  push(change: Undo, at: number): void;
  /**
   * Takes out the last change of this run or, if there is none, of any other; null for none. Changes older
   * than a day are gone.
   */
  pop(): DatedUndo | null;
}

/** The time for which a change can be taken back, in ms. */
const KEPT_FOR = DAY;
/**
 * The most changes that are kept, and the most articles they may name together: a section marked read names
 * all of its own.
 */
const MOST_CHANGES = 100;
const MOST_IDS = 20_000;

interface KeptUndo extends DatedUndo {
  /** The run of the program that made it: two readers may be open. */
  readonly run: string;
}

/**
 * Opens the changes in a folder; in memory alone for a folder of null. The file is read at the first change or undo, and
 * again each time: another reader may be open. A home that cannot be written keeps them as long as the program runs.
 */
export function openUndo(folder: string | null, now: () => number): UndoStore {
  const file = folder === null ? null : join(folder, 'undo.json');
  const run = `${process.pid} ${now()}`;
  let memory: readonly KeptUndo[] = [];
  let writable = file !== null;
  let last = Number.NEGATIVE_INFINITY;

  function read(): readonly KeptUndo[] {
    const kept = file !== null && writable ? entriesIn(file) : memory;
    // A clock that was set back leaves changes in the future; they are as good as new.
    return kept.filter(({ at }) => now() - at < KEPT_FOR);
  }

  function write(entries: readonly KeptUndo[]): void {
    memory = bounded(entries);
    if (folder === null || file === null || !writable) return;
    try {
      ensureFolder(folder);
      // The flush would wait for that of the change itself, and a key for both.
      writeWhole(file, `${JSON.stringify({ changes: memory })}\n`, { isFlushed: false });
    } catch {
      writable = false;
    }
  }

  /** Reads and writes while no other reader does, so that none of two acts at the same time is lost. */
  function alone<T>(act: () => T): T {
    if (folder === null || !writable) return act();
    try {
      ensureFolder(folder);
      return lockedSync(folder, act);
    } catch {
      writable = false;
      return act();
    }
  }

  return {
    stamp() {
      last = Math.max(now(), last + 1 / 1024);
      return last;
    },
    push: (change, at) =>
      alone(() => write([...read(), { at, run, change }].sort((one, other) => one.at - other.at))),
    pop: () =>
      alone(() => {
        const entries = read();
        const taken = entries.findLast((entry) => entry.run === run) ?? entries.at(-1);
        if (taken === undefined) return null;
        write(entries.filter((entry) => entry !== taken));
        return taken;
      }),
  };
}

/** The newest changes, as many as are kept. The last one is, however many articles it names. */
function bounded(entries: readonly KeptUndo[]): readonly KeptUndo[] {
  const kept: KeptUndo[] = [];
  let ids = 0;
  for (const entry of entries.slice(-MOST_CHANGES).reverse()) {
    ids += entry.change.kind === 'read' ? entry.change.ids.length : 1;
    if (ids > MOST_IDS && kept.length > 0) break;
    kept.unshift(entry);
  }
  return kept;
}

function entriesIn(file: string): readonly KeptUndo[] {
  let written: string;
  try {
    written = readFileSync(file, 'utf8');
  } catch {
    return [];
  }
  const changes = fields(parseJson(written))?.changes;
  return (Array.isArray(changes) ? changes : []).flatMap((value) => {
    const entry = fields(value);
    const change = fields(entry?.change);
    const read = change === null ? null : readChange(change);
    return read === null || typeof entry?.at !== 'number'
      ? []
      : [{ at: entry.at, run: line(entry.run), change: read }];
  });
}

function readChange(change: Fields): Undo | null {
  const id = line(change.id);
  switch (change.kind) {
    case 'read': {
      const ids = lines(change.ids);
      return ids.length > 0 && typeof change.read === 'boolean'
        ? { kind: 'read', ids, read: change.read }
        : null;
    }
    case 'bookmark':
      return id === '' ? null : { kind: 'bookmark', id, savedAt: line(change.savedAt) };
    case 'apart':
      return id === '' ? null : { kind: 'apart', id, apart: change.apart === true };
    case 'edit': {
      const [before, after] = [readNoted(change.before), readNoted(change.after)];
      return id === '' || before === null || after === null ? null : { kind: 'edit', id, before, after };
    }
    case 'word': {
      const list = WORD_LISTS.find((name) => name === change.list);
      const word = line(change.word);
      return list === undefined || word === ''
        ? null
        : { kind: 'word', list, word, listed: change.listed === true };
    }
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

function readNoted(value: unknown): Noted | null {
  const noted = fields(value);
  return noted === null ? null : { note: text(noted.note), tags: lines(noted.tags) };
}
