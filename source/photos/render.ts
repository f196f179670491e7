/** Makes a photo's file ready for one of the terminals' protocols. Pure, except for loading the decoders. */
import { encodeBlocks, type Palette } from './blocks.ts';
import { decodePhoto } from './decode.ts';
import { readHeader } from './header.ts';
import type { Extent, Pixels } from './pixels.ts';
import { encodePng } from './png.ts';
import { fitInside, scale } from './scale.ts';
import { encodeSixel } from './sixel.ts';

/** The form that a photo is rendered to, and the box of pixels it has to fit into. */
export type RenderTarget =
  /** A PNG of at most `most` bytes in base64. */
  | { readonly kind: 'png'; readonly box: Extent; readonly most: number }
  /** The unchanged file if it is a JPEG, PNG or GIF; else a PNG. */
  | { readonly kind: 'file'; readonly box: Extent; readonly most: number }
  | { readonly kind: 'sixel'; readonly box: Extent; readonly colours: number }
  /**
   * The box is of half cells: a cell is one wide and two high. `stretch`: the ratio of a half cell's height
   * to its width.
   */
  | {
      readonly kind: 'blocks';
      readonly box: Extent;
      readonly stretch: number;
      readonly palette: Palette;
      readonly whole: boolean;
    };

/** A photo as a terminal is sent it, as plain values that pass between processes. */
export interface Rendered extends Extent {
  /** Base64 for `png` and `file`; Sixel; painted rows with `\n` between them for `blocks`. */
  readonly data: string;
}

/** The greatest factor by which a photo is enlarged for a terminal that cannot do it itself. */
const ENLARGED = 3;

/** The length of so many bytes in base64. */
const inBase64 = (bytes: number): number => Math.ceil(bytes / 3) * 4;

/** @throws Failure bad-image. */
export async function renderPhoto(bytes: Uint8Array, target: RenderTarget): Promise<Rendered> {
  if (target.kind === 'file') {
    const header = readHeader(bytes);
    const { width, height } = header;
    if (header.format !== 'webp' && inBase64(bytes.length) <= target.most) {
      return { width, height, data: Buffer.from(bytes).toString('base64') };
    }
  }
  const pixels = await decodePhoto(bytes);
  switch (target.kind) {
    case 'png':
    case 'file':
      return pngWithin(pixels, target);
    case 'sixel': {
      const scaled = scale(pixels, fitInside(pixels, target.box, ENLARGED));
      return { width: scaled.width, height: scaled.height, data: encodeSixel(scaled, target.colours) };
    }
    case 'blocks': {
      const { box, stretch, palette, whole } = target;
      const size = fitInside({ width: pixels.width, height: pixels.height / stretch }, box, ENLARGED);
      const scaled = scale(pixels, size);
      return { ...size, data: encodeBlocks(scaled, palette, whole).join('\n') };
    }
  }
}

/** The largest PNG that fits the box and the limit: made smaller until it does. */
function pngWithin(pixels: Pixels, { box, most }: { readonly box: Extent; readonly most: number }): Rendered {
  let size = fitInside(pixels, box);
  for (;;) {
    const png = encodePng(scale(pixels, size));
    const length = inBase64(png.length);
    if (length <= most || (size.width === 1 && size.height === 1)) {
      return { ...size, data: png.toString('base64') };
    }
    const by = Math.min(0.95, Math.sqrt(most / length) * 0.98);
    size = fitInside(size, { width: Math.max(1, size.width * by), height: Math.max(1, size.height * by) });
  }
}
