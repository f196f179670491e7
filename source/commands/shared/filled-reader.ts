import type { Reader } from '../../reader/types.ts';
import { SECTIONS } from '../../sections.ts';
import type { Context } from './context.ts';

/**
 * The reader, for a command that answers from what is kept. The sample edition is all there from the start: what
 * of it is not kept yet is taken in first, as no network is asked for it.
 */
export async function filledReader({ options, reader: opened }: Context): Promise<Reader> {
  const reader = await opened();
  if (!options.demo) return reader;
  const kept = new Set(reader.feeds().flatMap((feed) => (feed.refreshedAt === null ? [] : feed.section)));
  await reader.refresh(SECTIONS.map(({ name }) => name).filter((name) => !kept.has(name)));
  return reader;
}
