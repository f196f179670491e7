import { Failure } from '../failure.ts';
import { say } from '../messages/index.ts';
import { allSections, findList, findSection, sectionLabel, suggestSectionWord } from '../sections.ts';
import { type Command, UsageError } from './shared/context.ts';
import { filledReader } from './shared/filled-reader.ts';
import { tableLines } from './shared/table.ts';

/** The section a word names, by feed name or Korean label. @throws Failure unknown-section. */
export function sectionNamed(word: string): string {
  const section = findSection(word);
  if (section === null) {
    const each = word.split(/[\s,]+/).map((part) => findList(part)?.label ?? null);
    if (each.length > 1 && !each.includes(null)) {
      throw new UsageError('usage.one-section', { sections: each.join(', ') });
    }
    throw new Failure('unknown-section', { name: word, suggestion: suggestSectionWord(word) });
  }
  return section.name;
}

/**
 * The list that a word names: a section's, or that of watched and followed headlines. @throws Failure
 * unknown-section.
 */
export function listNamed(word: string): string {
  return findList(word)?.name ?? sectionNamed(word);
}

/** `donga-tui sections`: every section with its name, label and unread count. */
export const sections: Command = async (context, [extra]) => {
  if (extra !== undefined) throw new UsageError('usage.too-many', { value: extra });
  const { options, language, stdout, print } = context;
  const unread = (await filledReader(context)).unread();
  const rows = allSections().map(({ name, label }) => ({ name, label, unread: unread.get(name) ?? 0 }));
  if (options.json) {
    await print(`${JSON.stringify(rows)}\n`);
  } else if (stdout.isTTY) {
    const lines = rows.map((row) => [
      row.name,
      sectionLabel(row.name, language),
      say(language, 'sections.unread', { count: row.unread }),
    ]);
    await print(`${tableLines(lines, stdout.columns, 1).join('\n')}\n`);
  } else {
    await print(
      `${rows.map((row) => [row.name, sectionLabel(row.name, language), row.unread].join('\t')).join('\n')}\n`,
    );
  }
  return 0;
};
