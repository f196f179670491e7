import { QUESTIONS, readSaid, type TerminalAnswers } from './answers.ts';
import { ask, askTmux, probeImages } from './images/probe.ts';
import type { ImagesSetting } from './images/support.ts';

export interface AskTerminalParts {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly env: NodeJS.ProcessEnv;
  readonly setting: ImagesSetting;
  /** The longest wait for an answer, in ms. */
  readonly patience?: number;
}

/** Asks the terminal about its properties; a terminal that answers nothing costs no more than the patience. */
export async function askTerminal(parts: AskTerminalParts): Promise<TerminalAnswers> {
  const { stdin, stdout, env, setting, patience } = parts;
  const write = (text: string): boolean => stdout.write(text);
  const limit = patience === undefined ? {} : { patience };
  stdin.setEncoding('utf8');
  // Raw, so that the answers are not printed.
  stdin.setRawMode(true);
  stdin.resume();
  try {
    const said = readSaid(await ask({ stdin, write, ...limit }, QUESTIONS));
    if (said.answered === 'no') return { ...said, images: '' };
    const { columns, rows } = stdout;
    const support = await probeImages({
      stdin,
      write,
      env,
      size: { columns, rows },
      setting,
      askTmux,
      ...limit,
    });
    return { ...said, images: `${support.protocol}${support.inText ? ', in text' : ''}` };
  } finally {
    stdin.setRawMode(false);
    stdin.pause();
  }
}
