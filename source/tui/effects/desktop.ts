/**
 * Work for other programs: links for a browser and the clipboard, texts for a voice. Imported when first
 * needed.
 */
import { homedir } from 'node:os';
import { sep } from 'node:path';
import { type Language, say } from '../../messages/index.ts';
import type { ArticleToSave } from '../../reader/exchange/save-article.ts';
import type { BrowserEnding, BrowserOutcome } from '../../terminal/programs/browser.ts';
import type { CopyResult } from '../../terminal/programs/clipboard.ts';
import type { Speech, SpeechEvent } from '../../terminal/programs/voice.ts';

export interface DesktopParts {
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: NodeJS.ReadStream;
  /** The setting `voice` as it is now. */
  voice(): string;
  /** Writes to the terminal. */
  write(sequence: string): void;
  /** Lends the terminal to another program until `run` resolves. */
  lend(run: () => Promise<BrowserEnding>): Promise<BrowserEnding>;
}

/** The article and the command that it is given to. */
interface Given {
  /** The command's name, for people. */
  readonly name: string;
  /** On its standard input. */
  readonly input: string;
  /** In its environment. */
  readonly variables: Readonly<Record<string, string>>;
  /** The language that Enter is asked for in. */
  readonly language: Language;
}

export interface Desktop {
  /** @param report called with the outcome, and again if a browser fails a little later. */
  openBrowser(url: string, report: (outcome: BrowserOutcome) => void): Promise<void>;
  copy(text: string): Promise<CopyResult>;
  /** Runs a command line of the reader's on the terminal, which it has until Enter is pressed; resolves to how it ended. */
  runCommand(command: string, given: Given): Promise<BrowserEnding>;
  /** Saves an article to a new file; resolves to its path, the home folder as `~`. @throws Failure cannot-write */
  save(article: ArticleToSave): Promise<string>;
  /** Reads a text aloud; `report` is called as by `speak` of `terminal/voice.ts`. */
  speak(text: string, report: (event: SpeechEvent) => void): Promise<void>;
  /** Stops the voice; false if none was speaking. */
  hush(): boolean;
}

export function createDesktop({ env, stdin, voice, write, lend }: DesktopParts): Desktop {
  const { platform } = process;
  let speech: Speech | null = null;
  return {
    async openBrowser(url, report) {
      const [{ openInBrowser }, { isFile, runOnTerminal, startDetached }] = await Promise.all([
        import('../../terminal/programs/browser.ts'),
        import('../../terminal/programs/start-browser.ts'),
      ]);
      const parts = {
        env,
        platform,
        isFile,
        start: startDetached,
        lend: (...started: Parameters<typeof runOnTerminal>) => lend(() => runOnTerminal(...started)),
      };
      await openInBrowser(url, parts, report);
    },

    async copy(text) {
      const [{ copyText }, { runWithInput }] = await Promise.all([
        import('../../terminal/programs/clipboard.ts'),
        import('../../terminal/programs/run-with-input.ts'),
      ]);
      return copyText(text, {
        env,
        platform,
        write,
        run: (command, args, input) => runWithInput(command, args, input, env),
      });
    },

    async runCommand(command, { name, input, variables, language }) {
      const [{ startProgram }, { enterPressed }] = await Promise.all([
        import('../../terminal/programs/program.ts'),
        import('../../terminal/programs/pause.ts'),
      ]);
      return lend(async () => {
        const all = { ...env, ...variables };
        const ending = await startProgram({ shell: command }, { input, env: all, on: 'terminal' }).ended;
        write(`\r\n${say(language, 'screen.press-enter', { name: ending === null ? null : name, ending })} `);
        await enterPressed(stdin);
        return ending;
      });
    },

    async save(article) {
      const { saveArticle } = await import('../../reader/exchange/save-article.ts');
      const path = await saveArticle(article);
      const home = homedir();
      return path.startsWith(`${home}${sep}`) ? `~${path.slice(home.length)}` : path;
    },

    async speak(text, report) {
      const { speak } = await import('../../terminal/programs/voice.ts');
      speech?.stop();
      const mine = speak(text, { env, platform, setting: voice() }, (event) => {
        if (event.type !== 'began' && speech === mine) speech = null;
        report(event);
      });
      speech = mine;
    },

    hush() {
      const spoke = speech !== null;
      speech?.stop();
      speech = null;
      return spoke;
    },
  };
}
