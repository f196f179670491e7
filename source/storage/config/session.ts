/** The section and headline at which the full screen was left: `session.json` beside the settings. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureFolder, writeWhole } from '../files/files.ts';
import { fields, line, parseJson } from '../files/stored-json.ts';

/** The place in the full screen that is kept from one run to the next. */
export interface KeptSession {
  /** The section's feed name. */
  readonly section: string;
  /** The selected headline's id; null at the very top of the list. */
  readonly id: string | null;
  /** The selected headline's row on the screen; null in a list whose top was in sight. */
  readonly row: number | null;
  readonly unreadOnly: boolean;
  /** Earlier searches, the newest first. */
  readonly searches: readonly string[];
  /** Command lines that articles were piped to, the newest first. */
  readonly commands: readonly string[];
}

export interface SessionStore {
  /** Null if nothing is kept, or nothing readable. */
  read(): KeptSession | null;
  /**
   * Writes the session if it differs from the one written last. If it cannot be written, the next start does
   * not restore it.
   */
  write(session: KeptSession): void;
}

/** The greatest row, and the most searches or commands, that are read from a file. */
const MOST_ROWS = 1000;
const MOST_ENTERED = 50;

export function openSession(folder: string): SessionStore {
  const file = join(folder, 'session.json');
  let last = '';
  return {
    read() {
      try {
        last = readFileSync(file, 'utf8');
      } catch {
        return null;
      }
      return readSession(parseJson(last));
    },
    write(session) {
      const text = `${JSON.stringify(session)}\n`;
      if (text === last) return;
      try {
        ensureFolder(folder);
        // The flush would wait for that of the bookmarks, and a key for both.
        writeWhole(file, text, { isFlushed: false });
        last = text;
      } catch {
        // A full or read-only disk is reported when something is lost by it.
      }
    },
  };
}

function readSession(value: unknown): KeptSession | null {
  const kept = fields(value);
  if (kept === null || line(kept.section) === '') return null;
  const { row } = kept;
  const isRow = typeof row === 'number' && Number.isInteger(row) && row >= 0 && row <= MOST_ROWS;
  return {
    section: line(kept.section),
    id: line(kept.id) || null,
    row: isRow ? row : null,
    unreadOnly: kept.unreadOnly === true,
    searches: linesOf(kept.searches),
    commands: linesOf(kept.commands),
  };
}

const linesOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [])
    .map(line)
    .filter((entered) => entered !== '')
    .slice(0, MOST_ENTERED);
