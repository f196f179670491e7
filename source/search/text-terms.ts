import { hanjaReadings } from '../korean/hanja/hanja.ts';
import { jamo } from '../korean/jamo.ts';
import { listItem } from '../list-item.ts';
import type { Article, Block, Headline } from '../model.ts';
import { normalise } from './normalise.ts';
import type { Word } from './query.ts';

/**
 * A text as the archive's index holds it: `title` and `body` in jamo, since over syllables an index of three
 * characters at a time knows no word of two; `short` the syllables and two-letter words, for queries that are shorter
 * than three jamo.
 */
export interface IndexedText {
  readonly title: string;
  readonly body: string;
  readonly short: string;
}

/** A word to look for: what it may have been typed for, in jamo; or, where that is too short, what is in `short`. */
export type TextTerm =
  | { readonly kind: 'long'; readonly alternatives: readonly string[] }
  | { readonly kind: 'short'; readonly tokens: readonly string[] };

/** The least that an index of three characters at a time can be asked for. */
const SHORTEST = 3;

const HANJA_RUN = /[\u3400-\u9fff]+/g;
const TWO_LETTERS = /(?<![a-z\d])[a-z\d]{2}(?![a-z\d])/g;

/** What the index is given of a headline or, where it is kept, the article. */
export function indexedText(
  headline: Pick<Headline, 'title' | 'summary'>,
  article: Article | null,
): IndexedText {
  const title = article?.title ?? headline.title;
  const paragraphs = article === null ? [headline.summary] : paragraphsOf(article);
  const whole = [title, ...paragraphs].join('\n');
  return {
    title: searchable(title),
    body: paragraphs.map(searchable).join('\n'),
    short: [
      ...new Set([
        ...normalise(whole).text,
        ...(whole.normalize('NFKC').toLowerCase().match(TWO_LETTERS) ?? []),
      ]),
    ].join(' '),
  };
}

function paragraphsOf({ deck, blocks, tags, reporters }: Article): string[] {
  return [...deck, ...blocks.flatMap(textsOf), tags.join(' '), reporters.map(({ name }) => name).join(' ')];
}

function textsOf(block: Block): string[] {
  switch (block.type) {
    case 'photo':
      return [block.caption ?? ''];
    case 'list':
      return block.items.map((item) => listItem(item).text);
    case 'table':
      return block.rows.map((row) => row.join(' '));
    case 'embed':
      return [block.title ?? ''];
    default:
      return [block.text];
  }
}

/** Without spaces, so that one that is missing in a query does not matter; Hanja also as they may be read. */
function searchable(text: string): string {
  const readings = [...text.matchAll(HANJA_RUN)].flatMap(([run]) =>
    [0, 1].map((which) =>
      [...run].map((char) => hanjaReadings(char)[which] ?? hanjaReadings(char)[0] ?? char).join(''),
    ),
  );
  return [text, ...new Set(readings)].map((each) => jamo(normalise(each).text)).join(' ');
}

/** What the words of a query ask of the index; all of them are wanted. */
export function termsOf(words: readonly Word[]): TextTerm[] {
  return words.map(({ typed, jamo: apart, readings, otherLayouts }) => {
    if (apart.length < SHORTEST) {
      const isWord = /^[a-z\d]+$/.test(typed);
      return { kind: 'short', tokens: isWord ? [typed] : [...typed] };
    }
    const others = [...readings.map((reading) => jamo(reading)), ...otherLayouts.map((other) => other.jamo)];
    return {
      kind: 'long',
      alternatives: [...new Set([apart, ...others.filter((other) => other.length >= SHORTEST)])],
    };
  });
}
