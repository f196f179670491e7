import type { History } from '../corrections/compare.ts';
import { Failure } from '../failure.ts';
import { koreanTime } from '../korean/times.ts';
import { drawnText, paintRow } from '../terminal/paint.ts';
import { setChanges } from '../typeset/changes.ts';
import { rowText } from '../typeset/rows.ts';
import { type Command, UsageError } from './shared/context.ts';
import { filledReader } from './shared/filled-reader.ts';
import { printPaged } from './shared/pager.ts';
import { paintOptions } from './shared/paint-options.ts';

const PIPE_WIDTH = 80;
const WIDEST = 76;

/** `donga-tui history <id>`: the former texts of an article, and its corrections. */
export const history: Command = async (context, words) => {
  const [id, extra] = words;
  if (id === undefined || id === '') throw new UsageError('usage.missing', { what: 'id' });
  if (extra !== undefined) throw new UsageError('usage.too-many', { value: extra });
  const reader = await filledReader(context);
  const found = await reader.history(id);
  if (found === null) throw new Failure('unknown-id', { id });
  const { language, options, stdout, env, now, settings } = context;
  if (options.json) {
    await context.print(`${JSON.stringify(historyJson(found))}\n`);
    return 0;
  }
  const columns = Math.min(
    WIDEST,
    options.width ?? (stdout.isTTY ? stdout.columns : PIPE_WIDTH) ?? PIPE_WIDTH,
  );
  const count = reader.corrections(id)?.count ?? 0;
  const rows = setChanges(found, count, { columns, language, now: now() });
  const paint = paintOptions(settings().all(), env);
  const lines = rows.map((row) =>
    stdout.isTTY ? paintRow(row, paint) : drawnText(rowText(row), paint.wide, paint.ascii).trimEnd(),
  );
  await printPaged(context, `${lines.join('\n')}\n`);
  return 0;
};

/** Versions and changes as JSON; times in Korea's. */
function historyJson({ id, versions, changes }: History): object {
  return {
    id,
    versions: versions.map(({ seenAt, updatedAt, source, title, deck, blocks }) => ({
      seenAt: koreanTime(seenAt),
      updatedAt,
      source,
      title,
      deck,
      blocks,
    })),
    changes: changes.map(({ from, to, at, title, deck, blocks }) => ({
      from,
      to,
      at: koreanTime(at),
      title,
      deck,
      blocks,
    })),
  };
}
