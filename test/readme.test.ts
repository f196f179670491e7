import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { READMES, withTables } from './support/readme.ts';

test.each(READMES)(
  '$file shows the keys, commands and settings that there are (npm run readme)',
  async ({ file, language }) => {
    const readme = await readFile(file, 'utf8');
    expect(readme).toBe(await withTables(readme, language));
  },
);
