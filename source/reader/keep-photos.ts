import { asFailure, type Failure } from '../failure.ts';
import type { Article } from '../model.ts';
import type { Fetching } from './fetching/fetching.ts';
import { photosOf } from './photos/photo-urls.ts';
import type { KeptPhotos } from './types.ts';

/**
 * Fetches an article's photos that are not kept yet, one after the other, until the network fails or their
 * server wants no more requests. @param pause awaited after each one fetched.
 */
export async function keepPhotos(
  fetching: Pick<Fetching, 'keepPhoto'>,
  article: Article | null,
  pause: () => Promise<unknown>,
): Promise<KeptPhotos> {
  let had = 0;
  let failed = 0;
  let failure: Failure | null = null;
  for (const url of article === null ? [] : photosOf(article)) {
    try {
      if (!(await fetching.keepPhoto({ url, page: article!.url }))) continue;
      had += 1;
      await pause();
    } catch (error) {
      failed += 1;
      failure = asFailure(error);
      if (failure.code === 'rate-limited' || failure.code === 'offline') break;
    }
  }
  return { had, failed, failure };
}
