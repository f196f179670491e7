/** The preview beside a list: the selected headline with its article's text or, before that is kept, its lead. */
import { fullTime } from '../../../korean/times.ts';
import { endsCut } from '../../../lead.ts';
import { say } from '../../../messages/index.ts';
import type { Bookmark, Headline } from '../../../model.ts';
import { sectionLabel } from '../../../sections.ts';
import { setArticle } from '../../../typeset/article.ts';
import { setText } from '../../../typeset/blocks.ts';
import { shownText } from '../../../typeset/glossed-text.ts';
import { noteTexts } from '../../../typeset/note.ts';
import { type Row, type Style, span } from '../../../typeset/rows.ts';
import type { Preview, State } from '../../state/state.ts';
import { isBeside } from '../layout/desk.ts';
import type { ListScreen } from '../layout/list.ts';
import { pictureRows, thumbnail } from '../layout/photos.ts';
import { columnOf, type Rect } from '../layout/screen.ts';
import type { Body } from './body.ts';

/**
 * The headline in the preview: while the selection moves, the one before stays until it stops. Its marks are
 * those of the list.
 */
function shownPreview(state: State, { list }: ListScreen): Preview | null {
  const selected = list.items[list.selected]?.headline;
  if (selected === undefined) return null;
  const { preview } = state;
  if (preview === null) return { headline: selected, article: null, top: 0 };
  return preview.headline.id === selected.id ? { ...preview, headline: selected } : preview;
}

/** The preview's thumbnail. */
export function imagesOf(state: State, screen: ListScreen): Pick<Body, 'images'> {
  const shown = shownPreview(state, screen);
  const picture = shown === null ? null : thumbnail(state, shown.headline.image);
  return picture === null ? {} : { images: [picture] };
}

/** All rows of the preview, the first one in sight, and the greatest that it may be. */
export function previewPage(
  state: State,
  screen: ListScreen,
  { columns, rows }: Rect,
): { readonly all: readonly Row[]; readonly top: number; readonly last: number } {
  const shown = shownPreview(state, screen);
  if (shown === null) return { all: [], top: 0, last: 0 };
  // An article opened beside the list keeps its text in place.
  const column = isBeside(state) ? columnOf(columns, state.settings.width) : { x: 0, columns };
  const set =
    shown.article === null
      ? leadRows(state, shown.headline, column.columns)
      : articleRows(state, shown, column.columns);
  const all = column.x === 0 ? set : set.map((row) => [span(' '.repeat(column.x)), ...row]);
  const last = Math.max(0, all.length - rows);
  return { all, top: Math.min(shown.top, last), last };
}

/** The content of the part beside the list. */
export function previewRows(state: State, screen: ListScreen, area: Rect): readonly Row[] {
  const { all, top, last } = previewPage(state, screen, area);
  const seen = all.slice(top, top + area.rows);
  if (top === last || seen.length === 0) return seen;
  // An ellipsis in the text's column shows that the text continues below.
  const margin = isBeside(state) ? columnOf(area.columns, state.settings.width).x : 0;
  return [...seen.slice(0, -1), [span(`${' '.repeat(margin)}…`)]];
}

/** Set once for an article and its options: a list is drawn again for every key. */
const cache = new WeakMap<object, { readonly key: string; readonly rows: readonly Row[] }>();

function articleRows(state: State, { headline, article }: Preview, columns: number): readonly Row[] {
  const { language } = state;
  const { hanja } = state.settings;
  const measure = state.settings.width;
  const key = `${columns} ${language} ${hanja} ${measure}`;
  const known = cache.get(article!);
  let rows = known?.key === key ? known.rows : null;
  if (rows === null) {
    const label = `[${say(language, 'article.photo')}]`;
    rows = setArticle(article!, {
      columns,
      language,
      hanja,
      measure,
      photo: () => ({ rows: [], label }),
    }).rows;
    cache.set(article!, { key, rows });
  }
  const picture = thumbnail(state, headline.image);
  const before = [
    ...noteRows(state, headline, columns),
    ...(picture === null ? [] : [...pictureRows(picture), []]),
  ];
  return before.length === 0 ? rows : [...before, ...rows];
}

function noteRows({ language }: State, headline: Headline | Bookmark, columns: number): Row[] {
  return noteTexts(headline, language).flatMap((text) => [
    ...setText(text, columns, 'plain').map(({ row }) => row),
    [],
  ]);
}

/** The headline in full with its lead. */
function leadRows(state: State, headline: Headline | Bookmark, columns: number): Row[] {
  const label = sectionLabel(headline.section, state.language);
  const time = headline.publishedAt === null ? '' : fullTime(headline.publishedAt, state.language);
  const over = [label, time].filter((part) => part !== '').join(' · ');
  const lines = (text: string, style: Style) => setText(text, columns, style).map(({ row }) => row);
  const lead = endsCut(headline.summary) ? `${headline.summary}…` : headline.summary;
  const picture = thumbnail(state, headline.image);
  const all = [
    ...lines(over, 'section'),
    ...lines(shownText(headline.title, state.settings.hanja).text, 'strong'),
    [],
    ...(picture === null ? [] : [...pictureRows(picture), []]),
    ...noteRows(state, headline, columns),
    ...lead
      .split('\n')
      .filter((paragraph) => paragraph !== '')
      .flatMap((paragraph) => [...lines(shownText(paragraph, state.settings.hanja).text, 'plain'), []]),
  ];
  while (all.at(-1)?.length === 0) all.pop();
  return all;
}
