/** Whether colour is wanted: NO_COLOR and FORCE_COLOR as everywhere (no-color.org, force-color.org), then the terminal. */
export function wantsColour(env: NodeJS.ProcessEnv): boolean {
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  return env.TERM !== 'dumb';
}
