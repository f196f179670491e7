import { Failure } from '../failure.ts';
import { clockOf, dayHeading } from '../korean/times.ts';
import { say } from '../messages/index.ts';
import type { Headline } from '../model.ts';
import { sectionLabel } from '../sections.ts';
import { type Command, type Context, UsageError } from './shared/context.ts';
import { filledReader } from './shared/filled-reader.ts';
import { headlineCells } from './shared/print-headlines.ts';
import { tableLines } from './shared/table.ts';

/** `donga-tui story <id>`: a headline's story, or one by its own id, oldest first. */
export const story: Command = async (context, words) => {
  const [id, extra] = words;
  if (id === undefined || id === '') throw new UsageError('usage.missing', { what: 'id' });
  if (extra !== undefined) throw new UsageError('usage.too-many', { value: extra });
  const reader = await filledReader(context);
  (await reader.stories()).catchUp();
  const found = reader.story(id);
  if (found === null) throw new Failure('unknown-story', { id });
  const { headlines } = found;
  if (context.options.json) {
    const told = { id: found.id, title: headlines.at(-1)!.title, headlines };
    await context.print(`${JSON.stringify(told)}\n`);
  } else if (context.stdout.isTTY) await context.print(timeline(context, headlines));
  else
    await context.print(
      headlines.map((each) => `${headlineCells(each, context.language).join('\t')}\n`).join(''),
    );
  return 0;
};

/** A line for each headline, with its day if that has changed; unread ones are marked. */
function timeline({ language, now, stdout }: Context, headlines: readonly Headline[]): string {
  let before = '';
  const rows = headlines.map(({ id, publishedAt, read, section, title }) => {
    const day = publishedAt === null ? '' : dayHeading(publishedAt, now(), language);
    const shown = day === before ? '' : day;
    before = day;
    const time = publishedAt === null ? '' : clockOf(publishedAt);
    return [shown, time, read ? '' : '●', sectionLabel(section, language), title, id];
  });
  const { columns = 80 } = stdout;
  const heading = say(language, 'story.same-news', { count: headlines.length });
  return `${[heading, ...tableLines(rows, columns, 4)].join('\n')}\n`;
}
