import type { Reader } from '../../reader/types.ts';
import { SECTIONS } from '../../sections.ts';
import type { Context } from './context.ts';

/**
 * The reader, for a command that answers from the archive. The sample edition needs no network: feeds that
 * are not kept yet are taken in first.
 */
export async function filledReader({ options, reader: opened }: Context): Promise<Reader> {
  const reader = await opened();
  if (!options.demo) return reader;
  const kept = new Set(reader.feeds().flatMap((feed) => (feed.refreshedAt === null ? [] : feed.section)));
  await reader.refresh(SECTIONS.map(({ name }) => name).filter((name) => !kept.has(name)));
  return reader;
}
