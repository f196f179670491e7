/** The places of photos on the screen, and the rows of those in the text. */
import { failureText, say } from '../../../messages/index.ts';
import { MOST_ROWS, placeholderLook, placeholders } from '../../../terminal/images/kitty.ts';
import type { Placement } from '../../../terminal/images/pictures.ts';
import { MEASURE } from '../../../typeset/article.ts';
import { type SetPhoto, setText } from '../../../typeset/blocks.ts';
import { type Row, span } from '../../../typeset/rows.ts';
import { type Cells, fitCells } from '../../state/photos.ts';
import type { ArticleScreen, PhotoScreen } from '../../state/screens.ts';
import type { State } from '../../state/state.ts';
import { layoutFor } from './desk.ts';
import { columnOf, type Layout, type Rect } from './screen.ts';

const TWO_THIRDS = 2 / 3;
/** A thumbnail's box in the preview: a third of its rows, and no more than the thumbnails of the feeds are worth. */
const THUMBNAIL: Cells = { columns: 30, rows: 10 };
/** With fewer rows in the preview, its text needs them all. */
const LEAST_PREVIEW = 12;

/** The most that a photo in the text of an article may take. */
export function photoBox(state: State, screen: ArticleScreen): Cells {
  const { body } = layoutFor(state, screen);
  const { columns } = columnOf(body.columns, state.settings.width);
  return { columns, rows: Math.max(1, Math.min(MOST_ROWS, Math.floor(body.rows * TWO_THIRDS))) };
}

/**
 * The most cells that the selected headline's thumbnail may take; null without a preview, or without room in
 * it.
 */
export function thumbnailBox(state: State): Cells | null {
  const { preview } = layoutFor(state, state.screens[0]);
  if (preview === null || preview.rows < LEAST_PREVIEW) return null;
  return {
    columns: Math.min(THUMBNAIL.columns, preview.columns),
    rows: Math.min(THUMBNAIL.rows, Math.floor(preview.rows / 3)),
  };
}

/** The place of the photo that fills the screen, and the lines of its caption below it. */
export interface PhotoLayout {
  readonly layout: Layout;
  readonly picture: Rect;
  readonly caption: readonly Row[];
}

/** The caption takes as many lines as it needs, up to a third of the rows. */
export function photoLayout(state: State, screen: PhotoScreen): PhotoLayout {
  const layout = layoutFor(state, screen);
  const { body } = layout;
  const { x, columns } = columnOf(body.columns, MEASURE);
  const text = screen.photos[screen.at]!.caption ?? '';
  const lines = text === '' ? [] : setText(text, columns, 'caption').map(({ row }) => row);
  const caption = lines.slice(0, Math.floor(body.rows / 3)).map((row): Row => [span(' '.repeat(x)), ...row]);
  return { layout, picture: { ...body, rows: Math.max(1, body.rows - caption.length) }, caption };
}

/** The most that the photo that fills the screen may take. */
export function wholeBox(state: State, screen: PhotoScreen): Cells {
  const { columns, rows } = photoLayout(state, screen).picture;
  return { columns: Math.max(1, columns), rows: Math.min(MOST_ROWS, rows) };
}

function placed(image: number, size: Cells, box: Cells): Placement {
  return { image, ...fitCells(size, box) };
}

/** The way a photo is set in an article; if it is shown, its placement is added to `images`. */
export function setPhoto(state: State, url: string, box: Cells, images: Placement[]): SetPhoto {
  const { none, inText, known } = state.photos;
  const photo = known.get(url);
  const name = say(state.language, 'article.photo');
  if (none !== null) return { rows: [], label: `[${name}]` };
  if (photo?.kind === 'failed')
    return { rows: [], label: `[${name}: ${failureText(state.language, photo.failure)}]` };
  if (photo === undefined || !inText)
    return { rows: [], label: `[${name} ${state.keymap.names['key.photos']}]` };
  const placement = placed(photo.image, photo.size, box);
  images.push(placement);
  return { rows: pictureRows(placement, Math.floor((box.columns - placement.columns) / 2)), label: null };
}

/** The thumbnail of a headline in the preview; null if it is not shown. */
export function thumbnail(state: State, url: string | null): Placement | null {
  const { none, inText, known } = state.photos;
  const photo = url === null ? undefined : known.get(url);
  const box = thumbnailBox(state);
  if (none !== null || !inText || box === null || photo?.kind !== 'shown') return null;
  return placed(photo.image, photo.size, box);
}

/** The rows of an image's placeholders. */
export function pictureRows({ image, columns, rows }: Placement, indent = 0): Row[] {
  const before = indent === 0 ? [] : [span(' '.repeat(indent))];
  return Array.from({ length: rows }, (_, row) => [
    ...before,
    { text: placeholders(image, row, columns), style: 'plain', sgr: placeholderLook(image) },
  ]);
}
