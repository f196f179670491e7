import { describe, expect, it } from 'vitest';
import fc from '../../support/fast-check.ts';
import { archiveIn, newHome } from '../home.ts';
import { headline, idsOf, NOON } from '../samples.ts';

const SECTIONS = ['total', 'politics', 'sports'] as const;
const section = fc.constantFrom(...SECTIONS);
const id = fc.constantFrom('1', '2', '3', '4', '5', '6');
const time = fc.constantFrom('03:00', '09:00', null);

const change = fc.oneof(
  fc.record({
    kind: fc.constant('refresh' as const),
    section,
    feed: fc.uniqueArray(fc.record({ id, time }), { selector: (each) => each.id, maxLength: 5 }),
  }),
  fc.record({ kind: fc.constant('mark' as const), id, read: fc.boolean() }),
  fc.record({ kind: fc.constant('mark all' as const), section }),
);

interface Known {
  published: string | null;
  firstSeen: number;
  readonly sections: Set<string>;
  /** By section: the number of the refresh that last had it, and its rank there. */
  readonly positions: Map<string, [refresh: number, rank: number]>;
}

/** The archive as the contract states it, with nothing but a map and a sort. */
class Model {
  readonly known = new Map<string, Known>();
  readonly read = new Set<string>();
  refreshes = 0;

  refresh(section: string, feed: readonly { id: string; time: string | null }[], at: number): number {
    this.refreshes += 1;
    let added = 0;
    for (const [rank, { id, time }] of feed.entries()) {
      let known = this.known.get(id);
      if (known === undefined) {
        known = { published: null, firstSeen: at, sections: new Set(), positions: new Map() };
        this.known.set(id, known);
        added += 1;
      }
      known.published = time ?? known.published;
      known.sections.add(section);
      known.positions.set(section, [this.refreshes, rank]);
    }
    return added;
  }

  list(section: string): string[] {
    const inList = [...this.known].filter(([, { sections }]) => section === 'total' || sections.has(section));
    return inList
      .sort(([, one], [, other]) => timeOf(other) - timeOf(one) || this.byPosition(section, one, other))
      .map(([id]) => id);
  }

  private byPosition(section: string, one: Known, other: Known): number {
    const [first, second] = [one.positions.get(section), other.positions.get(section)];
    if (first !== undefined && second !== undefined) return second[0] - first[0] || first[1] - second[1];
    if (first !== undefined || second !== undefined) return first === undefined ? 1 : -1;
    // In the union, headlines whose own feed has not come: by section, then that feed's order; the rest is
    // left open.
    const [a, b] = [unionOf(one), unionOf(other)];
    return a[0] - b[0] || a[1] - b[1];
  }

  unread(section: string): string[] {
    return this.list(section).filter((id) => !this.read.has(id));
  }
}

const timeOf = ({ published, firstSeen }: Known): number =>
  published === null ? firstSeen : Date.parse(`2026-11-20T${published}:00+09:00`);

const unionOf = ({ positions }: Known): [place: number, rank: number] => {
  const place = SECTIONS.findIndex((name) => positions.has(name));
  return [place, positions.get(SECTIONS[place]!)![1]];
};

/** Headlines that a union cannot order (same section, same rank, from two refreshes) stand in any order. */
const isSettled = (model: Model): boolean => {
  const keys = [...model.known.values()]
    .filter(({ sections }) => !sections.has('total'))
    .map((known) => [timeOf(known), ...unionOf(known)].join());
  return new Set(keys).size === keys.length;
};

describe('the archive', () => {
  it('lists, counts and marks like a map and a sort, for any acts in any order', () => {
    const home = newHome();
    let run = 0;
    fc.assert(
      fc.property(fc.array(change, { maxLength: 14 }), (changes) => {
        run += 1;
        const archive = archiveIn(`${home}/${run}`);
        const model = new Model();
        for (const [step, each] of changes.entries()) {
          const at = NOON + step * 1000;
          if (each.kind === 'refresh') {
            const feed = each.feed.map(({ id, time }) => headline(id, time));
            expect(archive.putHeadlines(each.section, feed, at)).toBe(
              model.refresh(each.section, each.feed, at),
            );
          } else if (each.kind === 'mark') {
            const changed = archive.setRead([each.id], each.read, at);
            expect(changed).toEqual(model.read.has(each.id) === each.read ? [] : [each.id]);
            if (each.read) model.read.add(each.id);
            else model.read.delete(each.id);
          } else {
            const unread = model.unread(each.section);
            expect(archive.markAllRead(each.section, at).toSorted()).toEqual(unread.toSorted());
            for (const id of unread) model.read.add(id);
          }
        }
        for (const name of SECTIONS) {
          const [all, unread] = [model.list(name), model.unread(name)];
          const query = { section: name, limit: 50 };
          if (name !== 'total' || isSettled(model)) {
            expect(idsOf(archive.headlines(query))).toEqual(all);
            expect(idsOf(archive.headlines({ ...query, unreadOnly: true }))).toEqual(unread);
          }
          expect(archive.count(query)).toBe(all.length);
          expect(archive.count({ section: name, unreadOnly: true })).toBe(unread.length);
          expect(archive.unread().get(name) ?? 0).toBe(unread.length);
        }
        archive.close();
      }),
      { numRuns: 100 },
    );
  });
});
