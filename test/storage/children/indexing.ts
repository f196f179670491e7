/**
 * Indexes an archive step by step, prints after each the number of titles done, and continues until killed or
 * done.
 */
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { textTokens, titleTokens } from '../../../source/search/shortlist/tokens.ts';
import { openArchive } from '../../../source/storage/archive/archive.ts';

const archive = openArchive(join(process.argv[2]!, 'archive.db'), Date.now);
const tokens = { ofTitle: titleTokens, ofText: textTokens };
for (;;) {
  const many = archive.index.indexSome({ changed: 20, titles: 20, texts: 5 }, tokens);
  if (many === 0) break;
  writeSync(1, `${many}\n`);
}
archive.close();
