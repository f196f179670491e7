// Fails if a tarball lacks the notice of a package that the last build took something from:
// node build/check-third-party.mjs <tarball>
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { bundledPackages, headingOf, noticeOf } from './third-party.mjs';

const [, , tarball] = process.argv;
const text = execFileSync('tar', ['-xOf', tarball, 'package/THIRD-PARTY.txt'], { encoding: 'utf8' });
const { outputs } = JSON.parse(readFileSync('.cache/meta.json', 'utf8'));
const notices = bundledPackages(outputs).map(noticeOf);
const missing = notices.filter(
  (notice) => !text.includes(`\n${headingOf(notice)}\n`) || !text.includes(notice.text),
);
for (const notice of missing) console.error(`no entry for ${headingOf(notice)}`);
console.log(`${notices.length - missing.length} of ${notices.length} bundled packages have an entry`);
process.exitCode = missing.length === 0 ? 0 : 1;
