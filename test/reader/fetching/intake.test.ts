import { describe, expect, it } from 'vitest';
import { Failure } from '../../../source/failure.ts';
import { createIntake } from '../../../source/reader/fetching/intake.ts';
import type { Archive, FeedAnswer, FeedState } from '../../../source/storage/types.ts';
import { headline } from '../../storage/samples.ts';

const state = (section: string): FeedState => ({
  section,
  refreshedAt: 1,
  freshUntil: null,
  validators: { etag: null, lastModified: null },
  notBefore: null,
  failure: null,
});

/** Notes the sections that are kept together; a feed called `full` cannot be kept. */
function archiveOf(): { archive: Archive; together: string[][] } {
  const together: string[][] = [];
  const putFeeds = (answers: readonly FeedAnswer[]): number[] => {
    const sections = answers.map((answer) => answer.state.section);
    if (sections.includes('full')) throw new Failure('disk-full');
    together.push(sections);
    return answers.map(({ headlines }) => headlines.length);
  };
  return { archive: { mode: 'full', putFeeds } as unknown as Archive, together };
}

const read = async () => ({ headlines: [headline('1', '10:00')], problems: 2 });

describe('feeds that arrive together', () => {
  it('are kept in few transactions, and each caller gets its own result', async () => {
    const { archive, together } = archiveOf();
    const intake = createIntake(archive, '');
    const sections = ['total', 'politics', 'economy', 'sports', 'culture', 'health'];
    const answers = await Promise.all(
      sections.map((section) =>
        intake.take(
          state(section),
          section === 'sports' ? async () => ({ headlines: [], problems: 0 }) : read,
        ),
      ),
    );
    expect(together).toEqual([sections.slice(0, 4), sections.slice(4)]);
    expect(answers.map(({ added }) => added)).toEqual([1, 1, 1, 0, 1, 1]);
    expect(answers.map(({ problems }) => problems)).toEqual([2, 2, 2, 0, 2, 2]);
  });

  it('are kept even if another of them cannot be read', async () => {
    const { archive, together } = archiveOf();
    const intake = createIntake(archive, '');
    const bad = () => Promise.reject(new Failure('bad-feed', { feed: 'sports' }));
    const [first, second, third] = await Promise.allSettled([
      intake.take(state('politics'), read),
      intake.take(state('economy'), read),
      intake.take(state('sports'), bad),
    ]);
    expect([first.status, second.status, third.status]).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(together).toEqual([['politics', 'economy']]);
  });

  it('are kept even if another of them cannot be kept', async () => {
    const { archive, together } = archiveOf();
    const intake = createIntake(archive, '');
    const [first, full, third] = await Promise.allSettled([
      intake.take(state('politics'), read),
      intake.take(state('full'), read),
      intake.take(state('sports'), read),
    ]);
    expect(full).toMatchObject({ status: 'rejected', reason: { code: 'disk-full' } });
    expect([first.status, third.status]).toEqual(['fulfilled', 'fulfilled']);
    expect(together).toEqual([['politics'], ['sports']]);
  });

  it('let a timer that is due run between two of them', async () => {
    const { archive } = archiveOf();
    const intake = createIntake(archive, '');
    const order: string[] = [];
    setImmediate(() => order.push('key'));
    await Promise.all(
      ['a', 'b'].map((section) =>
        intake.take(state(section), async () => {
          order.push(section);
          return read();
        }),
      ),
    );
    expect(order.indexOf('key')).toBeLessThan(order.indexOf('b'));
  });
});
