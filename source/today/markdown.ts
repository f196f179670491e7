import { clockOf } from '../korean/times.ts';
import { type Language, say } from '../messages/index.ts';
import { sectionLabel } from '../sections.ts';
import { markdownLink, markdownText } from '../typeset/markdown.ts';
import type { Day, DayHeadline, DayStory } from './day.ts';
import { dayFacts, dayName } from './rows.ts';

/** The day as Markdown. @param limit the most stories, and headlines of a section; null for all */
export function dayMarkdown(day: Day, limit: number | null, language: Language): string {
  const parts = [`# ${dayName(day, language)}`, markdownText(dayFacts(day, language))];
  const shown = <Item>(items: readonly Item[]): readonly Item[] => items.slice(0, limit ?? items.length);
  const more = (all: number): string[] =>
    limit === null || all <= limit ? [] : [say(language, 'day.more', { count: all - limit })];
  if (day.stories.length > 0) {
    const items = shown(day.stories).map((story) => item(story.headline, story));
    parts.push(`## ${say(language, 'day.stories')}`, items.join('\n'), ...more(day.stories.length));
  }
  for (const { name, headlines } of day.sections) {
    const items = shown(headlines).map((headline) => item(headline, null));
    parts.push(
      `## ${markdownText(sectionLabel(name, language))}`,
      items.join('\n'),
      ...more(headlines.length),
    );
  }
  return `${parts.join('\n\n')}\n`;
}

function item({ title, url, publishedAt, lead }: DayHeadline, story: DayStory | null): string {
  const count = story === null ? '' : ` +${story.headlines.length - 1}`;
  const time = publishedAt === null ? '' : ` ${clockOf(publishedAt)}`;
  const words = lead === '' ? '' : `\\\n  ${markdownText(lead)}`;
  return `- ${markdownLink(title, url)}${count}${time}${words}`;
}
