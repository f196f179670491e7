import { HOUR } from '../../clock.ts';
import type { Reader } from '../../reader/types.ts';
import { SECTIONS } from '../../sections.ts';
import type { Context } from './context.ts';

/** The time after which the sample edition's feeds are taken in again, since its dates follow the clock; in ms. */

/**
 * The reader, for a command that answers from the archive. The sample edition needs no network: feeds that
 * are not kept yet, or only of an earlier hour, are taken in first.
 */
export async function filledReader({ options, reader: opened, now }: Context): Promise<Reader> {
  const reader = await opened();
  if (!options.demo) return reader;
  const hour = (time: number): number => Math.floor(time / HOUR);
  const kept = new Set(
    reader
      .feeds()
      .flatMap(({ section, refreshedAt }) =>
        refreshedAt !== null && hour(refreshedAt) === hour(now()) ? section : [],
      ),
  );
  await reader.refresh(SECTIONS.map(({ name }) => name).filter((name) => !kept.has(name)));
  return reader;
}
