/** How this terminal shows photos: asked once, when the first one is wanted. */
import { once } from 'node:events';
import { createPictures, type Pictures } from './pictures.ts';
import { askTmux, probeImages } from './probe.ts';
import type { ImageSupport, ImagesSetting } from './support.ts';

/** How a terminal shows photos, and where they go. */
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
  /** What draws the frames. */
  readonly display: {
    drawPictures(pictures: Pictures): void;
    isWide(): boolean;
  };
  /** Told of images that the terminal had to make room for. */
  readonly onGone: (images: readonly number[]) => void;
}

export async function openImageTerminal(parts: ImageTerminalParts): Promise<ImageTerminal> {
  const { stdin, stdout, env, setting, display, onGone } = parts;
  const write = (text: string): boolean => stdout.write(text);
  const support = await probeImages({ stdin, write, env, setting, askTmux });
  const pictures = createPictures({
    write,
    drained: () => (stdout.writableNeedDrain ? once(stdout, 'drain') : Promise.resolve()),
    wrapped: support.wrapped,
    onGone,
    random: Math.random,
  });
  display.drawPictures(pictures);
  return { support, pictures, wide: display.isWide };
}
