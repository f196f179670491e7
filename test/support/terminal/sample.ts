// The sample edition's first list on a screen.

/**
 * Whether every section of the sample edition is in the list of all, whose first headline is selected: what a screen shows
 * from then on changes by keys alone. One story of the list is folded as soon as it is loaded after the grouping.
 */
export const isWhole = (screen: string): boolean =>
  screen.includes('전체기사 127') && /\s1\/12[67]$/.test(screen.trimEnd());

/** A screen without the position's number of all, which is one less once a story is folded. */
export const unfolded = (screen: string): string => screen.replace(/\/12[67]$/m, '');
