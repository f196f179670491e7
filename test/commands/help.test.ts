import { expect, test } from 'vitest';
import { helpText } from '../../source/commands/line/help.ts';
import { BROWSE, COMMANDS } from '../../source/commands/line/registry.ts';
import { FILTERS } from '../../source/search/query/filters.ts';

test('the help of commands cuts no usage, option or filter off, in either language', () => {
  for (const language of ['ko', 'en'] as const)
    for (const command of [BROWSE, ...COMMANDS]) {
      const help = helpText(language, command);
      const usages = [BROWSE, ...COMMANDS].flatMap(({ usage, uses }) => [usage, ...(uses ?? [])]);
      // An ellipsis belongs to a usage or an example; any other would be the end of a text that was cut.
      const known = [...usages, ...command.examples];
      const rest = known.reduce((text, each) => text.replaceAll(each, ''), help);
      expect(rest, command.name).not.toContain('…');
    }
  const help = helpText('ko', COMMANDS.find(({ name }) => name === 'search')!);
  for (const { examples } of FILTERS) expect(help).toContain(examples.map((each) => `'${each}'`).join(' '));
});
