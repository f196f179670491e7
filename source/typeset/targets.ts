import type { Shared } from '../model.ts';

/** The targets of an article: its links, and its tags and reporters, by which other articles are found. */
export type Target = Shared | { readonly kind: 'link'; readonly url: string; readonly title: string };

/** The targets of an article, numbered from 0 in the order in which they are set. */
export interface Targets {
  readonly all: readonly Target[];
  /** Takes a target in; returns its number. */
  add(target: Target): number;
  /** The label to show before a target: `[1]` for the first one; '' if targets are not labelled. */
  label(number: number): string;
}

export function createTargets(labelled: boolean): Targets {
  const all: Target[] = [];
  return {
    all,
    add: (target) => all.push(target) - 1,
    label: (number) => (labelled ? `[${number + 1}]` : ''),
  };
}

/** A range of a text, `[start, end)` in UTF-16 units, that leads to a target. */
export interface TargetRange {
  readonly start: number;
  readonly end: number;
  readonly target: Target;
}
