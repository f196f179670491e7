/** The pictures that a terminal can show, by its answers. Pure: `probe.ts` asks. */
import type { Extent } from '../../photos/pixels.ts';

export type Protocol = 'kitty' | 'iterm' | 'sixel' | 'blocks';
/** The setting `images`: a protocol, or whichever serves best. */
export type ImagesSetting = 'auto' | Protocol | 'off';

/** A terminal's answers, as far as it gave any. */
export interface Said {
  /** XTVERSION: name and version; '' without an answer. */
  readonly version: string;
  /** Primary device attributes. */
  readonly attributes: readonly number[];
  /** The size of a cell in pixels. */
  readonly cell: Extent | null;
  /** Sixel's colour registers (XTSMGRAPHICS). */
  readonly registers: number | null;
  /** The largest Sixel picture in pixels: now, which xterm limits to its window, and at most. */
  readonly largest: Extent | null;
  readonly most: Extent | null;
  /** Whether it answered a question in the kitty graphics protocol. */
  readonly kitty: boolean;
}

/** The program's surroundings: a terminal, and tmux between. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  /** The terminal's size in cells. */
  readonly size: { readonly columns: number; readonly rows: number };
  /**
   * The terminal around tmux by its XTVERSION, whether tmux hands on sequences that it does not know, and
   * whether that terminal shows Sixel; null outside tmux.
   */
  readonly tmux: { readonly client: string; readonly passes: boolean; readonly sixel: boolean } | null;
}

export interface ImageSupport {
  /** How a photo is shown whole on the screen. */
  readonly protocol: Protocol;
  /** Photos can stand in the text, as kitty's Unicode placeholders. */
  readonly inText: boolean;
  /** The terminal's own sequences are wrapped for tmux. */
  readonly wrapped: boolean;
  /** In pixels. */
  readonly cell: Extent;
  /** 24-bit colours; else the 256 of xterm's palette. */
  readonly trueColour: boolean;
  readonly registers: number;
  readonly largest: Extent | null;
}

/** The size of a cell, if it only decides a picture's proportions and sharpness. */
const USUAL_CELL: Extent = { width: 10, height: 20 };
/**
 * A small cell: a picture takes as many as its pixels need, and one drawn too small is better than one that
 * scrolls.
 */
const SMALL_CELL: Extent = { width: 6, height: 13 };
/** The width of a narrow font's cell, by its height. */
const NARROW = 0.42;
/** Sixel, among the primary device attributes. */
const SIXEL = 4;
const USUAL_REGISTERS = 256;

/** Terminals whose placeholders are known to work, from which version on. */
const PLACEHOLDERS: readonly (readonly [RegExp, minor: number])[] = [
  [/^kitty\(0\.(\d+)/, 28],
  [/^kitty\([1-9]/, 0],
  [/^ghostty /i, 0],
];
const INLINE_FILES = /^(?:iTerm2|mintty) /;
const TRUE_COLOUR = /^(?:kitty|ghostty|WezTerm|iTerm2|foot|Konsole|VTE|mintty|contour|xterm\.js)/i;

/** Whether XTVERSION names a terminal that draws placeholders: others answer yes to kitty's question and show boxes. */
function drawsPlaceholders(version: string): boolean {
  return PLACEHOLDERS.some(([name, least]) => {
    const match = name.exec(version);
    return match !== null && Number(match[1] ?? 0) >= least;
  });
}

/** Whether to ask a terminal in the kitty protocol: one that gives no version may print the question. */
export function isWorthAsking({ version }: Said): boolean {
  return (
    version !== '' && !/^tmux /.test(version) && !drawsPlaceholders(version) && !INLINE_FILES.test(version)
  );
}

/** The way to show photos: the setting's choice, else the best that the terminal has. */
export function supportOf(setting: ImagesSetting, said: Said, around: Surroundings): ImageSupport {
  const { env, tmux } = around;
  const version = tmux === null ? said.version : tmux.client;
  const reached = tmux === null || tmux.passes;
  const inText = reached && drawsPlaceholders(version) && (setting === 'auto' || setting === 'kitty');
  const found: Protocol =
    inText || said.kitty
      ? 'kitty'
      : tmux === null &&
          (INLINE_FILES.test(version) || /iTerm/.test(`${env.LC_TERMINAL} ${env.TERM_PROGRAM}`))
        ? 'iterm'
        : said.attributes.includes(SIXEL) && (tmux === null || tmux.sixel)
          ? 'sixel'
          : 'blocks';
  const protocol = setting === 'auto' || setting === 'off' ? found : setting;
  return {
    protocol,
    inText,
    wrapped: tmux !== null,
    cell: said.cell ?? (protocol === 'sixel' ? cellByWindow(said, around) : USUAL_CELL),
    trueColour: /^(?:truecolor|24bit)$/i.test(env.COLORTERM ?? '') || TRUE_COLOUR.test(version),
    registers: said.registers ?? USUAL_REGISTERS,
    largest: said.largest,
  };
}

/**
 * The size of a cell, for a terminal that does not give it: if the largest picture is as large as its window,
 * the window's share.
 */
function cellByWindow({ largest, most }: Said, { size }: Surroundings): Extent {
  if (largest === null || most === null) return SMALL_CELL;
  const height = largest.height < most.height ? Math.floor(largest.height / size.rows) : SMALL_CELL.height;
  const width =
    largest.width < most.width ? Math.floor(largest.width / size.columns) : Math.floor(height * NARROW);
  return { width: Math.max(1, width), height: Math.max(1, height) };
}
