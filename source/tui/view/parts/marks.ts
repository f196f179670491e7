import type { MessageKey } from '../../../messages/index.ts';

/** The marks before a headline. */
export const MARKS = { selected: '▌', unread: '•', bookmarked: '★', watched: '◎' } as const;
/** Before a headline that is shown below another one of its story. */
export const BRANCH = '└';
/** Behind a section whose feed could not be fetched. */
export const FAILED = '!';
/** Behind a bookmark that has tags of the reader's own. */
export const TAGGED = '#';

/** What the marks and counts of lists mean, for the help. */
export const LEGEND: readonly (readonly [sign: string, means: MessageKey])[] = [
  [MARKS.selected, 'mark.selected'],
  [MARKS.unread, 'mark.unread'],
  [MARKS.bookmarked, 'mark.bookmarked'],
  [MARKS.watched, 'mark.watched'],
  [TAGGED, 'mark.tagged'],
  ['+3', 'mark.folded'],
  [BRANCH, 'mark.branch'],
  [FAILED, 'mark.failed'],
  ['‹ ›', 'mark.more'],
  ['3/50', 'mark.place'],
  ['25_', 'mark.count'],
];
