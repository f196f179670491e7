import type { Extent } from '../../photos/pixels.ts';
import { listenFor } from '../listen.ts';
import { QUERY, QUERY_OK } from './kitty.ts';
import { type ImageSupport, type ImagesSetting, isWorthAsking, type Said, supportOf } from './support.ts';

/**
 * The time that a terminal may take to answer, in ms: over a slow line it takes a while, and only photos
 * wait.
 */
const PATIENCE = 1000;

/**
 * XTVERSION, the size of a cell, Sixel's registers, the largest picture now and at most, and last the
 * question that every terminal answers (DA1).
 */
const QUESTIONS = '\x1b[>q\x1b[16t\x1b[?1;1;0S\x1b[?2;1;0S\x1b[?2;4;0S\x1b[c';

const ATTRIBUTES = /\x1b\[\?([\d;]*)c/;
const VERSION = /\x1bP>\|([^\x1b]*)\x1b\\/;
const CELL = /\x1b\[6;(\d+);(\d+)t/;
const REGISTERS = /\x1b\[\?1;0;(\d+)S/;
const LARGEST = /\x1b\[\?2;0;(\d+);(\d+)S/g;

/** The terminal around tmux, and whether its sequences pass: as tmux reports them. */
export interface TmuxClient {
  /** XTVERSION of the terminal; '' if tmux does not know it. */
  readonly client: string;
  readonly passes: boolean;
  /** The terminal shows Sixel pictures: tmux says that it does so itself wherever it was built to. */
  readonly sixel: boolean;
}

export interface ProbeParts {
  readonly stdin: NodeJS.ReadStream;
  readonly write: (text: string) => void;
  readonly env: NodeJS.ProcessEnv;
  /** In cells. */
  readonly size: { readonly columns: number; readonly rows: number };
  readonly setting: ImagesSetting;
  /** Asks tmux. */
  readonly askTmux: () => Promise<TmuxClient>;
  /** The longest wait for an answer, in ms. */
  readonly patience?: number;
}

/**
 * Finds out how photos can be shown: asks the terminal, and waits until it has answered or its time is over. Nothing else
 * waits for it, and no answer is a key: the keyboard's parser knows none of them.
 */
export async function probeImages(parts: ProbeParts): Promise<ImageSupport> {
  const { env, size, setting, askTmux } = parts;
  const said = await ask(parts, QUESTIONS);
  const first = readAnswers(said);
  const inTmux = (env.TMUX ?? '') !== '' || /^tmux /.test(first.version);
  const tmux = inTmux ? await askTmux() : null;
  const asking = tmux === null && setting === 'auto' && isWorthAsking(first);
  const kitty = asking && QUERY_OK.test(await ask(parts, `${QUERY}\x1b[c`));
  return supportOf(setting, { ...first, kitty }, { env, size, tmux });
}

/** Writes questions, the last of which is DA1, and resolves to the answers up to that one's. */
export function ask(
  { stdin, write, patience = PATIENCE }: Pick<ProbeParts, 'stdin' | 'write' | 'patience'>,
  questions: string,
): Promise<string> {
  const heard = listenFor(stdin, patience, (all) => ATTRIBUTES.test(all));
  write(questions);
  return heard;
}

function readAnswers(heard: string): Said {
  const [now = null, most = null] = [...heard.matchAll(LARGEST)];
  const pair = (match: RegExpExecArray | null, [x, y]: readonly [number, number]): Extent | null => {
    const extent = { width: Number(match?.[x] ?? 0), height: Number(match?.[y] ?? 0) };
    return extent.width > 0 && extent.height > 0 ? extent : null;
  };
  return {
    version: VERSION.exec(heard)?.[1] ?? '',
    attributes: (ATTRIBUTES.exec(heard)?.[1] ?? '').split(';').map(Number),
    cell: pair(CELL.exec(heard), [2, 1]),
    registers: Number(REGISTERS.exec(heard)?.[1] ?? 0) || null,
    largest: pair(now, [1, 2]),
    most: pair(most, [1, 2]),
    kitty: false,
  };
}

/**
 * Asks tmux for the terminal around it. Before 3.3 it handed everything on; since then only with
 * `allow-passthrough` on.
 */
export async function askTmux(): Promise<TmuxClient> {
  const { execFile } = process.getBuiltinModule('node:child_process');
  const format = '#{client_termtype}\t#{allow-passthrough}\t#{version}\t#{client_termfeatures}';
  const said = await new Promise<string>((resolve) => {
    execFile('tmux', ['display-message', '-p', format], { timeout: PATIENCE }, (error, stdout) => {
      resolve(error === null ? stdout.trimEnd() : '');
    });
  });
  const [client = '', passthrough = '', version = '', features = ''] = said.split('\t');
  const isOld = /^(?:[12]\.|3\.[0-2])/.test(version);
  const passes = isOld || passthrough === 'on' || passthrough === 'all';
  return { client, passes, sixel: features.split(',').includes('sixel') };
}
