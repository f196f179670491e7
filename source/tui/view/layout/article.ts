import { failureText, say } from '../../../messages/index.ts';
import type { Placement } from '../../../terminal/images/pictures.ts';
import { rowOf, type SetArticle, setArticle } from '../../../typeset/article.ts';
import { correctedText } from '../../../typeset/corrected.ts';
import { noteTexts } from '../../../typeset/note.ts';
import type { Target } from '../../../typeset/targets.ts';
import type { PhotoState } from '../../state/photos.ts';
import type { ArticleScreen } from '../../state/screens.ts';
import type { State } from '../../state/state.ts';
import { layoutFor } from './desk.ts';
import { photoBox, setPhoto } from './photos.ts';
import { columnOf, type Layout } from './screen.ts';

/** An open article as it stands on the screen. */
export interface ArticleView {
  readonly layout: Layout;
  readonly column: { readonly x: number; readonly columns: number };
  readonly set: SetArticle;
  /** The photos among its rows. */
  readonly images: readonly Placement[];
  /** The rows of the article in sight. */
  readonly rows: number;
  /** The first row in sight, and the greatest that it may be. */
  readonly top: number;
  readonly lastTop: number;
  /** The reader's progress, in per cent; 100 when the end is in sight. */
  readonly progress: number;
}

/** The article set for the screen. Setting is done once for an article, a width and its options. */
export function articleView(state: State, screen: ArticleScreen): ArticleView {
  const layout = layoutFor(state, screen);
  const column = columnOf(layout.body.columns, state.settings.width);
  const { set, images } = setOnce(state, screen, column.columns);
  const rows = Math.max(0, layout.body.rows - (screen.search === null ? 0 : 1));
  const lastTop = Math.max(0, set.rows.length - rows);
  const top = Math.min(rowOf(set.places, screen.place), lastTop);
  const progress = lastTop === 0 ? 100 : Math.round((top / lastTop) * 100);
  return { layout, column, set, images, rows, top, lastTop, progress };
}

/** The target of the article that is chosen, while it is in sight. */
export function chosenTarget(state: State, screen: ArticleScreen): Target | undefined {
  if (screen.link === null) return undefined;
  const { set, top, rows } = articleView(state, screen);
  const target = set.targets[screen.link];
  return target !== undefined && target.row >= top && target.row < top + rows ? target : undefined;
}

interface CachedArticle {
  readonly key: string;
  readonly photos: PhotoState;
  readonly set: SetArticle;
  readonly images: readonly Placement[];
}

const cache = new WeakMap<object, CachedArticle>();

function setOnce(state: State, screen: ArticleScreen, columns: number): CachedArticle {
  const { language, keymap } = state;
  const { hanja } = state.settings;
  const { article, loading } = screen;
  const notice =
    loading.kind === 'fetching'
      ? ({ text: say(language, 'article.fetching'), style: 'notice' } as const)
      : loading.kind === 'lead-only'
        ? ({
            text: say(language, 'article.lead-only', {
              ...keymap.names,
              reason: failureText(language, loading.failure),
            }),
            style: 'alert',
          } as const)
        : null;
  const labelled = screen.follow !== null;
  const corrected = screen.corrections === null ? '' : correctedText(screen.corrections, state.now, language);
  const note = screen.headline.bookmarked ? noteTexts(screen.headline, language).join('\n') : '';
  const box = photoBox(state, screen);
  const related = screen.related.map(({ id }) => id).join(' ');
  const key = `${columns} ${box.rows} ${language} ${hanja} ${labelled} ${corrected} ${notice?.text ?? ''} ${related} ${note}`;
  const known = cache.get(article);
  if (known?.key === key && known.photos === state.photos) return known;
  const images: Placement[] = [];
  const set = setArticle(article, {
    columns,
    language,
    hanja,
    notice,
    corrected,
    note,
    labelled,
    measure: state.settings.width,
    related: screen.related,
    photo: (url) => setPhoto(state, url, box, images),
  });
  const fresh = { key, photos: state.photos, set, images };
  cache.set(article, fresh);
  return fresh;
}
