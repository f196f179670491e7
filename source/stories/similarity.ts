import { DAY } from '../clock.ts';
import type { StoryText } from './documents.ts';

/** The numbers of texts that stems stand in. */
export interface Frequencies {
  /** The number of texts. */
  readonly documents: number;
  /** The number of texts that a stem stands in. */
  readonly of: (stem: string) => number;
}

/** The weights of a similarity's parts. Tried on two labelled days of one paper, and again on test/stories. */
const COSINE = 0.6;
const TITLE_COSINE = 0.3;
const SHARE = 0.4;
/** Figures distinguish one event from another of its kind. */
const NUMBER = 1.3;
/** Taken off for each day between two texts. */
const A_DAY = 0.03;

/** The weight of a stem: the rarer the greater, numbers somewhat more. */
function weightOf(stem: string, { documents, of }: Frequencies): number {
  const rarity = Math.log(1 + documents / (1 + of(stem)));
  return /^[0-9]/.test(stem) ? rarity * NUMBER : rarity;
}

/** How alike two texts are, from 0 (or a little less, days apart) to 1: whether they are about the same event. */
export function similarity(one: StoryText, other: StoryText, frequencies: Frequencies): number {
  const titles = cosine(counted(one.title), counted(other.title), frequencies);
  const wholes = cosine(one.all, other.all, frequencies);
  const shared = (share(one, other, frequencies) + share(other, one, frequencies)) / 2;
  const apart = Math.abs(one.publishedAt - other.publishedAt) / DAY;
  return COSINE * (TITLE_COSINE * titles + (1 - TITLE_COSINE) * wholes) + SHARE * shared - A_DAY * apart;
}

const counted = (stems: readonly string[]): ReadonlyMap<string, number> =>
  new Map(stems.map((each) => [each, 1]));

type Counts = ReadonlyMap<string, number>;

function cosine(one: Counts, other: Counts, frequencies: Frequencies): number {
  let product = 0;
  for (const [stem, count] of one) {
    const also = other.get(stem);
    if (also !== undefined) product += count * also * weightOf(stem, frequencies) ** 2;
  }
  return product === 0 ? 0 : product / (length(one, frequencies) * length(other, frequencies));
}

function length(counts: Counts, frequencies: Frequencies): number {
  let sum = 0;
  for (const [stem, count] of counts) sum += (count * weightOf(stem, frequencies)) ** 2;
  return Math.sqrt(sum);
}

/** The share of the weight of a title's stems that stands in the other text. */
function share({ title }: StoryText, other: StoryText, frequencies: Frequencies): number {
  let all = 0;
  let found = 0;
  for (const stem of title) {
    const weight = weightOf(stem, frequencies);
    all += weight;
    if (other.all.has(stem)) found += weight;
  }
  return all === 0 ? 0 : found / all;
}
