import { expect, test } from 'vitest';
import { unicodeData } from '../support/generate/ucd.ts';
import { TABLES, tableIn } from '../support/generate/unicode-tables.ts';

// The emoji of Node's own Unicode are in the width table: another Node makes another.
const sameUnicode = process.versions.unicode === '17.0';

test.skipIf(!sameUnicode || unicodeData('LineBreak') === null).each(TABLES)(
  '$constant of $file is what Unicode’s database makes of it',
  ({ file, constant, make }) => {
    expect(make()).toBe(tableIn(file, constant));
  },
);
