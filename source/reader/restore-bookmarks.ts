import { changeIfWritable } from './fetching/fetching.ts';
import type { ReaderParts } from './types.ts';

type RestoringParts = Pick<ReaderParts, 'archive' | 'bookmarks' | 'now'>;

/** Marks the bookmarks in a new archive that replaces a damaged one, whenever that happens. */
export function reenterBookmarks({ archive, bookmarks, now }: RestoringParts): void {
  archive.onSetAside(() =>
    changeIfWritable(() => {
      // One change for each section is quick; 10,000 changes would delay keys.
      const bySection = Map.groupBy(bookmarks.list(), ({ section }) => section ?? 'total');
      for (const [section, list] of bySection) archive.putHeadlines(section, list, now());
    }),
  );
}
