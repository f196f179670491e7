/** A picture as rows of pixels from the top left, four bytes each: red, green, blue, alpha. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** A size in pixels or in cells, as the context says. */
export interface Extent {
  readonly width: number;
  readonly height: number;
}
