/** Photos fetched and shown, one at a time: in the text as images of the terminal's, or whole on the screen. */
import { asFailure } from '../../../failure.ts';
import type { RenderTarget } from '../../../photos/render.ts';
import { inlineImage } from '../../../terminal/images/iterm.ts';
import { deleteImage, placeAtCursor } from '../../../terminal/images/kitty.ts';
import type { ImageTerminal } from '../../../terminal/images/open.ts';
import type { Drawn } from '../../../terminal/images/pictures.ts';
import type { ImageSupport } from '../../../terminal/images/support.ts';
import { throughTmux } from '../../../terminal/images/tmux.ts';
import { type Cells, fitCells, type Picture, type WantedPhotos } from '../../state/photos.ts';
import type { PhotoEffectParts } from './photo-parts.ts';

/** The most that a photo may be to be uploaded, in bytes of base64. */
const MOST_UPLOADED = 500_000;
/** The most that iTerm2 is given of a file, in bytes of base64. */
const MOST_INLINE = 4_000_000;
/** The most pixels of a photo for a cell: a terminal with larger cells scales it up itself. */
const LARGEST = { width: 2000, height: 1400 };
/** Enough for any picture to fill any screen: only the box limits it. */
const FILLING = 1000;

type PhotosInText = Extract<WantedPhotos, { kind: 'text' }>;
type WholePhoto = Extract<WantedPhotos, { kind: 'whole' }>;

/** Shows the wanted photos; a later call takes the place of an earlier one. */
export function createPhotoShow({ reader, terminal, answer, log }: PhotoEffectParts) {
  let current: WantedPhotos = { kind: 'none' };
  /** Fetches and decodes one photo at a time. */
  let working: Promise<unknown> = Promise.resolve();
  /** Images that the terminal has, by the URL and the box they were made for. */
  const uploaded = new Map<string, number>();

  async function show(wanted: WantedPhotos): Promise<void> {
    if (wanted !== current || wanted.kind === 'none') return;
    const shown = await terminal();
    answer({ type: 'photos-in-text', able: shown.support.inText });
    if (wanted.kind === 'whole') await showWhole(wanted, shown);
    else if (shown.support.inText) await showInText(wanted, shown);
  }

  async function showInText(wanted: PhotosInText, { support, pictures }: ImageTerminal): Promise<void> {
    for (const url of wanted.urls) {
      if (wanted !== current) return;
      try {
        const { page, fetch, box } = wanted;
        const key = `${box.columns} ${box.rows} ${url}`;
        const known = uploaded.get(key);
        if (known !== undefined && pictures.has(known)) continue;
        const target: RenderTarget = { kind: 'png', box: pixels(box, support), most: MOST_UPLOADED };
        const { width, height, data } = await reader().photo({ url, page, fetch, target });
        if (wanted !== current) return;
        const image = await pictures.upload(data);
        uploaded.set(key, image);
        const size = { columns: width / support.cell.width, rows: height / support.cell.height };
        answer({ type: 'photo', url, photo: { kind: 'shown', image, size } });
      } catch (error) {
        const failure = asFailure(error);
        if (wanted !== current) return;
        if (failure.code === 'internal') log(failure.cause ?? failure);
        answer({ type: 'photo', url, photo: { kind: 'failed', failure } });
      }
    }
  }

  async function showWhole(wanted: WholePhoto, shown: ImageTerminal): Promise<void> {
    const { url } = wanted;
    try {
      const picture = await wholePicture(wanted, shown);
      if (picture !== null) answer({ type: 'picture', url, picture });
    } catch (error) {
      const failure = asFailure(error);
      if (wanted !== current) return;
      if (failure.code === 'internal') log(failure.cause ?? failure);
      answer({ type: 'picture', url, picture: failure });
    }
  }

  /** Null if it is not wanted any more. */
  async function wholePicture(
    wanted: WholePhoto,
    { support, pictures, wide }: ImageTerminal,
  ): Promise<Picture | null> {
    const { page, url, fetch, box } = wanted;
    const { cell, protocol, wrapped } = support;
    const target = wholeTarget(box, support, wide());
    const { width, height, data } = await reader().photo({ page, url, fetch, target });
    if (wanted !== current) return null;
    const size = { columns: width / cell.width, rows: height / cell.height };
    const draw = (cells: Cells, picture: Drawn): Picture => ({
      kind: 'drawn',
      number: pictures.keep(picture),
      ...cells,
    });
    switch (protocol) {
      case 'kitty': {
        const image = await pictures.upload(data);
        if (wanted !== current) return null;
        const cells = fitCells(size, box, FILLING);
        if (support.inText) return { kind: 'image', number: image, ...cells };
        const place = placeAtCursor(image, cells.columns, cells.rows);
        return draw(cells, {
          at: (x, y) => goTo(x, y) + (wrapped ? throughTmux(place) : place),
          erase: deleteImage(image),
        });
      }
      case 'iterm': {
        const cells = fitCells(size, box, FILLING);
        const picture = inlineImage(data, cells.columns, cells.rows);
        return draw(cells, {
          at: (x, y) => goTo(x, y) + (wrapped ? throughTmux(picture) : picture),
          erase: '',
        });
      }
      case 'sixel':
        return draw(
          { columns: Math.ceil(size.columns), rows: Math.ceil(size.rows) },
          { at: (x, y) => goTo(x, y) + data, erase: '' },
        );
      case 'blocks': {
        const rows = data.split('\n');
        return draw(
          { columns: width, rows: rows.length },
          { at: (x, y) => rows.map((row, index) => goTo(x, y + index) + row).join(''), erase: '' },
        );
      }
    }
  }

  return (wanted: WantedPhotos): void => {
    current = wanted;
    if (wanted.kind === 'none') return;
    working = working.then(() => show(wanted)).catch(log);
  };
}

const goTo = (x: number, y: number): string => `\x1b[${y + 1};${x + 1}H`;

/** The pixels of a box of cells. */
function pixels({ columns, rows }: Cells, { cell }: ImageSupport): { width: number; height: number } {
  return {
    width: Math.min(LARGEST.width, Math.floor(columns * cell.width)),
    height: Math.min(LARGEST.height, Math.floor(rows * cell.height)),
  };
}

/** The form of a photo that fills the screen. */
function wholeTarget(cells: Cells, support: ImageSupport, wide: boolean): RenderTarget {
  const { protocol, cell, largest, registers, trueColour } = support;
  const box = pixels(cells, support);
  switch (protocol) {
    case 'kitty':
      return { kind: 'png', box, most: MOST_UPLOADED };
    case 'iterm':
      return { kind: 'file', box, most: MOST_INLINE };
    case 'sixel': {
      const within = largest ?? box;
      const size = { width: Math.min(box.width, within.width), height: Math.min(box.height, within.height) };
      return { kind: 'sixel', box: size, colours: registers };
    }
    case 'blocks':
      return {
        kind: 'blocks',
        box: { width: cells.columns, height: cells.rows * 2 },
        stretch: cell.height / 2 / cell.width,
        palette: trueColour ? 'true' : '256',
        whole: wide,
      };
  }
}
