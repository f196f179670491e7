/** Whether a screen reader is used, as its users say it to Ink's and to other programs (`ACCESSIBLE`). */
export function usesScreenReader(env: NodeJS.ProcessEnv): boolean {
  const accessible = env.ACCESSIBLE ?? '';
  return env.INK_SCREEN_READER === 'true' || !['', '0', 'false', 'no'].includes(accessible.toLowerCase());
}

/** Whether a terminal is to be written to line by line, without any control sequence. */
export function wantsLines(env: NodeJS.ProcessEnv): boolean {
  return usesScreenReader(env) || env.TERM === 'dumb';
}
