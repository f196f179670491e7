import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { published, READMES, withTables } from './support/generate/readme.ts';

test.each(READMES)(
  '$file shows the keys, commands and settings that there are (npm run readme)',
  async ({ file, language }) => {
    const readme = await readFile(file, 'utf8');
    expect(readme).toBe(await withTables(readme, language));
  },
);

test('package.json says who publishes it, as build/publisher.json does (npm run readme)', async () => {
  const manifest = await readFile('package.json', 'utf8');
  expect(JSON.parse(published(manifest))).toEqual(JSON.parse(manifest));
});
