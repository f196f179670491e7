import { HOUR } from '../clock.ts';
import { koreanTime, parseKoreanTime } from '../korean/times.ts';
import { say } from '../messages/index.ts';
import type { Headline } from '../model.ts';
import type { Reader } from '../reader/types.ts';
import { readFilter } from '../search/query/filters.ts';
import { SECTIONS } from '../sections.ts';
import { time } from '../storage/files/stored-json.ts';
import { wantsColour } from '../terminal/colour.ts';
import { drawnText, paintRow } from '../terminal/paint.ts';
import type { Day } from '../today/day.ts';
import { setFrontPage } from '../today/front-page.ts';
import { dayMarkdown } from '../today/markdown.ts';
import { type DayOptions, dayFacts, dayName, setDay, sinceText } from '../today/rows.ts';
import { type Row, rowText, span } from '../typeset/rows.ts';
import { type Command, type Context, UsageError } from './shared/context.ts';
import { filledReader } from './shared/filled-reader.ts';
import { printPaged } from './shared/pager.ts';

const PIPE_WIDTH = 80;
const WIDEST = 100;
/** The number of headlines of a section on a page. */
const OF_A_SECTION = 5;

/** `donga-tui today`: the headlines since the last time, in one page; prints nothing if there are none. */
export const today: Command = async (context, words) => {
  const [extra] = words;
  if (extra !== undefined) throw new UsageError('usage.too-many', { value: extra });
  const { options, language, stdout } = context;
  const since = sinceOf(context);
  const reader = await filledReader(context);
  if (!options.offline && !options.demo) await refreshAll(context, reader);
  await reader.groupNew();
  const day = await reader.day(since);
  const isEmpty = day.stories.length + day.sections.length === 0;
  if (options.json) await context.print(`${JSON.stringify(dayJson(day, options.limit))}\n`);
  else if (!isEmpty) {
    if (options.markdown) await context.print(dayMarkdown(day, options.limit ?? OF_A_SECTION, language));
    else await printPaged(context, stdout.isTTY ? frontPage(context, day) : plainPage(context, day));
  } else if (stdout.isTTY) {
    await context.print(`${say(language, 'day.nothing', { since: sinceText(day, language) })}\n`);
  }
  // A day since a time of the reader's own does not show all that came before it.
  if (since === null) reader.keepDayShown(day.until);
  return 0;
};

/** The time that the options name, in ms since the epoch; null for none. @throws UsageError */
function sinceOf({ options, now, language }: Context): number | null {
  const { since, hours } = options;
  if (since !== null && hours !== null) throw new UsageError('usage.too-many', { value: '--hours' });
  if (hours !== null) return now() - hours * HOUR;
  if (since === null) return null;
  const iso = time(since);
  const at = readFilter(`>${since.trim()}`, now())?.from ?? (iso === null ? null : parseKoreanTime(iso));
  if (at === null) {
    const allowed = `${language === 'ko' ? '어제' : 'yesterday'}, 2026-11-20, 2026-11-20T09:00`;
    throw new UsageError('usage.option-value', { option: '--since', value: since, allowed });
  }
  return at;
}

/**
 * Refreshes all feeds. If every one failed and nothing is kept, throws that failure; otherwise a line says
 * so.
 */
async function refreshAll(context: Context, reader: Reader): Promise<void> {
  const names = SECTIONS.map(({ name }) => name);
  const done = await reader.refresh(names, { asked: false });
  const failures = done.flatMap(({ failure }) => failure ?? []);
  const first = failures[0];
  if (first === undefined) return;
  if (failures.length === done.length && reader.count({ section: 'total' }) === 0) throw first;
  context.warn('headlines.stale', { reason: context.reason(first) });
}

/** Plain text for a pipe, such as `mail`: 80 columns, links in full. */
function plainPage({ language, options, settings }: Context, day: Day): string {
  const limit = options.limit ?? OF_A_SECTION;
  const link = ({ url }: Headline): string => url;
  const columns = options.width ?? PIPE_WIDTH;
  const { rows } = setDay(day, { columns, language, limit, leads: true, link });
  const head = `${dayName(day, language)} · ${dayFacts(day, language)}`;
  const wide = settings().all()['ambiguous-width'] === 'wide';
  return `${[head, '', ...rows.map((row) => drawnText(rowText(row), wide).trimEnd())].join('\n')}\n`;
}

/** A front page for the terminal, within one screen if possible; a longer one goes to the pager whole. */
function frontPage({ language, options, stdout, env, settings }: Context, day: Day): string {
  const { columns: width = PIPE_WIDTH, rows: height = Number.POSITIVE_INFINITY } = stdout;
  const columns = options.width ?? width;
  // The prompts of the shell before it and behind it take a row each.
  const front = options.limit === null ? setFrontPage(day, { columns, language, height: height - 2 }) : null;
  const wide = settings().all()['ambiguous-width'] === 'wide';
  const paint = { colour: wantsColour(env), hyperlinks: false, wide };
  const rows = front ?? longPage(day, Math.min(columns, WIDEST), { language, limit: options.limit });
  return `${rows.map((row) => paintRow(row, paint)).join('\n')}\n`;
}

/** The day in as many rows as it takes. */
function longPage(
  day: Day,
  columns: number,
  { language, limit }: Pick<DayOptions, 'language' | 'limit'>,
): readonly Row[] {
  const head = [span(dayName(day, language), 'strong'), span(` · ${dayFacts(day, language)}`, 'meta')];
  const link = ({ id }: Headline): string => id;
  return [head, ...setDay(day, { columns, language, limit, leads: true, link }).rows];
}

/** The day as JSON, times in Korea's. @param limit the most stories, and headlines of a section; null for all */
function dayJson({ since, until, stories, sections, minutes }: Day, limit: number | null): object {
  const shown = <Item>(items: readonly Item[]): readonly Item[] => items.slice(0, limit ?? items.length);
  return {
    since: koreanTime(since),
    until: koreanTime(until),
    stories: shown(stories).map(({ id, headline, headlines, publishedAt, updatedAt }) => ({
      id,
      title: headline.title,
      url: headline.url,
      section: headline.section,
      count: headlines.length,
      publishedAt,
      updatedAt,
      lead: headline.lead,
      headlines: headlines.map((each) => each.id),
    })),
    sections: sections.map(({ name, headlines }) => ({ name, headlines: shown(headlines) })),
    minutes,
  };
}
