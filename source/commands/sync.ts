import { setTimeout as sleep } from 'node:timers/promises';
import type { Failure } from '../failure.ts';
import { fit } from '../korean/fit.ts';
import { say } from '../messages/index.ts';
import { BETWEEN_PAGES, pacedPages } from '../reader/page-pace.ts';
import type { Reader, Refreshed } from '../reader/types.ts';
import { allSections, sectionLabel } from '../sections.ts';
import { sectionNamed } from './sections.ts';
import type { Command, Context } from './shared/context.ts';
import { shareFirst } from './shared/share-bookmarks.ts';

/** How many of a section's newest headlines `--articles` fetches the bodies of. */
const NEWEST = 50;

/** `donga-tui sync [section…]`: refreshes all sections, or those named; exit status 1 where any failed. */
export const sync: Command = async (context, words) => {
  const names = words.length === 0 ? allSections().map((section) => section.name) : words.map(sectionNamed);
  const reader = await context.reader();
  const bar = progressBar(context, names.length);

  const results = await reader.refresh(names, {
    onRefresh: ({ done }) => {
      if (done !== null) bar.step(sectionLabel(done.section, context.language));
    },
  });
  bar.end();
  const first = results[0]?.failure ?? null;
  // Where nothing could be had it is one failure, shown as any other command's.
  if (first !== null && results.every((result) => result.failure !== null)) throw first;
  await report(context, results);

  // The sample edition asks nobody.
  const beforePage = context.options.demo ? async () => undefined : pacedPages();
  await shareFirst(context, reader);
  await reader.fetchMissingTexts(beforePage);
  if (context.options.articles) await fetchArticles(context, reader, names, beforePage);
  if (context.options.photos) await fetchPhotos(context, reader, names);
  // What is bookmarked may have been corrected.
  const mayAskAgain = !context.options.offline && !context.options.demo && !context.settings().all().metered;
  while (mayAskAgain && (await reader.recheck())) await beforePage();
  while (reader.prune());
  return results.some(({ failure }) => failure !== null) ? 1 : 0;
};

/** What came goes to stdout; what failed, also where it is told in the JSON, to stderr. */
async function report(context: Context, results: readonly Refreshed[]): Promise<void> {
  const { options, language, reason, print, warn } = context;
  if (options.json) {
    const rows = results.map(({ section, added, problems, failure }) => ({
      section,
      added,
      problems,
      error: failure === null ? null : { code: failure.code, message: reason(failure) },
    }));
    await print(`${JSON.stringify(rows)}\n`);
  }
  for (const { section, added, problems, failure } of results) {
    const label = sectionLabel(section, language);
    if (failure !== null) warn('sync.failed', { label, reason: reason(failure) });
    else if (!options.json) await print(`${say(language, 'sync.section', { label, added, problems })}\n`);
  }
}

async function fetchArticles(
  context: Context,
  reader: Reader,
  sections: readonly string[],
  beforePage: () => Promise<void>,
): Promise<void> {
  const wanted = new Map(
    sections.flatMap((section) =>
      reader
        .headlines({ section, limit: NEWEST })
        .filter((headline) => (reader.kept(headline.id)?.source ?? 'feed') === 'feed')
        .map((headline) => [headline.id, headline] as const),
    ),
  );
  const bar = progressBar(context, wanted.size);
  const failures: Failure[] = [];
  let had = 0;
  for (const headline of wanted.values()) {
    await beforePage();
    const failure = await reader.fetchText(headline);
    bar.step(headline.title);
    if (failure === null) had += 1;
    else failures.push(failure);
    // The host wants to be left alone, and the articles are all there.
    if (failure?.code === 'rate-limited') break;
  }
  bar.end();
  if (!context.options.json) {
    await context.print(`${say(context.language, 'sync.articles', { had })}\n`);
  }
  const last = failures.at(-1);
  if (last !== undefined) {
    context.warn('sync.articles-failed', { count: wanted.size - had, reason: context.reason(last) });
  }
}

/** The photos of those of the newest headlines whose text is kept. */
async function fetchPhotos(context: Context, reader: Reader, sections: readonly string[]): Promise<void> {
  const newest = sections.flatMap((section) => reader.headlines({ section, limit: NEWEST }));
  const titles = new Map(newest.map(({ id, title }) => [id, title]));
  const bar = progressBar(context, titles.size);
  const pause = async () => (context.options.demo ? undefined : sleep(BETWEEN_PAGES));
  let had = 0;
  let failed = 0;
  let last: Failure | null = null;
  for (const [id, title] of titles) {
    const kept = await reader.keepPhotos(id, pause);
    bar.step(title);
    had += kept.had;
    failed += kept.failed;
    last = kept.failure ?? last;
    // The host wants to be left alone, and the photos are all there.
    if (kept.failure?.code === 'rate-limited') break;
  }
  bar.end();
  if (!context.options.json) await context.print(`${say(context.language, 'sync.photos', { had })}\n`);
  if (last !== null) context.warn('sync.photos-failed', { count: failed, reason: context.reason(last) });
}

/** A bar on stderr where that is a terminal; elsewhere nothing. */
function progressBar({ stderr }: Context, total: number) {
  const WIDTH = 24;
  let done = 0;
  const draw = (text: string) => {
    if (stderr.isTTY) stderr.write(`\r\x1b[2K${text}`);
  };
  return {
    step(label: string): void {
      done += 1;
      const filled = Math.round((done / Math.max(total, 1)) * WIDTH);
      draw(`[${'#'.repeat(filled)}${'-'.repeat(WIDTH - filled)}] ${done}/${total} ${fit(label, 30)}`);
    },
    end: () => draw(''),
  };
}
