/** The known photos, and those that the screen wants. */
import type { Failure } from '../../failure.ts';

/** A size in cells; a photo's own one need not be whole. */
export interface Cells {
  readonly columns: number;
  readonly rows: number;
}

/**
 * A photo for the text: uploaded as an image of the terminal's, with its size in cells; or the reason why
 * not.
 */
export type KnownPhoto =
  | { readonly kind: 'shown'; readonly image: number; readonly size: Cells }
  | { readonly kind: 'failed'; readonly failure: Failure };

/**
 * A photo as it fills the screen: placeholders of an uploaded image, or a picture that is drawn over the cells by its
 * number.
 */
export interface Picture extends Cells {
  readonly kind: 'image' | 'drawn';
  readonly number: number;
}

export interface PhotoSettings {
  /** Why no photo is shown: by the setting, or since colours are not wanted; null where they are shown. */
  readonly none: 'off' | 'no-colour' | null;
  /** Whether photos may be fetched without a key. */
  readonly unasked: boolean;
}

export interface PhotoState extends PhotoSettings {
  /** Whether photos are shown in the text, if the terminal can: `I` turns it on and off. */
  readonly inText: boolean;
  /** Whether the terminal can show photos in the text; null until it was asked. */
  readonly able: boolean | null;
  /** By URL. */
  readonly known: ReadonlyMap<string, KnownPhoto>;
}

/** The photos that the screen wants; a change asks for them. */
export type WantedPhotos =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'text';
      /** The page that shows them. */
      readonly page: string;
      readonly urls: readonly string[];
      /** The most that each may take. */
      readonly box: Cells;
      readonly fetch: boolean;
      /** The time that the reader must have stayed, in ms: one who leafs through a list needs no photos. */
      readonly pause: number;
    }
  | {
      readonly kind: 'whole';
      readonly page: string;
      readonly url: string;
      readonly box: Cells;
      readonly fetch: boolean;
    };

/** A size fitted into a box of cells, its proportions kept: at least 1 × 1. */
export function fitCells(size: Cells, box: Cells, enlarge = 1): Cells {
  const by = Math.min(enlarge, box.columns / size.columns, box.rows / size.rows);
  return {
    columns: Math.max(1, Math.min(box.columns, Math.round(size.columns * by))),
    rows: Math.max(1, Math.min(box.rows, Math.round(size.rows * by))),
  };
}
