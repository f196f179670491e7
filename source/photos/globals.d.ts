/** Types that the decoders and their surroundings lack. */

declare module 'omggif' {
  /** A GIF file, read as far as its frames' places. The constructor throws if the file is not a GIF. */
  export class GifReader {
    constructor(bytes: Uint8Array);
    readonly width: number;
    readonly height: number;
    /** A frame's rectangle. */
    frameInfo(frame: number): { x: number; y: number; width: number; height: number };
    /** Draws a frame on RGBA pixels of the whole picture's size. */
    decodeAndBlitFrameRGBA(frame: number, pixels: Uint8Array): void;
  }
}

declare var ImageData: new (
  data: Uint8ClampedArray,
  width: number,
  height: number,
) => { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number };

declare namespace WebAssembly {
  class Module {}
  function compile(bytes: Uint8Array): Promise<Module>;
}
