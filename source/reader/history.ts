import { compareKept, type History } from '../corrections/compare.ts';
import type { Version } from '../corrections/history.ts';
import { parseKoreanTime } from '../korean/times.ts';
import { leadArticle } from '../lead.ts';
import type { Article, Headline } from '../model.ts';
import type { Archive } from '../storage/types.ts';

/**
 * The history of an article; of a headline that was never opened nor changed, its lead. Null for an unknown
 * id.
 * @param text the text in a bookmark's file
 */
export function historyOf(
  archive: Archive,
  id: string,
  { headline, text }: { readonly headline: Headline | null; readonly text: Article | null },
): History | null {
  const history = compareKept(id, archive.versions(id), archive.headline(id)?.title ?? null);
  if (history.versions.length > 0) return history;
  const shown = text ?? (headline === null ? null : leadArticle(headline));
  if (shown === null) return null;
  const { source, updatedAt, title, deck, blocks, publishedAt } = shown;
  const seenAt = publishedAt === null ? 0 : parseKoreanTime(publishedAt);
  const lead: Version = { source, updatedAt, title, deck, blocks, seenAt };
  return { id, versions: [lead], changes: [] };
}
