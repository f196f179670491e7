// A real pseudo-terminal around a program, and its screen: for the end-to-end tests.
import { type IPty, spawn } from '@lydell/node-pty';
import unicode11 from '@xterm/addon-unicode11';
import headless from '@xterm/headless';
import { PATIENCE } from '../patience.ts';
import { drawAmbiguousWide } from './ambiguous.ts';

export interface TerminalOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly cwd?: string;
  /** East Asian Ambiguous characters take two cells. */
  readonly wide?: boolean;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The terminal's name and version; `silent` answers no question. */
  readonly says?: Says | 'silent';
}

/** A terminal's answers: XTVERSION, its primary device attributes, and a cell's width and height in pixels. */
export interface Says {
  readonly version: string;
  readonly attributes: string;
  readonly cell: readonly [number, number];
}

/** A cell as it is drawn; `colour` is one of the terminal's sixteen, null for its own. */
export interface Cell {
  readonly chars: string;
  readonly width: number;
  readonly colour: number | null;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly underline: boolean;
  readonly inverse: boolean;
}

/** The beginning and the end of a frame (synchronised output, mode 2026); whoever leaves the alternate screen has ended it too. */
const FRAME = '\x1b[?2026h';
const FRAME_ENDS = ['\x1b[?2026l', '\x1b[?1049l'] as const;

/** A program in a pseudo-terminal. Nothing sleeps for a fixed time: tests wait for the expected screen. */
export class Terminal {
  readonly #pty: IPty;
  readonly #screen: InstanceType<typeof headless.Terminal>;
  readonly #exited: Promise<number>;
  #written = '';
  #chunks = 0;
  /** The number of pieces of output that the screen has not taken in yet. */
  #pending = 0;
  #exitCode: number | null = null;

  constructor(command: string, args: readonly string[], options: TerminalOptions = {}) {
    const { columns = 80, rows = 24, cwd = process.cwd(), wide = false, says } = options;
    // Ink is not interactive where CI is set; a reader's terminal is.
    const env = { ...process.env, TERM: 'xterm-256color', CI: undefined, ...options.env };
    this.#screen = new headless.Terminal({
      cols: columns,
      rows,
      allowProposedApi: true,
      scrollback: 0,
      windowOptions: { getCellSizePixels: typeof says === 'object' },
    });
    this.#screen.loadAddon(new unicode11.Unicode11Addon());
    this.#screen.unicode.activeVersion = '11';
    if (wide) drawAmbiguousWide(this.#screen);
    this.#pty = spawn(command, [...args], {
      cols: columns,
      rows,
      cwd,
      name: env.TERM,
      env: Object.fromEntries(
        Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined),
      ),
    });
    this.#pty.onData((data) => {
      this.#written += data;
      this.#chunks += 1;
      this.#pending += 1;
      this.#screen.write(data, () => {
        this.#pending -= 1;
      });
    });
    // The screen answers the program's questions (cursor position and the like) as a terminal does.
    if (says !== 'silent') this.#screen.onData((data) => this.#pty.write(data));
    if (typeof says === 'object') this.#answer(says);
    this.#exited = new Promise((resolve) => {
      this.#pty.onExit(({ exitCode }) => {
        // What was written last may not be on the screen yet.
        this.#screen.write('', () => {
          this.#exitCode = exitCode;
          resolve(exitCode);
        });
      });
    });
  }

  /** Answers as another terminal than this one. */
  #answer({ version, attributes, cell: [width, height] }: Says): void {
    const answer = (text: string) => () => {
      this.#pty.write(text);
      return true;
    };
    const { parser } = this.#screen;
    parser.registerCsiHandler({ prefix: '>', final: 'q' }, answer(`\x1bP>|${version}\x1b\\`));
    parser.registerCsiHandler({ final: 'c' }, answer(`\x1b[?${attributes}c`));
    parser.registerCsiHandler({ final: 't' }, answer(`\x1b[6;${height};${width}t`));
  }

  get pid(): number {
    return this.#pty.pid;
  }

  /** Every byte written so far, escape sequences and all. */
  get written(): string {
    return this.#written;
  }

  /** Forgets the output so far. */
  forget(): void {
    this.#written = '';
  }

  /** Resolves when nothing has been written for so long, in ms; at the latest when patience ends. */
  async quiet(ms: number): Promise<void> {
    const deadline = Date.now() + PATIENCE;
    for (let before = -1; before !== this.#chunks && Date.now() < deadline; ) {
      before = this.#chunks;
      await new Promise((resolve) => setTimeout(resolve, ms));
    }
  }

  /** False when the program has ended. */
  get alive(): boolean {
    return this.#exitCode === null;
  }

  /** The rows on screen, trailing spaces left out. */
  rows(): string[] {
    const buffer = this.#screen.buffer.active;
    return Array.from({ length: this.#screen.rows }, (_, y) =>
      // A line keeps its cells for a while after the screen became narrower.
      (buffer.getLine(buffer.viewportY + y)?.translateToString(true, 0, this.#screen.cols) ?? '').trimEnd(),
    );
  }

  /** The cells on screen, row by row; the second half of a wide one is left out. */
  cells(): Cell[][] {
    const buffer = this.#screen.buffer.active;
    return Array.from({ length: this.#screen.rows }, (_, y) => {
      const line = buffer.getLine(buffer.viewportY + y);
      return Array.from({ length: this.#screen.cols }, (__, x) => line?.getCell(x)).flatMap((cell) =>
        cell === undefined || cell.getWidth() === 0
          ? []
          : [
              {
                chars: cell.getChars(),
                width: cell.getWidth(),
                colour: cell.isFgDefault() ? null : cell.getFgColor(),
                bold: cell.isBold() !== 0,
                dim: cell.isDim() !== 0,
                underline: cell.isUnderline() !== 0,
                inverse: cell.isInverse() !== 0,
              },
            ],
      );
    });
  }

  text(): string {
    return this.rows().join('\n');
  }

  /** The cursor's place, in cells from the top left. */
  cursor(): { x: number; y: number } {
    return { x: this.#screen.buffer.active.cursorX, y: this.#screen.buffer.active.cursorY };
  }

  /** True if the cursor is shown (DECTCEM). */
  cursorVisible(): boolean {
    return this.#written.lastIndexOf('\x1b[?25h') >= this.#written.lastIndexOf('\x1b[?25l');
  }

  /** The modes that the program may have set in the terminal and must have reset at its end. */
  modes() {
    const { bracketedPasteMode, mouseTrackingMode, wraparoundMode, applicationCursorKeysMode } =
      this.#screen.modes;
    return {
      alternate: this.alternate(),
      cursorVisible: this.cursorVisible(),
      bracketedPasteMode,
      mouseTrackingMode,
      wraparoundMode,
      applicationCursorKeysMode,
    };
  }

  /** Closes the terminal, as a window is closed. */
  close(): void {
    (this.#pty as IPty & { destroy(): void }).destroy();
  }

  /** True on the alternate screen. */
  alternate(): boolean {
    return this.#screen.buffer.active.type === 'alternate';
  }

  press(keys: string): void {
    this.#pty.write(keys);
  }

  resize(columns: number, rows: number): void {
    this.#screen.resize(columns, rows);
    this.#pty.resize(columns, rows);
  }

  /** While held, reads nothing more of the program's output. */
  hold(held: boolean): void {
    if (held) this.#pty.pause();
    else this.#pty.resume();
  }

  /** Sends a signal to the program, unless it has ended: its process id may be another's by now. */
  kill(signal: NodeJS.Signals = 'SIGKILL'): void {
    if (this.alive) this.#pty.kill(signal);
  }

  /** Kills the program unless it has ended, and waits until it is gone. */
  async end(): Promise<void> {
    this.kill();
    await this.exits();
  }

  /** Whether all output is on the screen, and no frame is half drawn. */
  #whole(): boolean {
    const last = (sequence: string): number => this.#written.lastIndexOf(sequence);
    return this.#pending === 0 && last(FRAME) <= Math.max(...FRAME_ENDS.map(last));
  }

  /** Waits until the screen shows it; half-drawn frames are not looked at. @throws with the screen as it is, when patience ends. */
  async shows(what: string | RegExp | ((screen: string) => boolean)): Promise<string> {
    const met = (screen: string) =>
      typeof what === 'string'
        ? screen.includes(what)
        : what instanceof RegExp
          ? what.test(screen)
          : what(screen);
    const deadline = Date.now() + PATIENCE;
    for (let last = false; !last; ) {
      last = this.#exitCode !== null || Date.now() >= deadline;
      const screen = this.text();
      if ((last || this.#whole()) && met(screen)) return screen;
      if (!last) await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const state = this.#exitCode === null ? 'is' : `ended with ${this.#exitCode}; the screen was`;
    throw new Error(`the screen never showed ${String(what)}; it ${state}:\n${this.text()}`);
  }

  /** Waits for the program's end, and until its last output is on the screen; resolves to its exit status. */
  async exits(): Promise<number> {
    const timeout = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error(`still running; the screen:\n${this.text()}`)), PATIENCE).unref();
    });
    return Promise.race([this.#exited, timeout]);
  }
}
