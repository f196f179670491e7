/** The preview beside a list: the selected headline with its article's text or, before that is kept, its lead. */
import { fullTime } from '../../../korean/times.ts';
import { endsCut } from '../../../lead.ts';
import { say } from '../../../messages/index.ts';
import type { Bookmark, Headline } from '../../../model.ts';
import { sectionLabel } from '../../../sections.ts';
import { setArticle } from '../../../typeset/article.ts';
import { setText } from '../../../typeset/blocks.ts';
import { shownText } from '../../../typeset/glossed-text.ts';
import { type Row, type Style, span } from '../../../typeset/rows.ts';
import type { Preview, State } from '../../state/state.ts';
import { isBeside } from '../layout/desk.ts';
import type { ListScreen } from '../layout/list.ts';
import { pictureRows, thumbnail } from '../layout/photos.ts';
import { columnOf, type Rect } from '../layout/screen.ts';
import type { Body } from './body.ts';

/**
 * The headline that is shown: where somebody moves on, the one before stays until they stop. Its marks are those of the
 * list.
 */
function shownPreview(state: State, { list }: ListScreen): Preview | null {
  const selected = list.items[list.selected]?.headline;
  if (selected === undefined) return null;
  const { preview } = state;
  if (preview === null) return { headline: selected, article: null };
  return preview.headline.id === selected.id ? { ...preview, headline: selected } : preview;
}

/** The preview's thumbnail. */
export function imagesOf(state: State, screen: ListScreen): Pick<Body, 'images'> {
  const shown = shownPreview(state, screen);
  const picture = shown === null ? null : thumbnail(state, shown.headline.image);
  return picture === null ? {} : { images: [picture] };
}

/** The content of the part beside the list. */
export function previewRows(state: State, screen: ListScreen, { columns, rows }: Rect): readonly Row[] {
  const shown = shownPreview(state, screen);
  if (shown === null) return [];
  // An article opened beside the list keeps its text in place.
  const column = isBeside(state) ? columnOf(columns, state.settings.width) : { x: 0, columns };
  const all =
    shown.article === null
      ? leadRows(state, shown.headline, column.columns)
      : articleRows(state, shown, column.columns);
  const seen = all.length <= rows ? all : [...all.slice(0, Math.max(0, rows - 1)), [span('…')]];
  return column.x === 0 ? seen : seen.map((row) => [span(' '.repeat(column.x)), ...row]);
}

/** Set once for an article and how it is to be set: a list is drawn anew for every key. */
const cache = new WeakMap<object, { readonly key: string; readonly rows: readonly Row[] }>();

function articleRows(state: State, { headline, article }: Preview, columns: number): readonly Row[] {
  const { language, hanja } = state;
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
  if (!('note' in headline)) return [];
  const note = headline.note === '' ? '' : `${say(language, 'screen.note')}: ${headline.note}`;
  const texts = [note, headline.tags.map((tag) => `#${tag}`).join(' ')].filter((text) => text !== '');
  return texts.flatMap((text) => [...setText(text, columns, 'plain').map(({ row }) => row), []]);
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
    ...lines(shownText(headline.title, state.hanja).text, 'strong'),
    [],
    ...(picture === null ? [] : [...pictureRows(picture), []]),
    ...noteRows(state, headline, columns),
    ...lead
      .split('\n')
      .filter((paragraph) => paragraph !== '')
      .flatMap((paragraph) => [...lines(shownText(paragraph, state.hanja).text, 'plain'), []]),
  ];
  while (all.at(-1)?.length === 0) all.pop();
  return all;
}
