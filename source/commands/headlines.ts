import { isRecent } from '../clock.ts';
import type { Command } from './context.ts';
import { printHeadlines } from './print-headlines.ts';
import { sectionNamed } from './sections.ts';

/** A section refreshed this recently, in ms, is answered from the archive. */
const FRESH_FOR = 5 * 60_000;

export const DEFAULT_LIMIT = 50;

/** `donga-tui headlines [section]`: the newest headlines of a section, of all where none is named. */
export const headlines: Command = async (context, words) => {
  const section = words.length === 0 ? 'total' : sectionNamed(words.join(' '));
  const reader = await context.reader();

  const refreshedAt = reader.feeds().find((feed) => feed.section === section)?.refreshedAt ?? null;
  if (!isRecent(refreshedAt, context.now(), FRESH_FOR)) {
    const [refreshed] = await reader.refresh([section]);
    const failure = refreshed?.failure ?? null;
    if (failure !== null) {
      if (reader.count({ section }) === 0) throw failure;
      context.warn('headlines.stale', { reason: context.reason(failure) });
    }
  }
  await printHeadlines(context, reader.headlines({ section, limit: context.options.limit ?? DEFAULT_LIMIT }));
  return 0;
};
