import { type Language, say } from '../messages/index.ts';
import type { Bookmark, Headline } from '../model.ts';

/** A bookmark's note and its own tags, a text each (`메모: …`, `#tag #tag`); none of a headline without either. */
export function noteTexts(headline: Headline | Bookmark, language: Language): string[] {
  if (!('note' in headline)) return [];
  const note = headline.note === '' ? '' : `${say(language, 'screen.note')}: ${headline.note}`;
  return [note, headline.tags.map((tag) => `#${tag}`).join(' ')].filter((text) => text !== '');
}
