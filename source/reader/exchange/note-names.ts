import type { NewBookmark } from '../../model.ts';
import { withoutEnd } from '../../text/runs.ts';

/** A file's name has at most 255 bytes on most systems; programs append some. */
const LONGEST = 180;

/** A file's name for each bookmark's note: its day and title, with the id where two would have the same name. */
export function noteNames(
  bookmarks: readonly Pick<NewBookmark, 'id' | 'title' | 'publishedAt' | 'savedAt'>[],
): string[] {
  const names = bookmarks.map(({ title, publishedAt, savedAt }) =>
    `${(publishedAt ?? savedAt).slice(0, 10)} ${fileTitle(title)}`.trim(),
  );
  const counts = new Map<string, number>();
  // Some file systems know no case.
  for (const name of names) counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1);
  return names.map((name, at) => {
    const isAlone = counts.get(name.toLowerCase()) === 1;
    return `${isAlone ? name : `${name} ${bookmarks[at]!.id.replace(/[^\w-]/g, '_')}`}.md`;
  });
}

/** A title without characters that have a meaning for a file system or in a link to a note. */
function fileTitle(title: string): string {
  let name = title.replace(/[\\/:*?"<>|#^[\]]+/g, ' ').replace(/\s+/g, ' ');
  while (Buffer.byteLength(name) > LONGEST) name = [...name].slice(0, -1).join('');
  return withoutEnd(name, /[.\s]/).trim();
}
