/** A title's leading bracketed prefix and the rest: `[단독]` and what follows it. */
export interface TitleParts {
  /** With its brackets and the spaces behind it; empty where there is none. */
  readonly prefix: string;
  readonly rest: string;
}

/** Parts a title at its prefixes: [단독], [속보], [사설], [횡설수설/이름], 【…】. The two join to the title again. */
export function titleParts(title: string): TitleParts {
  const prefix = /^(?:(?:\[[^\]]{1,24}\]|【[^】]{1,24}】)\s*)+/.exec(title)?.[0] ?? '';
  return prefix.length < title.length
    ? { prefix, rest: title.slice(prefix.length) }
    : { prefix: '', rest: title };
}
