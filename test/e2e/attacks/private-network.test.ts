import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';

interface Asked {
  readonly inside: readonly string[];
  readonly site: readonly string[];
  readonly said: string;
}

const UNSHARE = ['--net', '--mount'];
/** Namespaces are Linux's, and making them is root's. */
const CAN_TRY =
  process.platform === 'linux' &&
  spawnSync('unshare', [...UNSHARE, 'sh', '-c', 'ip link set lo up && command -v mount']).status === 0;
if (!CAN_TRY) console.warn('The private network is not tried in a namespace: that takes root and Linux.');

describe.runIf(CAN_TRY)('in a network with a public site and private hosts', () => {
  let results: Record<'sync' | 'named' | 'loopback', Asked> & { links: string[]; published: string };
  beforeAll(() => {
    const script = join(import.meta.dirname, '../../support/site/namespace.ts');
    results = JSON.parse(
      execFileSync('unshare', [...UNSHARE, process.execPath, script], { encoding: 'utf8' }),
    );
  });

  test('the links of its feed reach no private host', () => {
    expect(results.sync.inside).toEqual([]);
  });

  test('public hosts are read, by name and by redirect too', () => {
    expect(results.sync.site).toHaveLength(3);
    expect(results.sync.site).toContain(results.published);
    expect(results.sync.said).toMatch(/내부 주소/);
  });

  test('a private link that the reader names is read', () => {
    expect(results.named.inside).toHaveLength(1);
  });

  test('the links of a feed on loopback reach loopback and the private network', () => {
    expect(results.loopback.inside).toHaveLength(3);
  });
});
