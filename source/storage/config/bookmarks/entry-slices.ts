/**
 * The bookmarks' file as bytes in which the place of each entry is known, so that one of 10,000 is read or
 * changed without the others being parsed, and 12 MB never stand in memory. The places are found by the file's
 * own layout, JSON with a tab for each level (`JSON.stringify` with `'\t'`): a line break is never inside a JSON
 * string, so that the tabs behind one show the level.
 */
import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { type Fields, fields, parseJson } from '../../files/stored-json.ts';
import { DamagedEntry, StaleEntries } from '../conf-file.ts';

const HEAD = '\n\t"bookmarks": {';
const BREAK = '\n\t\t';
const TAIL = '\n\t}';
const BEGINS = Buffer.from(`${BREAK}"`);

/** The places of entries in a file's bytes; ids are in the file's order. */
export interface Slices {
  readonly at: ReadonlyMap<string, number>;
  /** The beginning and the end of each entry, `"id": value`. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** All of the file but its entries. */
  readonly rest: Fields;
}

/** Bytes that are read from any place on; returns how many came. */
export type ByteSource = (into: Uint8Array, from: number) => number;

/** How many bytes are read at a time, into the same memory: fresh memory costs more than the reading. */
const WINDOW = 64 * 1024;

/**
 * A part of a file in memory. `from` gives the bytes from a place on, at least so many but at the file's end;
 * `between` those of a range, and throws StaleEntries if the file is shorter. They are valid until the next call.
 */
export function openWindow(source: ByteSource, size = WINDOW) {
  let memory = Buffer.allocUnsafeSlow(size);
  let begin = 0;
  let length = 0;
  function from(place: number, many = size): Buffer {
    if (memory.length < many) memory = Buffer.allocUnsafeSlow(many);
    begin = place;
    length = source(memory, place);
    return memory.subarray(0, length);
  }
  return {
    from,
    between(start: number, end: number): Buffer {
      if (start < begin || end > begin + length) from(start, end - start);
      if (end > begin + length) throw new StaleEntries();
      return memory.subarray(start - begin, end - begin);
    },
  };
}

const isText = (bytes: Buffer): boolean => isUtf8(bytes) && !bytes.includes(0);

/** Finds the entries; null for bytes with another layout, and for visibly damaged ones. */
export function sliced(source: ByteSource): Slices | null {
  const window = openWindow(source);
  let bytes = window.from(0);
  const head = bytes.indexOf(HEAD);
  let place = head + HEAD.length;
  if (head < 0 || !isText(bytes.subarray(0, place))) return null;
  const before = bytes.toString('utf8', 0, place).replace(/^\uFEFF/, '');
  const at = new Map<string, number>();
  const starts: number[] = [];
  const ends: number[] = [];
  for (let many = WINDOW; ; ) {
    bytes = window.from(place, many);
    const tail = bytes.indexOf(TAIL);
    let entry = 0;
    if (bytes.indexOf(BEGINS) !== entry) return null;
    for (let next = 0; next >= 0; ) {
      next = bytes.indexOf(BEGINS, entry + 1);
      const isLast = tail >= 0 && (next < 0 || next > tail);
      if (next < 0 && !isLast) break;
      // A comma parts it from the next one.
      const end = isLast ? tail : next - 1;
      if (!isLast && bytes[end] !== COMMA) return null;
      const id = idAt(bytes, entry + BREAK.length);
      if (id === null || at.has(id)) return null;
      at.set(id, starts.length);
      starts.push(place + entry + BREAK.length);
      ends.push(place + end);
      if (isLast) {
        const rest = isText(bytes.subarray(0, tail)) ? restOf(before, source, place + tail) : null;
        return rest && { at, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends), rest };
      }
      entry = next;
    }
    if (!isText(bytes.subarray(0, entry))) return null;
    // An entry that is larger than the window; at the file's end there is no more of it.
    if (entry === 0 && bytes.length < many) return null;
    many = entry === 0 ? many * 2 : WINDOW;
    place += entry;
  }
}

/** The fields of what stands before the entries and from their end on. */
function restOf(before: string, source: ByteSource, tail: number): Fields | null {
  for (let many = WINDOW; ; many *= 2) {
    const bytes = openWindow(source).from(tail, many);
    if (bytes.length < many) return isText(bytes) ? fields(parseJson(before + bytes.toString())) : null;
  }
}

const [COMMA, QUOTE, BACKSLASH] = [44, 34, 92];

function idAt(bytes: Buffer, start: number): string | null {
  let end = start + 1;
  let isPlain = true;
  for (; bytes[end] !== QUOTE && end < bytes.length; end += 1) {
    if (bytes[end] === BACKSLASH) end += 1;
    if (bytes[end] === BACKSLASH || bytes[end]! > 0x7e || bytes[end - 1] === BACKSLASH) isPlain = false;
  }
  if (bytes[end + 1] !== COLON) return null;
  if (isPlain) return bytes.toString('latin1', start + 1, end);
  const id = parseJson(bytes.toString('utf8', start, end + 1));
  return typeof id === 'string' ? id : null;
}

const COLON = 58;

/** Parses an entry. @throws DamagedEntry */
export function parseEntry(id: string, entry: Buffer): unknown {
  const parsed = fields(parseJson(`{${entry.toString('utf8')}}`));
  // More than the one key would be an entry that the layout does not show.
  if (parsed === null || Object.keys(parsed).length !== 1) throw new DamagedEntry(id);
  return parsed[id];
}

/** Bytes to be written, and where entries stand in them. */
export interface ChangedFile {
  readonly slices: Slices;
  /** The bytes in pieces, each to be used before the next is asked for. @throws StaleEntries */
  pieces(source: ByteSource): Generator<Uint8Array, void>;
}

/** A file with some entries changed (undefined: removed), new ones at the end, and another rest. */
export function changedFile(
  { at, starts, ends }: Pick<Slices, 'at' | 'starts' | 'ends'>,
  changes: ReadonlyMap<string, unknown>,
  rest: Fields,
): ChangedFile {
  /** New bytes, and ranges of the old file. */
  const pieces: (Buffer | [start: number, end: number])[] = [];
  const own = {
    starts: new Uint32Array(at.size + changes.size),
    ends: new Uint32Array(at.size + changes.size),
  };
  const places = new Map<string, number>();
  const place = (id: string, start: number, end: number): void => {
    own.starts[places.size] = start;
    own.ends[places.size] = end;
    places.set(id, places.size);
  };
  let length = 0;
  let fresh = '';
  const flush = (): void => {
    if (fresh !== '') pieces.push(Buffer.from(fresh));
    fresh = '';
  };
  const put = (text: string): void => {
    fresh += text;
    length += Buffer.byteLength(text);
    if (fresh.length > WINDOW) flush();
  };
  const { head, tail } = outside(rest);
  put(head);
  const begin = (): void => put(places.size === 0 ? BREAK : `,${BREAK}`);
  /** Entries of the old file, from one to before another, that stay as they are. */
  const keep = (names: readonly string[], from: number): void => {
    if (names.length === 0) return;
    begin();
    flush();
    const [start, end] = [starts[from]!, ends[from + names.length - 1]!];
    const moved = length - start;
    names.forEach((name, index) => {
      place(name, starts[from + index]! + moved, ends[from + index]! + moved);
    });
    pieces.push([start, end]);
    length += end - start;
  };
  const write = (id: string, value: unknown): void => {
    const text = entryText(id, value);
    if (text === null) return;
    begin();
    const start = length;
    put(text);
    place(id, start, length);
  };
  let kept: string[] = [];
  // A pair made for each of 10,000 would be a megabyte of garbage.
  at.forEach((index, id) => {
    if (!changes.has(id)) {
      kept.push(id);
      return;
    }
    keep(kept, index - kept.length);
    kept = [];
    write(id, changes.get(id));
  });
  keep(kept, at.size - kept.length);
  for (const [id, value] of changes) if (!at.has(id)) write(id, value);
  put((places.size === 0 ? '' : TAIL.slice(0, -1)) + tail);
  flush();
  return {
    slices: {
      at: places,
      starts: own.starts.subarray(0, places.size),
      ends: own.ends.subarray(0, places.size),
      rest,
    },
    *pieces(source) {
      const window = openWindow(source);
      for (const piece of pieces) {
        if (Buffer.isBuffer(piece)) yield piece;
        else {
          const [start, end] = piece;
          for (let from = start; from < end; from += WINDOW)
            yield window.between(from, Math.min(from + WINDOW, end));
        }
      }
    },
  };
}

/** The bytes before the entries, and those from the bracket behind them on. */
function outside(rest: Fields): { head: string; tail: string } {
  const whole = JSON.stringify({ ...rest, bookmarks: {} }, undefined, '\t');
  const outer = whole.indexOf(`${HEAD}}`) + HEAD.length;
  return { head: whole.slice(0, outer), tail: whole.slice(outer) };
}

/** An entry as the file has it, on the second level; null for a value that JSON cannot write. */
function entryText(id: string, value: unknown): string | null {
  const [before, after] = [`{${HEAD}${BREAK}`, `${TAIL}\n}`];
  const text = JSON.stringify({ bookmarks: { [id]: value } }, undefined, '\t');
  return text.startsWith(before) ? text.slice(before.length, -after.length) : null;
}

/** Identifies a file's state, as `fileState` does of a name. */
function stateOf(descriptor: number): string {
  const { ino, size, mtimeNs } = fstatSync(descriptor, { bigint: true });
  return `${ino}-${size}-${mtimeNs}`;
}

/** An open file as a source. */
export const sourceOf =
  (descriptor: number): ByteSource =>
  (into, from) => {
    let length = 0;
    for (let read = -1; read !== 0 && length < into.length; length += read)
      read = readSync(descriptor, into, length, into.length - length, from + length);
    return length;
  };

/** Reads from a file while it is in some state. @throws StaleEntries, the disk's errors */
export function* reading<T>(
  file: string,
  state: string,
  act: (source: ByteSource) => Iterable<T>,
): Generator<T, void> {
  const descriptor = openSync(file, 'r');
  try {
    if (stateOf(descriptor) !== state) throw new StaleEntries(file);
    yield* act(sourceOf(descriptor));
  } finally {
    closeSync(descriptor);
  }
}
