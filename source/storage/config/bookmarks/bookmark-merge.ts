import type { NewBookmark } from '../../../model.ts';

/**
 * The bookmark that two lists' bookmarks of one article make together. The first one's data stay, and data
 * that it lacks come from the other: merging again with either changes nothing.
 */
export function mergeBookmarks(own: NewBookmark, other: NewBookmark): NewBookmark {
  const fuller = (one: readonly string[], two: readonly string[]) => (one.length > 0 ? one : two);
  return {
    ...own,
    // A page that was bookmarked before it could be read has its link for a title.
    title: own.title === own.url ? other.title : own.title,
    section: own.section ?? other.section,
    sections: fuller(own.sections, other.sections),
    publishedAt: own.publishedAt ?? other.publishedAt,
    summary: own.summary || other.summary,
    image: own.image ?? other.image,
    savedAt: [own.savedAt, other.savedAt].sort()[0]!,
    note: mergeNotes(own.note, other.note),
    tags: [...new Set([...own.tags, ...other.tags])],
    articleTags: fuller(own.articleTags, other.articleTags),
    reporters: fuller(own.reporters, other.reporters),
  };
}

/** Both notes: the first as it is, then the paragraphs of the other that it does not have. */
export function mergeNotes(own: string, other: string): string {
  if (own === '') return other;
  const paragraphs = (note: string) => note.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '');
  const known = new Set(paragraphs(own));
  const added = paragraphs(other).filter((paragraph) => !known.has(paragraph));
  return [own, ...new Set(added)].join('\n\n');
}
