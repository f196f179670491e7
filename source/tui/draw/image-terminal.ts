/** How this terminal shows photos: asked once, when the first one is wanted. */
import { once } from 'node:events';
import { askTmux, probeImages } from '../../terminal/images/probe.ts';
import type { ImagesSetting } from '../../terminal/images/support.ts';
import type { ImageTerminal } from '../effects/photos.ts';
import type { Display } from './display.ts';
import { createPictures } from './pictures.ts';

export interface ImageTerminalParts {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly env: NodeJS.ProcessEnv;
  readonly setting: ImagesSetting;
  readonly display: Pick<Display, 'drawPictures' | 'isWide'>;
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
