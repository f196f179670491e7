import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { bundledPackages, headingOf, noticeOf, thirdPartyText } from '../../build/third-party.mjs';

const { outputs } = JSON.parse(readFileSync('.cache/meta.json', 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'donga-tui-notices-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every package that the bundle holds has its name, version, licence and text in THIRD-PARTY.txt', () => {
  const text = readFileSync('THIRD-PARTY.txt', 'utf8');
  const packages = bundledPackages(outputs);
  expect(packages).toContain('node_modules/react');
  expect(packages).toContain('node_modules/undici');
  for (const each of packages) {
    const notice = noticeOf(each);
    expect(text).toContain(`\n${headingOf(notice)}\n`);
    expect(text).toContain(notice.text);
    expect(notice.text.length).toBeGreaterThan(100);
  }
  expect(text).toContain('UNICODE LICENSE V3');
});

test.each(['ajv', 'ajv-formats', 'fast-uri', 'semver', 'cssomnom', 'xmlbuilder', 'react-devtools-core'])(
  'nothing of %s is in the bundle',
  (name) => {
    expect(bundledPackages(outputs).filter((path: string) => path.endsWith(`/${name}`))).toEqual([]);
  },
);

test('a package within a package counts as itself, and one that gave nothing does not count', () => {
  const inputs = {
    'node_modules/a/index.js': { bytesInOutput: 1 },
    'node_modules/a/node_modules/@b/c/lib/x.js': { bytesInOutput: 1 },
    'node_modules/unused/index.js': { bytesInOutput: 0 },
    'source/cli.ts': { bytesInOutput: 1 },
  };
  expect(bundledPackages({ 'dist/cli.js': { inputs } })).toEqual([
    'node_modules/a',
    'node_modules/a/node_modules/@b/c',
  ]);
});

test('a package without a licence text stops the build', () => {
  const bare = join(folder, 'node_modules', 'bare');
  mkdirSync(bare, { recursive: true });
  writeFileSync(join(bare, 'package.json'), '{"name":"bare","version":"1.0.0","license":"MIT"}');
  expect(() => thirdPartyText([bare])).toThrow('no licence text for bare');
  writeFileSync(join(bare, 'LICENCE.md'), 'The licence.');
  expect(thirdPartyText([bare])).toContain('bare 1.0.0 (MIT)');
});

test('the check of a tarball fails if an entry is missing', () => {
  const made = join(folder, 'package');
  mkdirSync(made);
  const check = (text: string): number => {
    writeFileSync(join(made, 'THIRD-PARTY.txt'), text);
    execFileSync('tar', ['-czf', join(folder, 'a.tgz'), '-C', folder, 'package']);
    try {
      execFileSync(process.execPath, ['build/check-third-party.mjs', join(folder, 'a.tgz')], {
        stdio: 'pipe',
      });
      return 0;
    } catch (error) {
      return (error as { status: number }).status;
    }
  };
  const text = readFileSync('THIRD-PARTY.txt', 'utf8');
  expect(check(text)).toBe(0);
  expect(check(text.replace(/^undici [\d.]+ \(MIT\)$/m, ''))).toBe(1);
});
