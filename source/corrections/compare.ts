/**
 * The history of an article, with the changes from one text to the next: imported only when the reader opens
 * it.
 */
import { type Difference, differenceOf } from './diff.ts';
import { entriesOf, type KeptWordings, timeOf, type Version } from './history.ts';

/** A change from one version to a later one, by their indices. */
export interface Correction extends Difference {
  readonly from: number;
  readonly to: number;
  /** The time of the change, in ms since the epoch: by the page, else when it was first seen. */
  readonly at: number;
}

export interface History {
  readonly id: string;
  /** Oldest first. */
  readonly versions: readonly Version[];
  /** Oldest first. */
  readonly changes: readonly Correction[];
}

/** @param title the feed's present title; null where no feed has it */
export function compareKept(id: string, kept: KeptWordings, title: string | null): History {
  const entries = entriesOf(kept, title);
  return {
    id,
    versions: entries.map(({ version }) => version),
    changes: entries.flatMap((entry, to): Correction[] => {
      const { version, before } = entry;
      if (before === null) return [];
      const difference = differenceOf(before.version, version);
      return [{ from: entries.indexOf(before), to, at: timeOf(entry), ...difference }];
    }),
  };
}
