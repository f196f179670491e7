import { afterAll, beforeAll } from 'vitest';
import { type Site, startSite } from '../site/site.ts';
import { emptyHome, type Outcome, removeHome, runProgram } from './program.ts';

/** The loopback site and an empty home of a test file, and the program run in it. */
export function commandBed() {
  let site: Site;
  let home: string;
  beforeAll(async () => {
    site = await startSite();
    home = await emptyHome();
  });
  afterAll(async () => {
    await site.close();
    await removeHome(home);
  });
  const donga = (args: readonly string[], input?: string | Uint8Array): Promise<Outcome> =>
    runProgram(args, {
      env: { DONGA_TUI_HOME: home, DONGA_TUI_FEEDS: site.origin },
      ...(input === undefined ? {} : { input }),
    });
  return {
    donga,
    json: async (args: readonly string[], input?: string) => JSON.parse((await donga(args, input)).stdout),
    site: () => site,
    home: () => home,
  };
}
