import { setImmediate as turn } from 'node:timers/promises';
import { UNFILTERED } from '../candidates.ts';
import type { Article, Headline } from '../model.ts';
import { parseQuery } from '../search/query/query.ts';
import { inText } from '../search/shortlist/shortlist.ts';
import type { Archive } from '../storage/types.ts';
import { type StoryDocument, type StoryText, storyText } from '../stories/documents.ts';
import { type Frequencies, similarity } from '../stories/similarity.ts';
import { fillOneTemplate } from '../stories/templates.ts';

/**
 * The number of related headlines shown, of an article's words that are looked for, and of texts of each that
 * are compared.
 */
const MOST = 5;
const WORDS = 6;
const TEXTS = 60;
/**
 * A word in more than this share of all texts tells nothing of what one is about; one in only a few texts does
 * in any case.
 */
const COMMON = 0.02;
const FEW = 4;
/** Texts less alike than this are about something else. Two accounts of one event come to 0.31. */
const LEAST = 0.1;
/**
 * One common word (외국인, 예산) makes no relation: so many telling words are shared and stand in a title, and
 * the rarities of all that are shared come to this sum, each the logarithm of the texts for one that has it.
 * Tried on the labelled stories (test/stories) and on the sample edition.
 */
const WORDS_IN_TITLES = 2;
const RARITY = 10;

export interface RelatedParts {
  readonly archive: Pick<Archive, 'headline' | 'index'>;
  /** The number of the archive's texts that each stem stands in. */
  frequenciesOf(stems: Iterable<string>): Frequencies;
}

/**
 * Finds kept headlines related to an article, best first: by its rarer words in the full-text index, and by
 * the likeness of the texts. The article's own story is left out, and another story gives one at most.
 * Between two questions to the index other work comes first.
 */
export async function findRelated(
  { archive, frequenciesOf }: RelatedParts,
  article: Article,
  now: number,
): Promise<Headline[]> {
  const own = archive.headline(article.id)?.story;
  const text = textOf({ id: article.id, title: article.title, lead: wordsOf(article) });
  const known = frequenciesOf(text.all.keys());
  const isTelling = (stem: string): boolean =>
    known.of(stem) <= Math.max(FEW, known.documents * COMMON) && !/^[0-9]/.test(stem);
  const inTitle = new Set(text.title);
  const words = [...text.all.keys()]
    .filter(isTelling)
    .sort(
      (one, other) =>
        Number(inTitle.has(other)) - Number(inTitle.has(one)) || known.of(one) - known.of(other),
    )
    .slice(0, WORDS);
  const documents = new Map<string, Omit<StoryDocument, 'publishedAt'>>();
  for (const word of words) {
    await turn();
    const match = inText(parseQuery(word, now).words);
    if (match === null) continue;
    const candidates = archive.index.candidates({ ...UNFILTERED, in: 'texts', match, limit: TEXTS });
    for (const { id, title, lead } of candidates) documents.set(id, { id, title, lead: lead ?? '' });
  }
  documents.delete(article.id);
  const others = [...documents.values()].map(textOf);
  const frequencies = frequenciesOf([text, ...others].flatMap(({ all }) => [...all.keys()]));
  const scored = others
    .filter((other) => areRelated(text, other, frequencies, isTelling))
    .map((other) => ({ id: other.id, score: similarity(text, other, frequencies) }))
    .filter(({ score }) => score >= LEAST)
    .sort((one, other) => other.score - one.score);
  const found: Headline[] = [];
  const told = new Set(own === undefined ? [] : [own]);
  for (const { id } of scored) {
    const headline = archive.headline(id);
    if (headline === null || (headline.story !== undefined && told.has(headline.story))) continue;
    if (headline.story !== undefined) told.add(headline.story);
    found.push(headline);
    if (found.length === MOST) break;
  }
  return found;
}

/** Whether two texts share enough telling words, and are not yesterday's and today's account of a kind. */
function areRelated(
  one: StoryText,
  other: StoryText,
  { documents, of }: Frequencies,
  isTelling: (stem: string) => boolean,
): boolean {
  const shared = [...one.all.keys()].filter((stem) => other.all.has(stem) && isTelling(stem));
  const inTitles = shared.filter((stem) => one.title.includes(stem) || other.title.includes(stem));
  const rarity = shared.reduce((sum, stem) => sum + Math.log(1 + documents / (1 + of(stem))), 0);
  return inTitles.length >= WORDS_IN_TITLES && rarity >= RARITY && !fillOneTemplate(one, other, of);
}

const wordsOf = ({ blocks }: Article): string =>
  blocks.flatMap((block) => ('text' in block ? [block.text] : [])).join('\n');

/** A text for comparing; the days between two texts do not matter here. */
const textOf = (document: Omit<StoryDocument, 'publishedAt'>) => storyText({ ...document, publishedAt: 0 });
