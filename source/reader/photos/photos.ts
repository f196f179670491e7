/** Photos: kept ones, else from their servers; and their forms for the terminal. */
import { Failure } from '../../failure.ts';
import type { Http } from '../../net/http.ts';
import { readHeader } from '../../photos/header.ts';
import { type Rendered, type RenderTarget, renderPhoto } from '../../photos/render.ts';
import { openPhotoStore } from '../../storage/files/photo-store.ts';
import type { Bookmarks } from '../../storage/kept-types.ts';
import { photosOf } from './photo-urls.ts';

/** A photo on a page. */
export interface PhotoSource {
  readonly url: string;
  /** The page that shows it: no public page leads to a private address. */
  readonly page: string;
}

/** A photo to be shown. */
export interface PhotoJob extends PhotoSource {
  /** Whether its server may be asked if the photo is not kept. */
  readonly fetch: boolean;
  readonly target: RenderTarget;
}

export interface Photos {
  /** Renders a photo, and fetches it first if it is not kept. @throws Failure. */
  show(job: PhotoJob): Promise<Rendered>;
  /** Fetches a photo if it is not kept yet, and keeps it; resolves to whether it was fetched. @throws Failure. */
  keep(source: PhotoSource): Promise<boolean>;
}

export interface PhotoParts {
  /** Asks a URL's host, unless it wants no requests. */
  askHost<Result>(url: string, ask: () => Promise<Result>): Promise<Result>;
  readonly bookmarks: Pick<Bookmarks, 'list' | 'text'>;
  readonly http: Http;
  /** The folder of kept photos. */
  readonly folder: string;
  /** ms since the epoch. */
  readonly now: () => number;
}

export function createPhotos({ askHost, bookmarks, http, folder, now }: PhotoParts): Photos {
  const store = openPhotoStore({ folder, now, kept: () => photosOfBookmarks(bookmarks) });

  const fetched = ({ url, page }: PhotoSource): Promise<Uint8Array> =>
    askHost(url, async () => {
      const { body } = await http.get({ url, kind: 'image', linkedFrom: page });
      // A file that is no picture, or claims to be too large, is not kept.
      readHeader(body);
      store.put(url, body);
      return body;
    });

  return {
    async show(job) {
      const kept = store.get(job.url);
      if (kept === null && !job.fetch) throw new Failure('photo-not-kept');
      return renderPhoto(kept ?? (await fetched(job)), job.target);
    },

    async keep(source) {
      if (store.has(source.url)) return false;
      await fetched(source);
      return true;
    },
  };
}

/** The URLs of the photos that stay for the bookmarks: of their texts and of their headlines. */
function photosOfBookmarks(bookmarks: PhotoParts['bookmarks']): string[] {
  return bookmarks.list().flatMap(({ id, image }) => {
    const text = bookmarks.text(id);
    return [...(image === null ? [] : [image]), ...(text === null ? [] : photosOf(text))];
  });
}
