/** The day in one page: the headlines since a time, chosen from the archive. */
import { parseKoreanTime } from '../korean/times.ts';
import { firstSentence } from '../lead.ts';
import type { Headline } from '../model.ts';
import { minutesOf } from '../reading-time.ts';
import { FOLLOWING, SECTIONS } from '../sections.ts';

/** A headline with the first sentence of its lead; '' if it has none. */
export interface DayHeadline extends Headline {
  readonly lead: string;
}

/** A story of which two pieces or more came. */
export interface DayStory {
  readonly id: string;
  /** The newest headline, which stands for the others. */
  readonly headline: DayHeadline;
  /** Newest first. */
  readonly headlines: readonly Headline[];
  /** When the first and the last of them were published. */
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
}

export interface DaySection {
  /** A feed's name; `following` for those with a watched word. */
  readonly name: string;
  readonly headlines: readonly DayHeadline[];
}

/** Times in ms since the epoch. */
export interface Day {
  readonly since: number;
  readonly until: number;
  /** Stories with a watched word first, then those in the most sections and with the most pieces. */
  readonly stories: readonly DayStory[];
  /** Headlines outside all stories, watched words first, then by section in the table's order, newest first. */
  readonly sections: readonly DaySection[];
  /** The minutes that all kept texts of the page take to read; 0 if none is kept. */
  readonly minutes: number;
}

export interface DayParts {
  readonly since: number;
  readonly until: number;
  /** The headlines of the day, newest first. */
  readonly headlines: readonly Headline[];
  /** The lengths of the kept texts (`readingLength`), by id. */
  readonly lengths: ReadonlyMap<string, number>;
}

export function dayOf({ since, until, headlines, lengths }: DayParts): Day {
  const byStory = Map.groupBy(headlines, ({ story }) => story ?? '');
  byStory.delete('');
  const stories = [...byStory]
    .filter(([, pieces]) => pieces.length > 1)
    .map(([id, pieces]) => storyOf(id, pieces))
    .sort((one, other) => weight(other) - weight(one));
  const told = new Set(stories.flatMap((story) => story.headlines.map(({ id }) => id)));
  const single = headlines.filter(({ id }) => !told.has(id)).map(withLead);
  const bySection = Map.groupBy(single, ({ section, watched }) =>
    watched === undefined ? (section ?? 'total') : FOLLOWING.name,
  );
  const names = [FOLLOWING.name, ...SECTIONS.map(({ name }) => name).filter((name) => name !== 'total')];
  const known = new Set(names);
  const others = [...bySection.keys()].filter((name) => !known.has(name));
  return {
    since,
    until,
    stories,
    sections: [...names, ...others].flatMap((name) => {
      const own = bySection.get(name);
      return own === undefined ? [] : [{ name, headlines: own }];
    }),
    minutes: headlines.reduce((minutes, { id }) => minutes + minutesOf(lengths.get(id) ?? 0), 0),
  };
}

/** The headlines of the page in its order, a story by the headline that stands for it. */
export function dayHeadlines(day: Day | null): readonly DayHeadline[] {
  if (day === null) return [];
  return [
    ...day.stories.map(({ headline }) => headline),
    ...day.sections.flatMap(({ headlines }) => headlines),
  ];
}

/** The day with marks of headlines changed. */
export function markDay(
  day: Day,
  ids: ReadonlySet<string>,
  marks: Partial<Pick<Headline, 'read' | 'bookmarked'>>,
): Day {
  if (!dayHeadlines(day).some(({ id }) => ids.has(id))) return day;
  const mark = (headline: DayHeadline): DayHeadline =>
    ids.has(headline.id) ? { ...headline, ...marks } : headline;
  return {
    ...day,
    stories: day.stories.map((story) => ({ ...story, headline: mark(story.headline) })),
    sections: day.sections.map((section) => ({ ...section, headlines: section.headlines.map(mark) })),
  };
}

const withLead = (headline: Headline): DayHeadline => ({
  ...headline,
  lead: firstSentence(headline.summary),
});

function storyOf(id: string, pieces: readonly Headline[]): DayStory {
  const newest = pieces[0]!;
  // The newest may be a line of breaking news without a lead.
  const told = pieces.find(({ summary }) => summary !== '') ?? newest;
  const times = pieces.flatMap(({ publishedAt }) => publishedAt ?? []).sort();
  return {
    id,
    headline: { ...newest, lead: firstSentence(told.summary) },
    headlines: pieces,
    publishedAt: times[0] ?? null,
    updatedAt: times.at(-1) ?? null,
  };
}

/** More for every section and piece; a watched word outweighs them all, and of two alike the newer comes first. */
function weight({ headlines, updatedAt }: DayStory): number {
  const sections = new Set(headlines.flatMap((each) => each.sections.filter((name) => name !== 'total')));
  const watched = headlines.some((each) => each.watched !== undefined);
  const time = updatedAt === null ? 0 : parseKoreanTime(updatedAt) / 1e15;
  return (watched ? 1_000_000 : 0) + sections.size + headlines.length + time;
}
