/**
 * Images in the terminal and pictures drawn over its cells: the part of a photo that does not go through Ink.
 * An image is uploaded once, in pieces between which keys are answered; the frames only state its place.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { CUT_UPLOAD, deleteImage, imageNumber, placeByPlaceholders, uploadPng } from './kitty.ts';
import { throughTmux } from './tmux.ts';

/** The place of a terminal's image in the text, and its size in cells. */
export interface Placement {
  readonly image: number;
  readonly columns: number;
  readonly rows: number;
}

/** A picture that is drawn over a frame, by its number, and from which cell of the screen on. */
export interface Overlay {
  readonly picture: number;
  readonly x: number;
  readonly y: number;
}

/** The pictures of a frame. */
interface PicturesOfFrame {
  readonly images: readonly Placement[];
  readonly overlay: Overlay | null;
}

export interface PictureParts {
  readonly write: (text: string) => void;
  /** Resolves when the terminal has taken the output. */
  readonly drained: () => Promise<unknown>;
  /** Sequences are wrapped for tmux. */
  readonly wrapped: boolean;
  /** Called with the images that were deleted to make room for others. */
  readonly onGone: (images: readonly number[]) => void;
  /** From 0 up to 1, as `Math.random`. */
  readonly random: () => number;
}

/** A picture that is drawn over the cells. */
export interface Drawn {
  /** The sequence that draws the picture from a cell on: rows of cells are drawn one by one. */
  readonly at: (x: number, y: number) => string;
  /** The sequence that removes the picture; empty if erasing the cells below it does. */
  readonly erase: string;
}

export interface Pictures {
  /** Uploads a PNG; resolves to the image's number when the terminal has all of it. */
  upload(base64: string): Promise<number>;
  /** Whether the terminal still has an image. */
  has(image: number): boolean;
  /** Keeps a picture to be drawn over a frame that names its number; the one before is forgotten. */
  keep(picture: Drawn): number;
  /** The text to write before a frame: it places images, and removes pictures that the frame does not have. */
  before(frame: PicturesOfFrame): { readonly text: string; readonly erased: boolean };
  /** The text to write after a frame. */
  after(frame: Pick<PicturesOfFrame, 'overlay'>): string;
  /** The sequence that frees all images and forgets them. `forGood`: no image is uploaded from now on either. */
  clear(forGood?: boolean): string;
}

/** Images the terminal is asked to hold at once: a photo takes about 2 MB of its memory. */
const MOST_IMAGES = 60;
/** Pieces of 4 kB that are written before keys are looked for. */
const AT_ONCE = 4;
const LAST = 255;
const ERASE_ALL = '\x1b[2J';

export function createPictures({ write, drained, wrapped, onGone, random }: PictureParts): Pictures {
  /** Distinguishes this program's images from those of others in the same window. */
  const high = 1 + Math.floor(random() * LAST);
  /** Uploaded images, the oldest first, and the cells each is placed in. */
  const placed = new Map<number, string>();
  const drawings = new Map<number, Drawn>();
  let last = 0;
  let uploading: Promise<unknown> = Promise.resolve();
  /** The image whose upload is begun and not over. */
  let open: number | null = null;
  let generation = 0;
  let ended = false;
  let drawn: Overlay | null = null;

  const wrap = (sequence: string): string => (wrapped ? throughTmux(sequence) : sequence);

  async function send(base64: string): Promise<number> {
    if (ended) throw new Error('the terminal is given back');
    const mine = generation;
    const low = 1 + (last % LAST);
    last += 1;
    const image = imageNumber(high, low);
    makeRoom();
    const pieces = uploadPng(image, base64).map(wrap);
    open = image;
    for (let at = 0; at < pieces.length; at += AT_ONCE) {
      write(pieces.slice(at, at + AT_ONCE).join(''));
      await drained();
      await turn();
      // The terminal was cleared meanwhile.
      if (mine !== generation) throw new Error('the upload was cut');
    }
    open = null;
    placed.set(image, '');
    return image;
  }

  function makeRoom(): void {
    const [oldest] = placed.keys();
    if (oldest === undefined || placed.size < MOST_IMAGES) return;
    placed.delete(oldest);
    write(wrap(deleteImage(oldest)));
    onGone([oldest]);
  }

  return {
    upload(base64) {
      const sent = uploading.then(() => send(base64));
      uploading = sent.catch(() => undefined);
      return sent;
    },

    has: (image) => placed.has(image),

    keep(picture) {
      last += 1;
      // The one on the screen is needed to take it off.
      for (const number of drawings.keys()) if (number !== drawn?.picture) drawings.delete(number);
      drawings.set(last, picture);
      return last;
    },

    before({ images, overlay }) {
      let text = '';
      for (const { image, columns, rows } of images) {
        const cells = `${columns} ${rows}`;
        const known = placed.get(image);
        if (known === undefined || known === cells) continue;
        placed.set(image, cells);
        text += wrap(placeByPlaceholders(image, columns, rows));
      }
      if (drawn === null || same(drawn, overlay)) return { text, erased: false };
      text += wrapErase(drawings.get(drawn.picture)) + ERASE_ALL;
      drawn = null;
      return { text, erased: true };
    },

    after({ overlay }) {
      if (overlay === null || same(drawn, overlay)) return '';
      const picture = drawings.get(overlay.picture);
      if (picture === undefined) return '';
      drawn = overlay;
      return picture.at(overlay.x, overlay.y);
    },

    clear(forGood = false) {
      ended ||= forGood;
      // An image that is not whole is deleted as the others are.
      const cut = open === null ? '' : wrap(CUT_UPLOAD) + wrap(deleteImage(open));
      const images = [...placed.keys()].map((image) => wrap(deleteImage(image))).join('');
      const picture = drawn === null ? '' : wrapErase(drawings.get(drawn.picture));
      open = null;
      generation += 1;
      placed.clear();
      drawings.clear();
      drawn = null;
      return cut + images + picture;
    },
  };

  function wrapErase(picture: Drawn | undefined): string {
    return picture === undefined || picture.erase === '' ? '' : wrap(picture.erase);
  }
}

function same(one: Overlay | null, other: Overlay | null): boolean {
  return one === other || (one?.picture === other?.picture && one?.x === other?.x && one?.y === other?.y);
}
