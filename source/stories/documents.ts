import { glosses } from '../korean/hanja/hanja.ts';
import { stem } from '../korean/inflection/stem.ts';
import { foldAccents } from '../text/accents.ts';
import { startRun } from '../text/runs.ts';

/** A headline in the form that stories are made from: title and lead as sanitised text. */
export interface StoryDocument {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  /** In ms since 1970. */
  readonly publishedAt: number;
}

/** The features by which a document is compared. */
export interface StoryText {
  readonly id: string;
  readonly publishedAt: number;
  /** The stems of the title, each once. */
  readonly title: readonly string[];
  /** The stems of title and lead, with the number of times that each stands there. */
  readonly all: ReadonlyMap<string, number>;
}

/** A longer lead makes texts no easier to distinguish. In UTF-16 units. */
const LEAD_LENGTH = 320;

const WORD = /[0-9]+(?:[.,][0-9]+)*[%가-힣a-z]*|[가-힣a-z][가-힣a-z0-9]*/g;
const isHanja = (char: string): boolean => char >= '\u3400' && char <= '\u9fff';

/** `[속보]`, `[종합]`, `<3>` and `外`: the kind of piece, not its subject. */
const KIND_OF_PIECE = /\[[^\]]{1,12}\]|<[^>]{1,12}>|【[^】]{1,12}】/y;

/** Makes a document ready for comparing. */
export function storyText({ id, title, lead, publishedAt }: StoryDocument): StoryText {
  const inTitle = stemsOf(title.slice(startRun(title, KIND_OF_PIECE)));
  const all = new Map<string, number>();
  for (const each of [...inTitle, ...stemsOf(lead.slice(0, LEAD_LENGTH))])
    all.set(each, (all.get(each) ?? 0) + 1);
  return { id, publishedAt, title: [...new Set(inTitle)], all };
}

/**
 * The stems of a text in their order: words without particles and endings, Hanja as they are read, Latin in lower case
 * without accents, numbers with their unit (3명, 0.25%). Single syllables are left out.
 */
function stemsOf(text: string): string[] {
  const words = foldAccents(readOut(text.normalize('NFC'))).match(WORD) ?? [];
  return words
    .map((word) => stem(word.replace(/(?<=[0-9]),(?=[0-9]{3})/g, '')))
    .filter((each) => each.length > 1);
}

/** The text with its Hanja replaced by their readings: 美 금리 → 미국 금리. */
function readOut(text: string): string {
  let read = '';
  let from = 0;
  for (const { at, text: reading } of glosses(text)) {
    let run = at;
    while (run > from && isHanja(text[run - 1]!)) run -= 1;
    read += text.slice(from, run) + reading.slice(1, -1);
    from = at;
  }
  return read + text.slice(from);
}
