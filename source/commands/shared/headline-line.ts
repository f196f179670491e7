import { spokenLine } from '../../korean/spoken.ts';
import { age } from '../../korean/times.ts';
import { type Language, say } from '../../messages/index.ts';
import type { Headline } from '../../model.ts';
import { sectionLabel } from '../../sections.ts';
import { noteTexts } from '../../typeset/note.ts';

export interface HeadlineLineOptions {
  readonly number: number;
  readonly language: Language;
  /** ms since the epoch. */
  readonly now: number;
  /** Whether its section is said, which a section's own list need not. */
  readonly section: boolean;
}

/** A headline as a line of words for a screen reader: its number, title, section and age, and the marks it has. */
export function headlineLine(
  headline: Headline,
  { number, language, now, section }: HeadlineLineOptions,
): string {
  const { title, publishedAt, read, bookmarked } = headline;
  const facts = [
    section ? sectionLabel(headline.section, language) : '',
    publishedAt === null ? '' : spokenLine(age(publishedAt, now, language), language === 'ko'),
    read ? say(language, 'plain.read') : '',
    bookmarked ? say(language, 'plain.bookmarked') : '',
  ].filter((fact) => fact !== '');
  const sentences = [title, facts.join(', '), ...noteTexts(headline, language)].filter((text) => text !== '');
  return `${number}. ${sentences.map((text) => spokenLine(text)).join('. ')}.`;
}
