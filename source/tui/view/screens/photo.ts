import { failureText, say } from '../../../messages/index.ts';
import { setText } from '../../../typeset/blocks.ts';
import { type Row, span } from '../../../typeset/rows.ts';
import type { PhotoScreen } from '../../state/screens.ts';
import type { State } from '../../state/state.ts';
import { photoLayout, pictureRows } from '../layout/photos.ts';
import { columnOf } from '../layout/screen.ts';
import type { Body } from '../parts/body.ts';

/** A photo that fills the screen, in its middle, and its caption at the bottom. */
export function photoScreen(state: State, screen: PhotoScreen): Body {
  const { picture: area, caption } = photoLayout(state, screen);
  const { picture, photos, at } = screen;
  const rows: Row[] = Array.from({ length: area.rows }, () => []);
  const bar: Row = [
    span('  '),
    span(say(state.language, 'screen.photo', { number: at + 1, count: photos.length }), 'section'),
  ];
  const body = { bar, rows: [...rows, ...caption], cursor: null, context: 'photo' } as const;

  if (picture === 'fetching' || 'code' in picture) {
    const text =
      picture === 'fetching'
        ? say(state.language, 'article.photo-fetching')
        : failureText(state.language, picture);
    const { x, columns } = columnOf(area.columns, area.columns);
    const told = setText(text, columns, picture === 'fetching' ? 'notice' : 'alert');
    told.slice(0, area.rows).forEach(({ row }, index) => {
      rows[index] = [span(' '.repeat(x)), ...row];
    });
    return { ...body, rows: [...rows, ...caption] };
  }

  const x = Math.max(0, Math.floor((area.columns - picture.columns) / 2));
  const y = Math.max(0, Math.floor((area.rows - picture.rows) / 2));
  if (picture.kind === 'drawn') {
    return { ...body, overlay: { picture: picture.number, x: area.x + x, y: area.y + y } };
  }
  const placement = { image: picture.number, columns: picture.columns, rows: picture.rows };
  pictureRows(placement, x).forEach((row, index) => {
    rows[y + index] = row;
  });
  return { ...body, rows: [...rows, ...caption], images: [placement] };
}
