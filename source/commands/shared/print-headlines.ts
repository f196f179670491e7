import { fit } from '../../korean/fit.ts';
import { listAge } from '../../korean/times.ts';
import type { Language } from '../../messages/index.ts';
import type { Headline } from '../../model.ts';
import { sectionLabel, shortSectionLabel } from '../../sections.ts';
import { sanitiseLine } from '../../text/sanitise.ts';
import { noteTexts } from '../../typeset/note.ts';
import type { Context } from './context.ts';
import { headlineLine } from './headline-line.ts';
import { tableLines } from './table.ts';

/** In cells; from here on a terminal has room for links beside the titles. */
const WIDE = 160;

/**
 * Prints headlines: one JSON array, or a line each. In a pipe its parts stand between tabs; on a terminal in
 * columns, with the id, which `read` takes, if the link has no room.
 */
export const printHeadlines = (context: Context, headlines: readonly Headline[]): Promise<void> =>
  printPages(context, [headlines]);

/** The same page by page, so that a long list is never in memory as a whole. */
export async function printPages(context: Context, pages: Iterable<readonly Headline[]>): Promise<void> {
  const { options, print } = context;
  if (!options.json) {
    let printed = 0;
    for (const page of pages) {
      if (context.plain) await printSpoken(context, page, printed);
      else await printLines(context, page);
      printed += page.length;
    }
    return;
  }
  let before = '[';
  for (const page of pages) {
    if (page.length === 0) continue;
    await print(before + JSON.stringify(page).slice(1, -1));
    before = ',';
  }
  await print(before === '[' ? '[]\n' : ']\n');
}

/** Numbered lines of words, which a screen reader need not spell out. */
async function printSpoken(
  { language, now, print }: Context,
  page: readonly Headline[],
  before: number,
): Promise<void> {
  const at = now();
  const lines = page.map((headline, index) =>
    headlineLine(headline, { number: before + index + 1, language, now: at, section: true }),
  );
  await print(lines.map((line) => `${line}\n`).join(''));
}

async function printLines(
  { language, stdout, now, print }: Context,
  headlines: readonly Headline[],
): Promise<void> {
  const at = now();
  const columns = stdout.columns || 80;
  const rows = headlines.map((headline) => {
    const { id, publishedAt, section, title, url } = headline;
    if (!stdout.isTTY) return headlineCells(headline, language);
    const when = publishedAt === null ? '' : listAge(publishedAt, at, language);
    return [
      when,
      sectionLabel(section, language) || shortSectionLabel(null, language),
      title,
      columns >= WIDE ? url : id,
    ];
  });
  const lines = stdout.isTTY ? tableLines(rows, columns, 2) : rows.map((row) => row.join('\t'));
  // A pipe gets a line for each; its notes are in the JSON.
  if (stdout.isTTY) {
    for (const [at, headline] of [...headlines.entries()].reverse()) {
      const notes = noteTexts(headline, language).map((text) => fit(`  ${sanitiseLine(text)}`, columns));
      lines.splice(at + 1, 0, ...notes);
    }
  }
  if (lines.length > 0) await print(`${lines.join('\n')}\n`);
}

/** A headline's fields for a pipe, between tabs: time, section, title and link. */
export const headlineCells = (
  { publishedAt, section, title, url }: Headline,
  language: Language,
): string[] => [publishedAt ?? '', sectionLabel(section, language), title, url];
