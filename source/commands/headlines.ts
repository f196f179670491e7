import { isRecent } from '../clock.ts';
import { FOLLOWING } from '../sections.ts';
import { listNamed } from './sections.ts';
import type { Command } from './shared/context.ts';
import { printPages } from './shared/print-headlines.ts';

/** A section refreshed this recently, in ms, is answered from the archive. */
const FRESH_FOR = 5 * 60_000;

export const DEFAULT_LIMIT = 50;

/** `donga-tui headlines [section]`: the newest headlines of a section, of all where none is named. */
export const headlines: Command = async (context, words) => {
  const section = words.length === 0 ? 'total' : listNamed(words.join(' '));
  const reader = await context.reader();

  // What is watched has no feed of its own.
  const asked = section === FOLLOWING.name ? 'total' : section;
  const refreshedAt = reader.feeds().find((feed) => feed.section === asked)?.refreshedAt ?? null;
  if (!isRecent(refreshedAt, context.now(), FRESH_FOR)) {
    const [refreshed] = await reader.refresh([asked]);
    const failure = refreshed?.failure ?? null;
    if (failure !== null) {
      if (reader.count({ section: asked }) === 0) throw failure;
      context.warn('headlines.stale', { reason: context.reason(failure) });
    }
  }
  await printPages(context, reader.pages({ section, limit: context.options.limit ?? DEFAULT_LIMIT }));
  return 0;
};
