import type { Pictures } from '../../terminal/images/pictures.ts';
import { type PaintOptions, paintRow } from '../../terminal/paint.ts';
import { RESTORE } from '../../terminal/restore.ts';
import { createScreen } from '../../terminal/screen.ts';
import type { State } from '../state/state.ts';
import type { Listener, Store } from '../state/store.ts';
import { windowTitle } from '../view/title.ts';
import { type View, view } from '../view/view.ts';
import type { Drawing } from './ink.tsx';
import { paced } from './pace.ts';

export interface DisplayOptions {
  readonly store: Store;
  /** Whether the terminal's title shows what the reader is reading. */
  readonly titled: boolean;
  /** How rows are painted at first. */
  readonly paint: Omit<PaintOptions, 'wide'>;
  /** East Asian Ambiguous characters are known to take two cells. */
  readonly wide: boolean;
  readonly write: (text: string) => void;
  /** Called when the terminal was taken again: its images are gone. */
  readonly onImagesLost?: () => void;
}

/** The store's state on a terminal: on its alternate screen, drawn by the views alone until Ink is loaded. */
export interface Display {
  /** Takes the terminal, in any state, and draws all of it. */
  enter(): void;
  /** Gives the terminal back as it was; nothing is drawn until it is entered again. */
  leave(): void;
  /** The next frame is written whole. */
  forget(): void;
  /** Takes the mouse, or leaves it to the terminal's own selection. */
  setMouse(taken: boolean): void;
  /** Paints otherwise from now on: by another theme, or in ASCII. */
  repaintWith(paint: Partial<PaintOptions>): void;
  /** Sets whether characters of ambiguous width are replaced by ones that every terminal draws in one cell. */
  setWide(wide: boolean): void;
  /** The first row as it is sent to the terminal. */
  firstRow(): string;
  /** Loads Ink, which from then on draws the frames. */
  loadInk(stdin: NodeJS.ReadStream): Promise<Drawing>;
  /** From now on, pictures are drawn with the frames. */
  drawPictures(pictures: Pictures): void;
  /** Whether East Asian Ambiguous characters take two cells. */
  isWide(): boolean;
  /** The sequences that remove all pictures, to be written before the terminal is given back. */
  farewell(): string;
  /** Stops all drawing, for every caller. */
  mute(): void;
  end(): void;
}

/**
 * The alternate screen, and no wrapping: a row that is wider for the terminal than for this program moves no
 * other row. Before that, the state that another program may have left is reset: styles, the line-drawing
 * character set, a scrolling region, the origin.
 */
const ENTER = '\x1b[?1049h\x1b[m\x1b(B\x0f\x1b[r\x1b[?6l\x1b[?7l';

/** Buttons and the wheel (mode 1000), in the SGR encoding (1006): xterm, Mouse Tracking. */
const MOUSE_ON = '\x1b[?1000h\x1b[?1006h';
const MOUSE_OFF = '\x1b[?1006l\x1b[?1000l';

/** Makes the terminal push its title on a stack and pop it at the end (XTWINOPS 22 and 23). */
const PUSH_TITLE = '\x1b[22;2t';
const POP_TITLE = '\x1b[23;2t';

export function createDisplay(options: DisplayOptions): Display {
  const { store, write } = options;
  let { paint } = options;
  const screen = createScreen(write);
  const listeners = new Set<Listener>();
  const pace = paced(draw);
  const unsubscribe = store.subscribe((awaited) => {
    pace.call();
    // A key is not kept waiting for a burst of news.
    if (awaited) pace.flush();
  });
  let { wide } = options;
  let away = true;
  let ended = false;
  let mouse = false;
  /** The terminal's title as it was written last; null while the terminal has its own. */
  let title: string | null = null;
  let pictures: Pictures | null = null;
  let drawing: Drawing | null = null;
  let frame: {
    of: State;
    wide: boolean;
    rows: readonly string[];
    cursor: View['cursor'];
    shown: View;
  } | null = null;

  function current() {
    const of = store.getState();
    if (frame?.of !== of || frame.wide !== wide) {
      const shown = view(of);
      const { cursor } = shown;
      const rows = shown.rows.map((row) => paintRow(row, { ...paint, wide }));
      frame = { of, wide, rows, cursor, shown };
    }
    return frame;
  }

  function show(rows: readonly string[]): void {
    if (away) return;
    const { cursor, shown } = current();
    if (options.titled) showTitle();
    if (pictures === null) {
      screen.show(rows, cursor);
      return;
    }
    const { text, erased } = pictures.before(shown);
    if (text !== '') write(text);
    if (erased) screen.forget();
    screen.show(rows, cursor);
    const drawn = pictures.after(shown);
    if (drawn !== '') write(drawn);
  }

  function showTitle(): void {
    const wanted = windowTitle(store.getState());
    if (wanted === title) return;
    title = wanted;
    write(`\x1b]2;${wanted}\x1b\\`);
  }

  /** Gives the title back, once. */
  function untitled(): string {
    const given = title === null ? '' : POP_TITLE;
    title = null;
    return given;
  }

  function draw(): void {
    if (listeners.size === 0) show(current().rows);
    else for (const listener of listeners) listener(true);
  }

  function repaint(): void {
    screen.forget();
    show(current().rows);
  }

  return {
    forget: screen.forget,
    enter() {
      away = false;
      const push = options.titled && title === null ? PUSH_TITLE : '';
      write((pictures?.clear() ?? '') + push + ENTER + (mouse ? MOUSE_ON : ''));
      repaint();
      if (pictures !== null) options.onImagesLost?.();
    },
    leave() {
      away = true;
      write((pictures?.clear() ?? '') + untitled() + RESTORE);
    },
    setMouse(taken) {
      if (taken === mouse) return;
      mouse = taken;
      if (!away) write(mouse ? MOUSE_ON : MOUSE_OFF);
    },
    repaintWith(change) {
      paint = { ...paint, ...change };
      frame = null;
      show(current().rows);
    },
    setWide(wider) {
      wide = wider;
      repaint();
    },
    firstRow: () => current().rows[0] ?? '',
    async loadInk(stdin) {
      const { drawWithInk } = await import('./ink.tsx');
      const subscribe: Store['subscribe'] = (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      };
      drawing = drawWithInk({
        store: { ...store, subscribe },
        stdin,
        paint: () => current().rows,
        onFrame: show,
      });
      if (ended) drawing.end();
      return drawing;
    },
    drawPictures(those) {
      pictures = those;
    },
    isWide: () => wide,
    farewell: () => (pictures?.clear(true) ?? '') + untitled(),
    mute() {
      away = true;
    },
    end() {
      ended = true;
      away = true;
      pace.end();
      unsubscribe();
      drawing?.end();
    },
  };
}
