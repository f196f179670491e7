import type { Params } from '../messages/index.ts';
import { readFollowed } from '../watch-words.ts';
import type { Reader } from './types.ts';

/**
 * Something that is followed, as messages name it: its `kind` and `name`, of a story the newest `title` in
 * place of the id; '' if none of it is kept.
 */
export function followedParams(reader: Pick<Reader, 'story'>, entry: string): Params {
  const followed = readFollowed(entry);
  if (followed === null) return { kind: 'tag', name: entry };
  const title = followed.kind === 'story' ? (reader.story(followed.name)?.headlines.at(-1)?.title ?? '') : '';
  return { ...followed, title };
}
