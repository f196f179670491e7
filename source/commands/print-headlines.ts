import { pad } from '../korean/fit.ts';
import { age } from '../korean/times.ts';
import type { Headline } from '../model.ts';
import { sectionLabel } from '../sections.ts';
import type { Context } from './context.ts';

/** Prints headlines: one JSON array, or a line each; on a terminal in columns, in a pipe parted by tabs. */
export async function printHeadlines(
  { options, language, stdout, now, print }: Context,
  headlines: readonly Headline[],
): Promise<void> {
  if (options.json) {
    await print(`${JSON.stringify(headlines)}\n`);
    return;
  }
  const at = now();
  const lines = headlines.map((headline) => {
    const label = sectionLabel(headline.section);
    if (!stdout.isTTY) return [headline.publishedAt ?? '', label, headline.title, headline.url].join('\t');
    const when = headline.publishedAt === null ? '' : age(headline.publishedAt, at, language);
    return `${pad(when, 16)}${pad(label, 12)}  ${headline.title}  ${headline.url}`;
  });
  if (lines.length > 0) await print(`${lines.join('\n')}\n`);
}
