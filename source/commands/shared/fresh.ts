import { isRecent, MINUTE } from '../../clock.ts';
import type { Failure } from '../../failure.ts';
import type { Reader } from '../../reader/types.ts';
import { FOLLOWING } from '../../sections.ts';

/** A section refreshed this recently, in ms, is answered from the archive. */
const FRESH_FOR = 5 * MINUTE;

/** The feed behind a list: the watched headlines have none of their own. */
const feedOf = (list: string): string => (list === FOLLOWING.name ? 'total' : list);

/** Whether a list's feed was refreshed so recently that it need not be asked again. */
export function isFresh(reader: Reader, list: string, now: number): boolean {
  const feed = feedOf(list);
  return isRecent(
    reader.feeds().find(({ section }) => section === feed)?.refreshedAt ?? null,
    now,
    FRESH_FOR,
  );
}

/**
 * Refreshes a list's feed; resolves to why it could not, or null.
 * @throws that Failure if nothing of the list is kept either
 */
export async function refreshList(reader: Reader, list: string): Promise<Failure | null> {
  const feed = feedOf(list);
  const [refreshed] = await reader.refresh([feed]);
  const failure = refreshed?.failure ?? null;
  if (failure !== null && reader.count({ section: feed }) === 0) throw failure;
  return failure;
}
