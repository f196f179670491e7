import type { Feed } from '../../donga/feed/feed.ts';
import { decodeText } from '../../net/decode.ts';
import type { HttpAnswer } from '../../net/http.ts';
import { findSection } from '../../sections.ts';

/**
 * Reads a feed's document by its section: the paper's own, or another site's. Each is loaded when the first one comes.
 * @throws Failure `bad-feed`
 */
export async function readFeed({ body, contentType, url }: HttpAnswer, section: string): Promise<Feed> {
  const text = decodeText(body, contentType);
  if (findSection(section)?.feed === undefined) {
    return (await import('../../donga/feed/feed.ts')).parseFeed(text, section, url);
  }
  return (await import('../../feeds/headlines.ts')).readOtherFeed(text, section, url);
}
