/** Whether to use colour: FORCE_COLOR and NO_COLOR decide (force-color.org, no-color.org), else the terminal's type. */
export function wantsColour(env: NodeJS.ProcessEnv): boolean {
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  return env.TERM !== 'dumb';
}
