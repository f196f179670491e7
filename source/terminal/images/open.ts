/** How this terminal shows photos: asked when the first one is wanted. */
import { once } from 'node:events';
import { createPictures, type Pictures } from './pictures.ts';
import { askTmux, probeImages } from './probe.ts';
import type { ImageSupport, ImagesSetting } from './support.ts';

/** A terminal for photos: the way it shows them, and its pictures. */
export interface ImageTerminal {
  readonly support: ImageSupport;
  readonly pictures: Pictures;
  /** Whether East Asian Ambiguous characters take two cells, the half block too. */
  readonly wide: () => boolean;
}

export interface ImageTerminalParts {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly env: NodeJS.ProcessEnv;
  readonly setting: ImagesSetting;
  /** The display that draws the frames. */
  readonly display: {
    drawPictures(pictures: Pictures): void;
    isWide(): boolean;
  };
  /** Called with the images that the terminal deleted to make room. */
  readonly onGone: (images: readonly number[]) => void;
}

/**
 * Finds out how this terminal shows photos: asks it at the first call, and again when its size has changed and
 * pictures are measured by its pixels.
 */
export function imageTerminal(parts: ImageTerminalParts): () => Promise<ImageTerminal> {
  const { stdin, stdout, env, setting, display, onGone } = parts;
  const write = (text: string): boolean => stdout.write(text);
  let pictures: Pictures | null = null;
  let known: ImageTerminal | null = null;
  let asked = '';

  function makePictures(wrapped: boolean): Pictures {
    const made = createPictures({
      write,
      drained: () => (stdout.writableNeedDrain ? once(stdout, 'drain') : Promise.resolve()),
      wrapped,
      onGone,
      random: Math.random,
    });
    display.drawPictures(made);
    return made;
  }

  return async () => {
    const { columns, rows } = stdout;
    const size = `${columns} ${rows}`;
    if (known !== null && (known.support.protocol !== 'sixel' || asked === size)) return known;
    asked = size;
    const support = await probeImages({ stdin, write, env, size: { columns, rows }, setting, askTmux });
    pictures ??= makePictures(support.wrapped);
    known = { support, pictures, wide: display.isWide };
    return known;
  };
}
