import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Output {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly imports?: readonly { readonly path: string; readonly kind: string; readonly external?: boolean }[];
}

/** The modules that the worker imports late before it can read a feed written as the site writes it. */
const FOR_A_FEED = ['net/client.ts', 'net/undici/load.ts', 'donga/feed/feed.ts', 'donga/feed/entities.ts'];

test('for a feed the worker loads what asks and what reads it, and neither screens nor parsers of pages', () => {
  const { outputs } = JSON.parse(readFileSync('.cache/meta.json', 'utf8')) as {
    outputs: Readonly<Record<string, Output>>;
  };
  const fileOf = (input: string): string =>
    Object.keys(outputs).find((file) => `source/${input}` in outputs[file]!.inputs)!;
  const loaded = new Set<string>();
  const load = (file: string): void => {
    if (loaded.has(file)) return;
    loaded.add(file);
    for (const { path, kind, external } of outputs[file]?.imports ?? [])
      if (kind === 'import-statement' && external !== true) load(path);
  };
  load('dist/worker.js');
  FOR_A_FEED.map(fileOf).forEach(load);

  const modules = new Set([...loaded].flatMap((file) => Object.keys(outputs[file]?.inputs ?? {})));
  const packages = [...modules].flatMap(
    (path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(path)?.[1] ?? [],
  );
  expect([...new Set(packages)].sort()).toEqual([
    'dom-serializer',
    'domelementtype',
    'domhandler',
    'domutils',
    'entities',
    'htmlparser2',
    'undici',
  ]);
  expect(modules.size).toBeLessThanOrEqual(270);
});
