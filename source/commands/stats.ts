import { cellWidth } from '../korean/cells.ts';
import { pad } from '../korean/fit.ts';
import { koreanTime } from '../korean/times.ts';
import { say } from '../messages/index.ts';
import { type Statistics, statisticsOf, type Tally } from '../reader/statistics.ts';
import { sectionLabel } from '../sections.ts';
import { type Command, type Context, UsageError } from './shared/context.ts';

/** The widest bar, in cells. */
const BAR = 30;

/** `donga-tui stats`: reading statistics. They are kept here and sent nowhere; `--forget` deletes them. */
export const stats: Command = async (context, [extra]) => {
  if (extra !== undefined) throw new UsageError('usage.too-many', { value: extra });
  const { options, now, stdout } = context;
  const reader = await context.reader();
  if (options.forget) {
    reader.forgetReadings();
    if (!options.json) context.warn('stats.forgotten', {});
  }
  const found = statisticsOf(reader.readings(), koreanTime(now()).slice(0, 'YYYY-MM-DD'.length));
  if (options.json) await context.print(`${JSON.stringify(found)}\n`);
  else if (!options.forget)
    await context.print(stdout.isTTY ? charts(context, found) : table(context, found));
  return 0;
};

type StatsLine = readonly [name: string, tally: Tally];

/** The parts of the page, each with its lines. */
function partsOf(
  { language }: Context,
  found: Statistics,
): readonly (readonly [kind: string, lines: readonly StatsLine[]])[] {
  const nameOf = (name: string | null): string =>
    name === null ? say(language, 'stats.none') : sectionLabel(name, language);
  return [
    ['week', found.weeks.map((week): StatsLine => [week.from, week])],
    ['section', found.sections.map((each): StatsLine => [nameOf(each.name), each])],
    ['reporter', found.reporters.map((each): StatsLine => [each.name, each])],
  ];
}

/** Bars in text: as long as the terminal is wide, and the longest is the most read. */
function charts(context: Context, found: Statistics): string {
  const { language, stdout } = context;
  if (found.since === null) return `${say(language, 'stats.nothing')}\n`;
  const { streak, longest, read } = found.days;
  const { pieces, minutes, since } = found;
  const rows = [
    say(language, 'stats.summary', { pieces, minutes, since }),
    say(language, 'stats.days', { streak, longest, read }),
  ];
  const { columns = 80 } = stdout;
  for (const [kind, lines] of partsOf(context, found)) {
    if (lines.length === 0) continue;
    rows.push('', say(language, `stats.${kind as 'week' | 'section' | 'reporter'}`));
    const most = Math.max(1, ...lines.map(([, tally]) => tally.pieces));
    const width = Math.min(24, Math.max(...lines.map(([name]) => cellWidth(name))));
    const room = Math.max(1, Math.min(BAR, columns - width - 24));
    for (const [name, tally] of lines) {
      const bar = '█'.repeat(tally.pieces === 0 ? 0 : Math.max(1, Math.round((tally.pieces / most) * room)));
      rows.push(
        `${pad(name, width)} ${bar}${bar === '' ? '' : ' '}${say(language, 'stats.line', { ...tally })}`,
      );
    }
  }
  return `${rows.join('\n')}\n`;
}

/** The rows for a pipe, between tabs: the kind of count, its name, articles and minutes. */
function table(context: Context, found: Statistics): string {
  const rows = [
    ['total', found.since ?? '', found.pieces, found.minutes],
    ['streak', '', found.days.streak, found.days.longest],
    ...partsOf(context, found).flatMap(([kind, lines]) =>
      lines.map(([name, tally]) => [kind, name, tally.pieces, tally.minutes]),
    ),
  ];
  return rows.map((row) => `${row.join('\t')}\n`).join('');
}
