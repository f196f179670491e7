import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../failure.ts';
import { say } from '../messages/index.ts';
import { BETWEEN_PAGES, pacedPages } from '../reader/fetching/page-pace.ts';
import type { Reader, Refreshed } from '../reader/types.ts';
import { allSections, sectionLabel } from '../sections.ts';
import { holdLock } from '../storage/files/lock.ts';
import { homePaths } from '../storage/files/paths.ts';
import { sectionNamed } from './sections.ts';
import type { Command, Context } from './shared/context.ts';
import { startProgress } from './shared/progress.ts';
import { shareFirst } from './shared/share-bookmarks.ts';

/** The number of a section's newest headlines whose articles `--articles` fetches. */
const NEWEST = 50;

/**
 * `donga-tui sync [section…]`: refreshes all sections, or those named; exit status 1 if any failed. One sync
 * runs at a time; after one that was killed its articles stay, and the next fetches the rest.
 */
export const sync: Command = async (context, words) => {
  const names = words.length === 0 ? allSections().map((section) => section.name) : words.map(sectionNamed);
  // The sample edition has its own home and sends no requests.
  const lock = context.options.demo ? NO_LOCK : lockFor(context);
  if (lock === null) throw new Failure('sync-running');
  try {
    return await fetchAll(context, names);
  } finally {
    lock.release();
  }
};

const NO_LOCK = { release: () => undefined };

/**
 * The lock that all syncs of one home share; null while another process holds it. A home that cannot be
 * written needs none.
 */
function lockFor({ env }: Context): { release(): void } | null {
  try {
    return holdLock(homePaths(env).data, 'sync');
  } catch {
    return NO_LOCK;
  }
}

async function fetchAll(context: Context, names: readonly string[]): Promise<number> {
  const { language, options } = context;
  const reader = await context.reader();
  const progress = await startProgress(context, say(language, 'sync.what-sections'), names.length);
  const results = await reader.refresh(names, {
    onRefresh: ({ done }) => {
      if (done !== null) progress.step(sectionLabel(done.section, language));
    },
  });
  progress.end();
  const first = results[0]?.failure ?? null;
  // If every feed failed, that is one failure, shown as any other command's.
  if (first !== null && results.every((result) => result.failure !== null)) throw first;
  await report(context, results);

  const beforePage = options.demo ? async () => undefined : pacedPages();
  await shareFirst(context, reader);
  await reader.fetchMissingTexts(beforePage);
  if (options.articles) await fetchArticles(context, reader, names, beforePage);
  if (options.photos) await fetchPhotos(context, reader, names);
  // Bookmarked articles may have been corrected.
  const mayAskAgain = !options.offline && !options.demo && !context.settings().all().metered;
  while (mayAskAgain && (await reader.recheck())) await beforePage();
  while (reader.prune());
  return results.some(({ failure }) => failure !== null) ? 1 : 0;
}

/**
 * Whether the headlines that came are shown: cron and systemd mail whatever is printed, so they get failures
 * only.
 */
const isTold = ({ options, stdout }: Context): boolean => !options.json && stdout.isTTY === true;

/** Prints the headlines that came to stdout; the failures, even if the JSON has them, to stderr. */
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
  const failed = results.some(({ failure }) => failure !== null);
  for (const { section, added, problems, failure } of results) {
    const label = sectionLabel(section, language);
    if (failure !== null) warn('sync.failed', { label, reason: reason(failure) });
    else if (isTold(context) || (!options.json && failed))
      await print(`${say(language, 'sync.section', { label, added, problems })}\n`);
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
  const bar = await startProgress(context, say(context.language, 'sync.what-articles'), wanted.size);
  const failures: Failure[] = [];
  let had = 0;
  for (const headline of wanted.values()) {
    await beforePage();
    const failure = await reader.fetchText(headline);
    bar.step(headline.title);
    if (failure === null) had += 1;
    else failures.push(failure);
    // The host wants no more requests: the rest can come another time.
    if (failure?.code === 'rate-limited') break;
  }
  bar.end();
  if (isTold(context)) await context.print(`${say(context.language, 'sync.articles', { had })}\n`);
  const last = failures.at(-1);
  if (last !== undefined) {
    context.warn('sync.articles-failed', { count: wanted.size - had, reason: context.reason(last) });
  }
}

/** Fetches the photos of the newest headlines whose text is kept. */
async function fetchPhotos(context: Context, reader: Reader, sections: readonly string[]): Promise<void> {
  const newest = sections.flatMap((section) => reader.headlines({ section, limit: NEWEST }));
  const titles = new Map(newest.map(({ id, title }) => [id, title]));
  const bar = await startProgress(context, say(context.language, 'sync.what-photos'), titles.size);
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
    // The host wants no more requests: the rest can come another time.
    if (kept.failure?.code === 'rate-limited') break;
  }
  bar.end();
  if (isTold(context)) await context.print(`${say(context.language, 'sync.photos', { had })}\n`);
  if (last !== null) context.warn('sync.photos-failed', { count: failed, reason: context.reason(last) });
}
