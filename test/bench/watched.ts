// A program in a pseudo-terminal whose every chunk is stamped as it comes.
import { existsSync, readFileSync } from 'node:fs';
import { type IPty, spawn } from '@lydell/node-pty';
import headless from '@xterm/headless';

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

export const USUAL: Size = { columns: 100, rows: 30 };
export const LARGE: Size = { columns: 200, rows: 60 };

/** A screen's rows, trailing spaces left out. */
export type Rows = readonly string[];

/** The result of a key. */
export interface Stroke {
  /** From the key until the screen between its bars first changed, in ms; NaN if it did not. */
  readonly begun: number;
  /** From the key until the screen between its bars last changed, in ms; NaN if it did not. */
  readonly painted: number;
  /** From the key until the last byte, in ms; NaN if there was none. */
  readonly answered: number;
  readonly bytes: number;
}

/** The longest wait, in ms. */
const PATIENCE = 30_000;

/** The rows between the bars at the screen's top and bottom, which show other things too. */
const between = (rows: Rows): string => rows.slice(1, -2).join('\n');

/** proc_pid_status(5); '' if there is no such process. */
function statusOf(pid: number | string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}

const megabytesIn = (status: string, field: string): number =>
  (Number(new RegExp(`${field}:\\s*(\\d+)`).exec(status)?.[1]) * 1024) / 1e6;

export class Watched {
  /** Right before the program was started: ms on the clock of `performance.now()`, as all times here. */
  readonly begun: number;
  /** When the last chunk came. */
  lastAt = 0;
  bytes = 0;
  ended = false;
  readonly #pty: IPty;
  readonly #screen: InstanceType<typeof headless.Terminal>;
  readonly #listeners = new Set<(at: number, rows: Rows) => void>();
  readonly #exited: Promise<void>;

  constructor(command: string, args: readonly string[], env: Record<string, string>, size: Size = USUAL) {
    this.#screen = new headless.Terminal({
      cols: size.columns,
      rows: size.rows,
      allowProposedApi: true,
      scrollback: 0,
    });
    this.begun = performance.now();
    this.#pty = spawn(command, [...args], {
      cols: size.columns,
      rows: size.rows,
      name: 'xterm-256color',
      env,
      encoding: null,
    });
    this.#pty.onData((data) => {
      const at = performance.now();
      const chunk = data as unknown as Buffer;
      this.lastAt = at;
      this.bytes += chunk.length;
      this.#screen.write(chunk, () => {
        if (this.#listeners.size === 0) return;
        const rows = this.rows();
        for (const listener of [...this.#listeners]) listener(at, rows);
      });
    });
    this.#screen.onData((answer) => {
      if (!this.ended) this.#pty.write(answer);
    });
    this.#exited = new Promise((resolve) => {
      this.#pty.onExit(() => {
        this.ended = true;
        resolve();
      });
    });
  }

  rows(): Rows {
    const buffer = this.#screen.buffer.active;
    return Array.from({ length: this.#screen.rows }, (_, y) =>
      (buffer.getLine(buffer.viewportY + y)?.translateToString(true) ?? '').trimEnd(),
    );
  }

  /** Calls back with each chunk, and the screen after it; returns a function that ends it. */
  listen(listener: (at: number, rows: Rows) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Returns when. */
  press(keys: string): number {
    const at = performance.now();
    this.#pty.write(keys);
    return at;
  }

  /** Resolves to when the chunk came that made the screen so. @throws with the screen, when patience ends. */
  when(met: (rows: Rows) => boolean): Promise<number> {
    if (met(this.rows())) return Promise.resolve(this.lastAt);
    return new Promise((resolve, reject) => {
      const stop = this.listen((at, rows) => {
        if (!met(rows)) return;
        stop();
        clearTimeout(timer);
        resolve(at);
      });
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`the screen never came to it:\n${this.rows().join('\n')}`));
      }, PATIENCE);
    });
  }

  /** Waits until there is a list and no output has come for so many ms. */
  async settled(ms: number): Promise<void> {
    await this.when((rows) => rows.filter((row) => row !== '').length > 4);
    await this.quiet(ms);
  }

  /** Waits until no output has come for so many ms. */
  async quiet(ms: number): Promise<void> {
    const since = performance.now();
    for (let left = ms; left > 0; left = Math.max(since, this.lastAt) + ms - performance.now()) {
      await new Promise((resolve) => setTimeout(resolve, left));
    }
  }

  /** Presses keys and waits until no output has come for so many ms. */
  async stroke(keys: string, quiet: number): Promise<Stroke> {
    let before = between(this.rows());
    let begun = Number.NaN;
    let painted = Number.NaN;
    const bytes = this.bytes;
    const stop = this.listen((at, rows) => {
      const now = between(rows);
      if (now !== before) {
        painted = at - pressed;
        if (Number.isNaN(begun)) begun = painted;
      }
      before = now;
    });
    const pressed = this.press(keys);
    do await this.quiet(quiet);
    while (this.busy());
    stop();
    const answered = this.bytes > bytes ? this.lastAt - pressed : Number.NaN;
    return { begun, painted, answered, bytes: this.bytes - bytes };
  }

  /** Whether the process computes rather than waits; false on systems that do not say. */
  busy(): boolean {
    return /State:\s*R/.test(this.#status());
  }

  /** The process's memory in RAM, in MB of 1,000,000 bytes; NaN on systems that do not say. */
  resident(): number {
    return megabytesIn(this.#status(), 'VmRSS');
  }

  /** The memory of the processes that it started, in MB: now, and the most that they have taken; 0 without any. */
  workers(): { readonly now: number; readonly most: number } {
    const { pid } = this.#pty;
    const file = `/proc/${pid}/task/${pid}/children`;
    const children = existsSync(file) ? readFileSync(file, 'utf8').split(' ').filter(Boolean) : [];
    const sum = (field: string): number =>
      children.reduce((all, child) => all + megabytesIn(statusOf(child), field), 0);
    return { now: sum('VmRSS'), most: sum('VmHWM') };
  }

  #status(): string {
    return statusOf(this.#pty.pid);
  }

  /** Ends it by its own key, and by force if it does not end. */
  async quit(keys = 'q'): Promise<void> {
    if (!this.ended) this.#pty.write(keys);
    const timer = setTimeout(() => this.#pty.kill('SIGKILL'), 3000);
    await this.#exited;
    clearTimeout(timer);
    this.#screen.dispose();
  }
}
