/**
 * The bookmarks' file as bytes in which the place of each entry is known, so that one of 10,000 is read or
 * changed without the others being parsed. The places are found by the file's own layout, JSON with a tab for
 * each level (`JSON.stringify` with `'\t'`): a line break is never inside a JSON string, so that the tabs
 * behind one show the level.
 */
import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { readRoomy } from '../../files/files.ts';
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

/** Finds the entries; null for bytes with another layout, and for visibly damaged ones. */
export function sliced(bytes: Buffer): Slices | null {
  const head = bytes.indexOf(HEAD);
  if (head < 0 || !isUtf8(bytes) || bytes.includes(0)) return null;
  const inside = head + HEAD.length;
  const tail = bytes.indexOf(TAIL, inside);
  if (tail < 0) return null;
  const rest = fields(
    parseJson(bytes.toString('utf8', 0, inside).replace(/^\uFEFF/, '') + bytes.toString('utf8', tail)),
  );
  if (rest === null) return null;
  const at = new Map<string, number>();
  const starts: number[] = [];
  const ends: number[] = [];
  for (let next = bytes.indexOf(BEGINS, inside); next >= 0 && next < tail; ) {
    const start = next + BREAK.length;
    next = bytes.indexOf(BEGINS, start);
    const isLast = next < 0 || next > tail;
    // A comma parts it from the next one.
    const end = isLast ? tail : next - 1;
    if (!isLast && bytes[end] !== COMMA) return null;
    const id = idAt(bytes, start);
    if (id === null || at.has(id)) return null;
    at.set(id, starts.length);
    starts.push(start);
    ends.push(end);
  }
  return starts[0] === inside + BREAK.length
    ? { at, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends), rest }
    : null;
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

/** The bytes of a file with some entries changed (undefined: removed), new ones at the end, and another rest. */
export function changedFile(
  bytes: Buffer | null,
  { at, starts, ends }: Pick<Slices, 'at' | 'starts' | 'ends'>,
  changes: ReadonlyMap<string, unknown>,
  rest: Fields,
): { bytes: Buffer; slices: Slices } {
  const pieces: Buffer[] = [];
  const ids: string[] = [];
  const places: [start: number, end: number][] = [];
  let length = 0;
  const put = (piece: Buffer): void => {
    pieces.push(piece);
    length += piece.length;
  };
  const { head, tail } = outside(rest);
  put(Buffer.from(head));
  const begin = (): void => put(Buffer.from(ids.length === 0 ? BREAK : `,${BREAK}`));
  /** Entries of the old file, from one to before another, that stay as they are. */
  const keep = (names: readonly string[], from: number): void => {
    if (names.length === 0) return;
    begin();
    const moved = length - starts[from]!;
    names.forEach((name, index) => {
      ids.push(name);
      places.push([starts[from + index]! + moved, ends[from + index]! + moved]);
    });
    put(bytes!.subarray(starts[from], ends[from + names.length - 1]));
  };
  const write = (id: string, value: unknown): void => {
    const text = entryText(id, value);
    if (text === null) return;
    begin();
    const piece = Buffer.from(text);
    ids.push(id);
    places.push([length, length + piece.length]);
    put(piece);
  };
  let kept: string[] = [];
  for (const [id, index] of at) {
    if (!changes.has(id)) {
      kept.push(id);
      continue;
    }
    keep(kept, index - kept.length);
    kept = [];
    write(id, changes.get(id));
  }
  keep(kept, at.size - kept.length);
  for (const [id, value] of changes) if (!at.has(id)) write(id, value);
  put(Buffer.from((ids.length === 0 ? '' : TAIL.slice(0, -1)) + tail));
  const file = Buffer.allocUnsafeSlow(length);
  let end = 0;
  for (const piece of pieces) end += piece.copy(file, end);
  return {
    bytes: file,
    slices: {
      at: new Map(ids.map((id, index) => [id, index])),
      starts: Uint32Array.from(places, ([start]) => start),
      ends: Uint32Array.from(places, ([, stop]) => stop),
      rest,
    },
  };
}

/** The bytes before the entries, and those from the bracket behind them on. */
function outside(rest: Fields): { head: string; tail: string } {
  const whole = JSON.stringify({ ...rest, bookmarks: {} }, undefined, '\t');
  const outer = whole.indexOf(`${HEAD}}`) + HEAD.length;
  return { head: whole.slice(0, outer), tail: whole.slice(outer) };
}

/** The most changes that are made in place: each moves the bytes behind it. */
const FEW = 8;

/**
 * The same in the bytes themselves, without a copy; null if they have no room for it, or for many changes.
 * Afterwards the bytes are no longer those of the old file.
 */
export function changedInPlace(
  before: Buffer,
  slices: Slices,
  changes: ReadonlyMap<string, unknown>,
  rest: Fields,
): { bytes: Buffer; slices: Slices } | null {
  const { head, tail } = outside(rest);
  const texts = [...changes].map(([id, value]) => [id, entryText(id, value)] as const);
  const [lead, trail] = [Buffer.from(head), Buffer.from(TAIL.slice(0, -1) + tail)];
  const needed = texts.reduce(
    (sum, [, text]) => sum + 3 * (text?.length ?? 0) + 4,
    lead.length + trail.length,
  );
  const room = before.buffer.byteLength - before.byteOffset - before.length;
  const gone = texts.filter(([id, text]) => text === null && slices.at.has(id)).length;
  if (changes.size > FEW || needed > room || gone >= slices.at.size) return null;
  const whole = Buffer.from(before.buffer, before.byteOffset, before.length + room);
  let { length } = before;
  const ids = [...slices.at.keys()];
  const [starts, ends] = [[...slices.starts], [...slices.ends]];
  const splice = (from: number, to: number, text: Buffer): void => {
    whole.copyWithin(from + text.length, to, length);
    text.copy(whole, from);
    const longer = text.length - (to - from);
    length += longer;
    for (let index = starts.length - 1; index >= 0 && ends[index]! >= to; index -= 1) {
      ends[index]! += longer;
      if (starts[index]! >= to) starts[index]! += longer;
    }
  };
  splice(ends.at(-1)!, length, trail);
  ends[ends.length - 1] = length - trail.length;
  for (const [id, text] of texts) {
    const index = slices.at.has(id) ? ids.indexOf(id) : -1;
    if (index < 0) {
      if (text === null) continue;
      const end = ends.at(-1)!;
      const piece = Buffer.from(`,${BREAK}${text}`);
      splice(end, end, piece);
      ends[ends.length - 1] = end;
      ids.push(id);
      starts.push(end + 1 + BREAK.length);
      ends.push(end + piece.length);
    } else if (text === null) {
      const isLast = index === ids.length - 1;
      const [from, to] = isLast ? [ends[index - 1]!, ends[index]!] : [starts[index]!, starts[index + 1]!];
      for (const list of [ids, starts, ends]) list.splice(index, 1);
      splice(from, to, Buffer.alloc(0));
      if (isLast) ends[index - 1] = from;
    } else {
      const [start, piece] = [starts[index]!, Buffer.from(text)];
      splice(start, ends[index]!, piece);
      starts[index] = start;
      ends[index] = start + piece.length;
    }
  }
  splice(0, starts[0]! - BREAK.length, lead);
  const at =
    gone === 0 && ids.length === slices.at.size ? slices.at : new Map(ids.map((id, index) => [id, index]));
  return {
    bytes: whole.subarray(0, length),
    slices: { at, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends), rest },
  };
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

/** Reads all of a file, or a part of it, if it is still in some state. @throws StaleEntries, the disk's errors */
export function readState(file: string, state: string, part?: readonly [start: number, end: number]): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    if (stateOf(descriptor) !== state) throw new StaleEntries(file);
    if (part === undefined) return readRoomy(descriptor);
    const bytes = Buffer.allocUnsafe(part[1] - part[0]);
    if (readSync(descriptor, bytes, 0, bytes.length, part[0]) < bytes.length) throw new StaleEntries(file);
    return bytes;
  } finally {
    closeSync(descriptor);
  }
}

/** Gives a large buffer's memory back at once: V8 collects memory outside its heap late. */
export function release(bytes: Buffer): void {
  const { buffer, byteLength } = bytes;
  // A small one shares its memory with others.
  if (byteLength > buffer.byteLength / 2 && byteLength > Buffer.poolSize && buffer instanceof ArrayBuffer)
    buffer.transfer(0);
}
