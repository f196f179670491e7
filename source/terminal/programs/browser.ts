import {
  type BrowserCommand,
  type BrowserEnvironment,
  browserCommands,
  commandName,
  wantsTerminal,
  withLink,
} from './browser-commands.ts';

/** How a started browser does. */
export interface Started {
  /** Resolves to whether it runs, or has ended well, a moment after its start. */
  readonly settled: Promise<BrowserEnding>;
  /** Resolves when the browser has ended, at the latest when a failure would come too late to try another one. */
  readonly ended: Promise<BrowserEnding>;
}

/** null for a browser that runs or ended well; else the exit status or the signal's or error's name. */
export type BrowserEnding = null | number | string;

export interface BrowserParts extends BrowserEnvironment {
  /** Starts a program apart from this one, never through a shell. */
  start(command: BrowserCommand, env: NodeJS.ProcessEnv): Started;
  /** Runs a program on this terminal; resolves to how it ended. */
  lend(command: BrowserCommand, env: NodeJS.ProcessEnv): Promise<BrowserEnding>;
}

/** The outcome: the browser that opened the link, null for none, and the browsers that failed before it. */
export interface BrowserOutcome {
  readonly opened: string | null;
  readonly failed: readonly { readonly name: string; readonly ending: number | string }[];
}

/**
 * Opens a link in the first browser that can. Only http(s) URLs are opened, and only as one argument that begins with
 * their scheme, so that none can be taken for an option.
 * @param report called with the outcome, and again if the browser turns out to have failed a little later.
 */
export async function openInBrowser(
  link: string,
  parts: BrowserParts,
  report: (outcome: BrowserOutcome) => void,
): Promise<void> {
  const url = URL.canParse(link) ? new URL(link) : null;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') return report({ opened: null, failed: [] });
  await tryEach(browserCommands(parts), url.href, parts, [], report);
}

async function tryEach(
  commands: readonly BrowserCommand[],
  link: string,
  parts: BrowserParts,
  failed: BrowserOutcome['failed'],
  report: (outcome: BrowserOutcome) => void,
): Promise<void> {
  const [next, ...rest] = commands;
  if (next === undefined) return report({ opened: null, failed });
  const command = withLink(next, link);
  const name = commandName(next[0]);
  // xdg-open would only start the browsers that BROWSER names, which have failed.
  const { BROWSER: _, ...unnamed } = parts.env;
  const env = name === 'xdg-open' ? unnamed : parts.env;
  const goOn = (ending: number | string): Promise<void> =>
    tryEach(rest, link, parts, [...failed, { name, ending }], report);

  if (wantsTerminal(next[0], parts.env)) {
    const ending = await parts.lend(command, env);
    return ending === null ? report({ opened: name, failed }) : goOn(ending);
  }
  const { settled, ended } = parts.start(command, env);
  const early = await settled;
  if (early !== null) return goOn(early);
  report({ opened: name, failed });
  const late = await ended;
  if (late !== null) await goOn(late);
}
