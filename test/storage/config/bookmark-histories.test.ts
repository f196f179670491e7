import { describe, expect, it } from 'vitest';
import type { NewBookmark } from '../../../source/model.ts';
import {
  add,
  changeByReader,
  mergeAll,
  recordsIn,
  remove,
  takeAll,
} from '../../../source/storage/config/bookmarks/bookmark-list.ts';
import {
  bookmarkOf,
  isKept,
  join,
  tombstone,
} from '../../../source/storage/config/bookmarks/bookmark-record.ts';
import { type BookmarkDraft, bookmarkForm } from '../../../source/storage/config/bookmarks/bookmark-store.ts';
import { fullerText, readContents, writeBookmark } from '../../../source/storage/config/folder/contents.ts';
import type { BookmarkRecord } from '../../../source/storage/kept-types.ts';
import fc from '../../support/fast-check.ts';
import { runs, tell } from '../../support/fuzz.ts';
import { article, bookmark } from '../samples.ts';

/** A machine's state: its list, its copy of the folder, and a clock that may be wrong. */
interface Machine {
  readonly list: BookmarkDraft;
  readonly folder: Map<string, string>;
  readonly skew: number;
}

const IDS = ['1', '2', '3'];
const NOTES = ['', '가', '나\n\n가', '다', '경제 전망', '경제'];
const TAGS = ['ㄱ', 'ㄴ', '2026', '__proto__'];

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('add' as const),
      machine: fc.nat(2),
      id: fc.constantFrom(...IDS),
      title: fc.constantFrom('제목', '고친 제목'),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('note' as const),
      machine: fc.nat(2),
      id: fc.constantFrom(...IDS),
      note: fc.constantFrom(...NOTES),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('tags' as const),
      machine: fc.nat(2),
      id: fc.constantFrom(...IDS),
      tags: fc.uniqueArray(fc.constantFrom(...TAGS)),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('remove' as const),
      machine: fc.nat(2),
      id: fc.constantFrom(...IDS),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('import' as const),
      machine: fc.nat(2),
      id: fc.constantFrom(...IDS),
      note: fc.constantFrom(...NOTES),
    }),
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('share' as const), machine: fc.nat(2) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('carry' as const),
      machine: fc.nat(2),
      to: fc.nat(2),
      how: fc.constantFrom('copy' as const, 'markers' as const, 'over' as const),
    }),
  },
);

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const MONDAY = Date.parse('2026-11-16T09:00:00Z');

/**
 * The work of `shareBookmarks` on the disk: the folder's records into the list, then the list into the
 * folder.
 */
function share({ list, folder }: Machine): void {
  const read = new Map<string, BookmarkRecord>();
  for (const text of folder.values()) {
    const contents = readContents(text);
    if (contents.kind !== 'bookmark') throw new Error(`unreadable: ${text}`);
    const other = read.get(contents.record.id);
    read.set(contents.record.id, other === undefined ? contents.record : join(other, contents.record));
  }
  takeAll(list, [...read.values()]);
  folder.clear();
  for (const [id, record] of recordsIn(list)) {
    const there = read.get(id);
    folder.set(`${id}.json`, writeBookmark(there === undefined ? record : join(there, record)));
  }
}

/** The ways in which Syncthing, git and a hasty copy treat a file that both machines changed. */
function carry(from: Machine, to: Machine, how: 'copy' | 'markers' | 'over'): void {
  for (const [name, text] of from.folder) {
    const own = to.folder.get(name);
    if (own === undefined || own === text || how === 'over') to.folder.set(name, text);
    else if (how === 'copy')
      to.folder.set(name.replace('.json', ` (conflicted copy ${to.folder.size}).json`), text);
    else if (!own.includes('<<<<<<<')) {
      to.folder.set(name, `<<<<<<< HEAD\n${own}=======\n${text}>>>>>>> other\n`);
    }
  }
}

function act(machine: Machine, each: Step, now: number): void {
  const { list } = machine;
  const at = new Date(now + machine.skew + 9 * 3_600_000).toISOString().replace(/\.\d+Z$/, '+09:00');
  const has = 'id' in each && recordsIn(list).get(each.id)?.facts != null;
  if (each.kind === 'add') add(list, bookmark(each.id, { title: each.title, savedAt: at }), at);
  if (each.kind === 'import') mergeAll(list, [bookmark(each.id, { note: each.note })], at, true);
  if (each.kind === 'remove') remove(list, [each.id], at);
  if (each.kind === 'note' && has) changeByReader(list, each.id, { note: each.note }, at);
  if (each.kind === 'tags' && has) changeByReader(list, each.id, { tags: each.tags }, at);
}

const shown = (list: BookmarkDraft): (NewBookmark | null)[] =>
  [...recordsIn(list)].sort().map(([, record]) => bookmarkOf(record));

function play(count: number, skews: readonly number[], steps: readonly Step[]): Machine[] {
  const machines = skews
    .slice(0, count)
    .map((skew) => ({ list: bookmarkForm.draft(bookmarkForm.rebuild([])), folder: new Map(), skew }));
  steps.forEach((each, at) => {
    const machine = machines[each.machine % count]!;
    if (each.kind === 'share') share(machine);
    else if (each.kind === 'carry') {
      const to = machines[each.to % count]!;
      if (to !== machine) carry(machine, to, each.how);
    } else act(machine, each, MONDAY + at * 700);
  });
  return machines;
}

/** Every machine shares with every other until all have seen all. */
function settle(machines: readonly Machine[]): void {
  for (let round = 0; round < machines.length + 1; round += 1) {
    for (const machine of machines) {
      share(machine);
      for (const other of machines) if (other !== machine) carry(machine, other, 'copy');
    }
  }
  for (const machine of machines) share(machine);
}

const history = fc.tuple(
  fc.constantFrom(2, 3),
  fc.tuple(
    fc.constant(0),
    fc.integer({ min: -90_000, max: 90_000 }),
    fc.constantFrom(0, 3_600_000, -86_400_000),
  ),
  fc.array(step, { minLength: 5, maxLength: 30, size: 'max' }),
);

describe('machines that share a bookmarks folder', () => {
  it('end with the same bookmarks after any changes in any order', () => {
    let played = 0;
    let steps = 0;
    fc.assert(
      fc.property(history, ([count, skews, all]) => {
        const machines = play(count, skews, all);
        settle(machines);
        const [first, ...others] = machines.map(({ list }) => shown(list));
        for (const other of others) expect(other).toEqual(first);
        const folders = machines.map(({ folder }) => Object.fromEntries([...folder].sort()));
        for (const other of folders) expect(other).toEqual(folders[0]);
        played += 1;
        steps += all.length;
      }),
      runs(10_000, 300),
    );
    tell(`bookmarks folder: ${played} histories of two and three machines, ${steps} steps`);
  });

  it('lose no bookmark, note or tag of the last step, with any other machine’s clock wrong', () => {
    fc.assert(
      fc.property(history, fc.constantFrom(...IDS), ([count, skews, all], id) => {
        const machines = play(count, skews, all);
        settle(machines);
        const last = machines.at(-1)!;
        const at = '2026-11-17T00:00:00+09:00';
        add(last.list, bookmark(id), at);
        changeByReader(last.list, id, { note: '마지막 메모', tags: ['끝'] }, at);
        settle(machines);
        for (const { list } of machines) {
          expect(bookmarkOf(recordsIn(list).get(id)!)).toMatchObject({
            note: expect.stringContaining('마지막 메모'),
            tags: expect.arrayContaining(['끝']),
          });
        }
        remove(last.list, [id], at);
        settle(machines);
        for (const { list } of machines) expect(isKept(recordsIn(list).get(id)!)).toBe(false);
      }),
      runs(2000, 60),
    );
  });

  it('keep both notes and the tags of both if two changed a bookmark at once', () => {
    const [one, other] = play(2, [0, 0, 0], []) as [Machine, Machine];
    add(one.list, bookmark('1', { note: '처음', tags: ['가'] }), '2026-11-20T12:00:00+09:00');
    settle([one, other]);
    changeByReader(one.list, '1', { note: '집에서', tags: ['가', '나'] }, '2026-11-20T13:00:00+09:00');
    changeByReader(other.list, '1', { note: '일터에서', tags: ['다'] }, '2026-11-20T13:30:00+09:00');
    settle([one, other]);
    expect(shown(one.list)).toEqual(shown(other.list));
    expect(shown(one.list)[0]).toMatchObject({ note: '집에서\n\n일터에서', tags: ['나', '다'] });
  });

  it('keep a bookmark that one edited after the other had removed it, and lose it to a later removal', () => {
    const [one, other] = play(2, [0, 0, 0], []) as [Machine, Machine];
    add(one.list, bookmark('1', { note: '처음' }), '2026-11-20T12:00:00+09:00');
    settle([one, other]);
    remove(one.list, ['1'], '2026-11-20T13:00:00+09:00');
    changeByReader(other.list, '1', { tags: ['다시'] }, '2026-11-20T14:00:00+09:00');
    settle([one, other]);
    expect(shown(one.list)[0]).toMatchObject({ note: '처음', tags: ['다시'] });
    remove(one.list, ['1'], '2026-11-20T13:30:00+09:00');
    settle([one, other]);
    expect(shown(other.list)).toEqual([null]);
  });

  it('count an import as added now: an older removal elsewhere does not take it away', () => {
    const [one, other] = play(2, [0, 0, 0], []) as [Machine, Machine];
    add(one.list, bookmark('1'), '2026-11-20T12:00:00+09:00');
    settle([one, other]);
    remove(one.list, ['1'], '2026-11-20T13:00:00+09:00');
    mergeAll(
      other.list,
      [bookmark('1', { savedAt: '2026-11-01T12:00:00+09:00' })],
      '2026-11-20T14:00:00+09:00',
      true,
    );
    settle([one, other]);
    expect(shown(one.list)[0]).toMatchObject({ id: '1', savedAt: '2026-11-01T12:00:00+09:00' });
  });
});

describe('joining records', () => {
  const record = history.map(([count, skews, all]) => {
    const [machine] = play(count, skews, all);
    return recordsIn(machine!.list).get('1') ?? tombstone('1', '2026-11-16T18:00:00+09:00');
  });

  it('is commutative, associative and idempotent, and a written record is read back unchanged', () => {
    fc.assert(
      fc.property(record, record, record, (one, two, three) => {
        expect(join(one, two)).toEqual(join(two, one));
        expect(join(join(one, two), three)).toEqual(join(one, join(two, three)));
        const all = join(join(one, two), three);
        expect(join(all, one)).toEqual(all);
        expect(readContents(writeBookmark(all))).toEqual({ kind: 'bookmark', record: all });
      }),
      runs(3000, 150),
    );
  });

  it('takes of two texts of an article the page before the feed’s lead, in either order', () => {
    const [page, lead] = [article('1'), article('1', { source: 'feed', updatedAt: null })];
    expect(fullerText(page, lead)).toBe(page);
    expect(fullerText(lead, page)).toBe(page);
    const later = article('1', { updatedAt: '2026-11-21T00:00:00+09:00' });
    expect(fullerText(later, page)).toBe(later);
    expect(fullerText(page, later)).toBe(later);
  });
});
