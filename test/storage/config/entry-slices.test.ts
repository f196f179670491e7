import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openBookmarks } from '../../../source/storage/config/bookmarks/bookmarks.ts';
import {
  type ByteSource,
  changedFile,
  parseEntry,
  type Slices,
  sliced as slicedFrom,
} from '../../../source/storage/config/bookmarks/entry-slices.ts';
import fc from '../../support/fast-check.ts';
import { newHome, setAsideBy } from '../home.ts';
import { bookmark, idsOf } from '../samples.ts';

const asFile = (bookmarks: object, rest: object = {}): string =>
  JSON.stringify({ version: 1, bookmarks, tombstones: {}, ...rest }, undefined, '\t');

const sourceOf =
  (bytes: Buffer): ByteSource =>
  (into, from) =>
    bytes.copy(into, 0, from);
const sliced = (bytes: Buffer): Slices | null => slicedFrom(sourceOf(bytes));

/** The contents of a file's bytes by its slices. */
function read(bytes: Buffer): Record<string, unknown> | null {
  const slices = sliced(bytes);
  if (slices === null) return null;
  const entries = [...slices.at].map(([id, index]) => [
    id,
    parseEntry(id, bytes.subarray(slices.starts[index], slices.ends[index])),
  ]);
  return { ...slices.rest, bookmarks: Object.fromEntries(entries) };
}

// Without quotes and backslashes: Node 24's JSON.parse now and then takes a key `"` for `\\`, which the two ways would differ by.
const key = fc
  .oneof(
    fc.string(),
    fc.integer({ min: 0 }).map(String),
    fc.constantFrom('\n\t\t', '__proto__', 'bookmarks', '한글', '\n\t}', ','),
  )
  .map((text) => text.replaceAll(/["\\]/g, '.'));
const entries = fc.dictionary(
  key,
  fc.oneof(fc.jsonValue(), fc.constantFrom('\n\t\t"1": {', { a: { b: [] } })),
  {
    minKeys: 1,
  },
);

describe('a bookmarks file that is read entry by entry', () => {
  it('has the same contents as by JSON.parse, with any keys and values', () => {
    fc.assert(
      fc.property(entries, fc.jsonValue(), (list, later) => {
        const text = asFile(list, { later });
        expect(read(Buffer.from(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('is read in parts, whatever stands where one ends', () => {
    const long = (length: number) => ({ title: '가'.repeat(length), list: ['\n\t\t"', 1] });
    // Of some 64 kB at a time, entries of every length come to stand across an end; one is larger than four of them.
    for (const list of [
      Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`a${at}`, long(at)])),
      { a: long(90_000), b: long(1), c: long(21_800), d: long(21_900), e: long(43_000) },
    ]) {
      for (let shift = 0; shift < 8; shift += 1) {
        const text = asFile(list, { later: '나'.repeat(shift) }).replace(
          '"version": 1',
          `"version": ${10 ** (3 * shift)}`,
        );
        expect(read(Buffer.from(text))).toEqual(JSON.parse(text));
        expect(sliced(Buffer.from(text.slice(0, text.lastIndexOf('\n\t}'))))).toBeNull();
      }
    }
  });

  it('has after each change the contents of a file written as a whole', () => {
    fc.assert(
      fc.property(
        entries,
        fc.array(fc.tuple(key, fc.option(fc.jsonValue(), { nil: undefined }))),
        (list, all) => {
          let bytes: Buffer = Buffer.from(asFile(list));
          let slices = sliced(bytes);
          const expected = new Map(Object.entries(list));
          for (const [id, value] of all) {
            if (value === undefined) expected.delete(id);
            else expected.set(id, value);
            const change = new Map([[id, value]]);
            const rest = { ...slices!.rest, later: id };
            const changed = changedFile(slices!, change, rest);
            // A piece is valid until the next one.
            bytes = Buffer.concat(Array.from(changed.pieces(sourceOf(bytes)), (piece) => Buffer.from(piece)));
            slices = changed.slices;
            const parsed = JSON.parse(bytes.toString());
            expect(new Map(Object.entries(parsed.bookmarks))).toEqual(
              new Map(Object.entries(JSON.parse(JSON.stringify(Object.fromEntries(expected))))),
            );
            if (slices.at.size > 0) expect(sliced(bytes)).toEqual(slices);
          }
        },
      ),
    );
  });

  it('is not read so if it has another layout, was cut off, or has bytes that are not text', () => {
    const text = asFile({ 1: bookmark('1'), 2: bookmark('2') });
    for (const other of [
      JSON.stringify(JSON.parse(text)),
      JSON.stringify(JSON.parse(text), undefined, 2),
      text.slice(0, -30),
      `${text}${text.slice(-40)}`,
      text.replace('\n\t\t"2"', ' \n\t\t"2"'),
      text.replace('"2": {', '"1": {'),
      text.replace('제목', '\0\0'),
    ]) {
      expect(sliced(Buffer.from(other)), other).toBeNull();
    }
    const torn = Buffer.from(text);
    torn[torn.indexOf('제')] = 0xff;
    expect(sliced(torn)).toBeNull();
  });

  it('is set aside, and its other entries kept, if an entry proves damaged only when it is read', async () => {
    const home = newHome();
    const bookmarks = openBookmarks(home);
    await Promise.all(['1', '2', '3'].map((id) => bookmarks.add(bookmark(id))));
    const file = join(home, 'bookmarks.json');
    const text = readFileSync(file, 'utf8');
    const damaged = text.replace(/("2": \{\s+"title": )"/, '$1');
    expect(damaged).not.toBe(text);
    writeFileSync(file, damaged);
    for (const act of [
      () => openBookmarks(home).list(),
      () => [openBookmarks(home).get('1'), openBookmarks(home).get('3')],
    ]) {
      expect(act()).toMatchObject([{ id: expect.any(String) }, { id: expect.any(String) }]);
    }
    const other = openBookmarks(home);
    await other.edit('2', { note: '둘' });
    expect(readFileSync(join(home, setAsideBy(other)!), 'utf8')).toBe(damaged);
    await other.edit('3', { note: '셋' });
    expect(idsOf(openBookmarks(home).list()).sort()).toEqual(['1', '3']);
    expect(openBookmarks(home).get('3')).toMatchObject({ note: '셋' });
  });

  it('is read again if another process has replaced it after its places were found', async () => {
    const home = newHome();
    const [one, other] = [openBookmarks(home), openBookmarks(home)];
    await one.add(bookmark('1'));
    expect(other.ids()).toEqual(new Set(['1']));
    await one.add(bookmark('2', { title: '둘째' }));
    await one.remove(['1'], '2026-11-21T08:00:00+09:00');
    expect(other.get('2')).toMatchObject({ title: '둘째' });
    expect(other.get('1')).toBeNull();
    await other.add(bookmark('3'));
    expect(idsOf(one.list()).sort()).toEqual(['2', '3']);
  });
});
