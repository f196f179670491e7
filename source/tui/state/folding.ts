/** Stories in a list: of headlines that are the same news again one stands, and the others are behind it. */
import { HOUR } from '../../clock.ts';
import { parseKoreanTime } from '../../korean/times.ts';
import type { Headline } from '../../model.ts';
import type { HeadlineItem, List } from './screens.ts';

/** A longer piece stands for its story in place of the newest if it is at most this much older, in ms. */
const FULLER_WITHIN = 2 * HOUR;
/** How much longer its lead has to be. */
const FULLER_BY = 1.5;

/** All items of a list, folded or not, in its order. */
export const allOf = (list: List): readonly HeadlineItem[] => list.all ?? list.items;

/**
 * Folds a list's items: one of a story's pieces in the list stands for it, with all others behind it, also
 * the `mates` that are not in the list. The headlines of `unfolded` stories are shown below the one that
 * stands for them.
 */
function folded(
  all: readonly HeadlineItem[],
  { unfolded = [], mates = [] }: Pick<List, 'unfolded' | 'mates'>,
): readonly HeadlineItem[] {
  const listed = byStory(all);
  const others = byStory(mates);
  const isAlone = (story: string): boolean => listed.get(story)!.length < 2 && !others.has(story);
  if ([...listed.keys()].every(isAlone)) return all;
  return all.flatMap((item): readonly HeadlineItem[] => {
    const { story } = item.headline;
    if (story === undefined || isAlone(story)) return [item];
    const pieces = listed.get(story)!;
    if (item !== standing(pieces)) return [];
    const behind = [...pieces.filter((each) => each !== item), ...(others.get(story) ?? [])].sort(
      newestFirst,
    );
    if (!unfolded.includes(story)) return [{ ...item, behind }];
    return [{ ...item, behind, open: true }, ...behind.map((each) => ({ ...each, under: true as const }))];
  });
}

function byStory(items: readonly HeadlineItem[]): Map<string, HeadlineItem[]> {
  const pieces = new Map<string, HeadlineItem[]>();
  for (const item of items) {
    const { story } = item.headline;
    if (story === undefined) continue;
    const others = pieces.get(story);
    if (others) others.push(item);
    else pieces.set(story, [item]);
  }
  return pieces;
}

/** Undated ones first, as in lists; those of one time stay in their order. */
function newestFirst(one: HeadlineItem, other: HeadlineItem): number {
  const [before, after] = [one, other].map(({ headline: { publishedAt } }) => publishedAt ?? '9');
  return before === after ? 0 : before! > after! ? -1 : 1;
}

/** The piece that stands for a story: the newest, or a longer one that is hardly older. */
function standing(pieces: readonly HeadlineItem[]): HeadlineItem {
  const [newest] = pieces as readonly [HeadlineItem, ...HeadlineItem[]];
  const since = timeOf(newest) - FULLER_WITHIN;
  return pieces.reduce(
    (best, piece) => (timeOf(piece) >= since && fullness(piece) > FULLER_BY * fullness(best) ? piece : best),
    newest,
  );
}

const timeOf = ({ headline: { publishedAt } }: HeadlineItem): number =>
  publishedAt === null ? Number.NaN : parseKoreanTime(publishedAt);

const FLASH = /^\[(?:속보|긴급|특보|\d보)\]/;

/** How complete a piece is, as far as its feed shows: a flash has next to nothing. */
const fullness = ({ headline: { title, summary } }: HeadlineItem): number =>
  FLASH.test(title) ? 0 : summary.length;

/** The list with other items, folded if `folds`; the caller takes care of the selection. */
export function withAll(list: List, all: readonly HeadlineItem[], folds: boolean): List {
  const { all: _all, ...rest } = list;
  const items = folds ? folded(all, list) : all;
  return items === all ? { ...rest, items } : { ...rest, items, all };
}

/** The index of the item that is a headline, or that the headline is behind; -1 for neither. */
export function indexOfHeadline(items: readonly HeadlineItem[], id: string): number {
  const own = items.findIndex(({ headline }) => headline.id === id);
  return own >= 0 ? own : items.findIndex(({ behind }) => behind?.some(({ headline }) => headline.id === id));
}

/** The headlines that an item shows or hides: its own and, if it is folded, those behind it. */
export function headlinesIn({
  headline,
  behind = [],
  open,
}: HeadlineItem): readonly HeadlineItem['headline'][] {
  return open ? [headline] : [headline, ...behind.map((each) => each.headline)];
}

/** The first unread headline of an item, its own before those behind it; undefined if all are read. */
export const unreadIn = (item: HeadlineItem): Headline | undefined =>
  headlinesIn(item).find(({ read }) => !read);

/** For each item of a list, how many of the list's own headlines stand or are folded before it. */
const before = new WeakMap<readonly HeadlineItem[], readonly number[]>();

function countsBefore(list: List): readonly number[] {
  const { items } = list;
  const known = before.get(items);
  if (known !== undefined) return known;
  const own = new Set(allOf(list).map(({ headline }) => headline.id));
  let count = 0;
  const counts = items.map((item) => {
    const start = count;
    count += headlinesIn(item).filter(({ id }) => own.has(id)).length;
    return start;
  });
  before.set(items, counts);
  return counts;
}

/**
 * The number of an item's headline in its list, from 1. Headlines that are folded away count too, so that it
 * stays when stories fold; one of another list, shown in its story, has the number before it.
 */
export function numberOf(list: List, index: number): number {
  if (allOf(list) === list.items) return index + 1;
  const counts = countsBefore(list);
  const isOwn = (counts[index + 1] ?? allOf(list).length) > counts[index]!;
  return Math.max(1, counts[index]! + (isOwn ? 1 : 0));
}

/** The index of the item that shows a list's headline of a number, or that it is folded behind. */
export function indexOfNumber(list: List, number: number): number {
  if (allOf(list) === list.items) return number - 1;
  const after = countsBefore(list).findIndex((count) => count >= number);
  return after < 0
    ? number > allOf(list).length
      ? Number.MAX_SAFE_INTEGER
      : list.items.length - 1
    : after - 1;
}
