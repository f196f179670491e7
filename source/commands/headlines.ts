import { listNamed } from './sections.ts';
import type { Command } from './shared/context.ts';
import { isFresh, refreshList } from './shared/fresh.ts';
import { printPages } from './shared/print-headlines.ts';

export const DEFAULT_LIMIT = 50;

/** `donga-tui headlines [section]`: the newest headlines of a section, or of all without one. */
export const headlines: Command = async (context, words) => {
  const section = words.length === 0 ? 'total' : listNamed(words.join(' '));
  const reader = await context.reader();

  if (!isFresh(reader, section, context.now())) {
    const failure = await refreshList(reader, section);
    if (failure !== null) context.warn('headlines.stale', { reason: context.reason(failure) });
  }
  await printPages(context, reader.pages({ section, limit: context.options.limit ?? DEFAULT_LIMIT }));
  return 0;
};
