/** Photos: those that the screen wants, the one that fills it, and the answers to requests for them. */
import type { Block } from '../../model.ts';
import type { Movement } from '../input/keys.ts';
import type { Effect, Step } from '../state/effects.ts';
import type { Event } from '../state/events.ts';
import type { WantedPhotos } from '../state/photos.ts';
import type { ArticleScreen, PhotoScreen } from '../state/screens.ts';
import { type State, topScreen } from '../state/state.ts';
import { photoBox, thumbnailBox, wholeBox } from '../view/layout/photos.ts';
import { notify, push, putTop, stay, withEffects } from './steps.ts';

const NONE: WantedPhotos = { kind: 'none' };
/** The time that a headline is selected before its thumbnail is fetched, in ms. */
const SETTLED = 300;

/** The photos that the screen on top wants to show. */
function wantedPhotos(state: State): WantedPhotos {
  const { none, inText, unasked } = state.photos;
  const screen = topScreen(state);
  if (none !== null) return NONE;
  const sample = state.edition.kind === 'sample';
  if (screen.kind === 'photo') {
    const { url } = screen.photos[screen.at]!;
    return {
      kind: 'whole',
      page: screen.page,
      url,
      box: wholeBox(state, screen),
      fetch: sample || !state.offline,
    };
  }
  if (!inText) return NONE;
  const fetch = sample || (unasked && !state.offline);
  if (screen.kind === 'article') {
    // The text comes first: an article is opened to be read.
    if (screen.loading.kind === 'fetching') return NONE;
    const urls = photosIn(screen).map(({ url }) => url);
    if (urls.length === 0) return NONE;
    return { kind: 'text', page: screen.headline.url, urls, box: photoBox(state, screen), fetch, pause: 0 };
  }
  if (!('list' in screen)) return NONE;
  const box = thumbnailBox(state);
  const headline = screen.list.items[screen.list.selected]?.headline;
  if (box === null || headline == null || headline.image === null) return NONE;
  return { kind: 'text', page: headline.url, urls: [headline.image], box, fetch, pause: SETTLED };
}

/** The effect for a screen that wants other photos than before. */
export function photoEffects(before: State, after: State): Effect[] {
  if (before === after) return [];
  const wanted = wantedPhotos(after);
  return same(wantedPhotos(before), wanted) ? [] : [{ type: 'photos', wanted }];
}

function same(one: WantedPhotos, other: WantedPhotos): boolean {
  if (one.kind === 'none' || other.kind === 'none') return one.kind === other.kind;
  if (one.page !== other.page || one.fetch !== other.fetch) return false;
  if (one.box.columns !== other.box.columns || one.box.rows !== other.box.rows) return false;
  if (one.kind === 'whole') return other.kind === 'whole' && one.url === other.url;
  if (other.kind !== 'text' || one.urls.length !== other.urls.length) return false;
  return one.urls.every((url, at) => url === other.urls[at]);
}

type PhotoBlock = Extract<Block, { type: 'photo' }>;

function photosIn({ article }: ArticleScreen): PhotoBlock[] {
  return article.blocks.filter((block) => block.type === 'photo');
}

/** Photos in the text or not. */
export function togglePhotos(state: State): Step {
  const { photos } = state;
  if (photos.none !== null) return stay(notify(state, `notice.photos-${photos.none}`));
  if (photos.able === false) return stay(notify(state, 'notice.photos-captions'));
  const inText = !photos.inText;
  const next = { ...state, photos: { ...photos, inText } };
  return stay(notify(next, inText ? 'notice.photos-on' : 'notice.photos-hidden'));
}

/**
 * Fills the screen with the article's first photo from a block on, which is the reader's place; with its last
 * one if all are above.
 */
export function openPhotos(state: State, screen: ArticleScreen, from = screen.place.block): Step {
  if (state.photos.none !== null) return stay(notify(state, `notice.photos-${state.photos.none}`));
  const blocks = photosIn(screen);
  if (blocks.length === 0) return stay(notify(state, 'notice.no-photos'));
  const below = blocks.findIndex((photo) => screen.article.blocks.indexOf(photo) >= from);
  return stay(
    push(state, {
      kind: 'photo',
      page: screen.headline.url,
      photos: blocks.map(({ url, caption, alt }) => ({ url, caption: caption ?? alt })),
      at: below < 0 ? blocks.length - 1 : below,
      picture: 'fetching',
    }),
  );
}

/** Down and a page down lead to the next photo, up to the one before; to the first and the last as anywhere. */
export function movePhoto(state: State, screen: PhotoScreen, movement: Movement, count: number | null): Step {
  switch (movement) {
    case 'first':
      return stepPhoto(state, screen, (count ?? 1) - 1 - screen.at);
    case 'last':
      return stepPhoto(state, screen, (count ?? screen.photos.length) - 1 - screen.at);
    case 'down':
    case 'half-down':
    case 'page-down':
      return stepPhoto(state, screen, count ?? 1);
    default:
      return stepPhoto(state, screen, -(count ?? 1));
  }
}

/** Another photo of the article; after the last comes the first. */
export function stepPhoto(state: State, screen: PhotoScreen, by: number): Step {
  const { length } = screen.photos;
  if (length === 1) return stay(notify(state, 'notice.one-photo'));
  const at = (((screen.at + by) % length) + length) % length;
  if (at === screen.at) return stay(state);
  return stay(putTop(state, { ...screen, at, picture: 'fetching' }));
}

type PhotoEvent = Extract<Event, { type: 'photo' | 'picture' | 'photos-gone' | 'photos-in-text' }>;

/** Takes the answers for photos. */
export function photosArrived(state: State, event: PhotoEvent): Step {
  const { known } = state.photos;
  switch (event.type) {
    case 'photo':
      return stay(withKnown(state, new Map(known).set(event.url, event.photo)));
    case 'picture': {
      const screen = topScreen(state);
      if (screen.kind !== 'photo' || screen.photos[screen.at]?.url !== event.url) return stay(state);
      return stay(putTop(state, { ...screen, picture: event.picture }));
    }
    case 'photos-in-text': {
      const { photos } = state;
      return stay(event.able === photos.able ? state : { ...state, photos: { ...photos, able: event.able } });
    }
    case 'photos-gone': {
      if (event.images !== null) {
        const gone = new Set(event.images);
        const left = [...known].filter(([, photo]) => photo.kind !== 'shown' || !gone.has(photo.image));
        return stay(withKnown(state, new Map(left)));
      }
      const next = redrawn(withKnown(state, new Map()));
      return withEffects(next, { type: 'photos', wanted: wantedPhotos(next) });
    }
  }
}

function withKnown(state: State, known: State['photos']['known']): State {
  return { ...state, photos: { ...state.photos, known } };
}

/** The photo that fills the screen has to be drawn again for another size. */
export function redrawn(state: State): State {
  const screen = topScreen(state);
  return screen.kind === 'photo' ? putTop(state, { ...screen, picture: 'fetching' }) : state;
}
