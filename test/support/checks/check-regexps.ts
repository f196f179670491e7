// Checks that every regular expression of source/ is linear, by recheck: `npm run regexps`. In .ci/run.
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Expression, parseSync, Visitor } from 'oxc-parser';
import { check } from 'recheck';

interface Pattern {
  /** `source/donga/dates.ts:12` */
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

/** An expression that is put together when its module is loaded, by its place. */
interface Made {
  readonly place: string;
  readonly file: string;
}

const literals: Pattern[] = [];
const made: Made[] = [];

for (const file of globSync('source/**/*.{ts,tsx}').toSorted()) {
  const text = readFileSync(file, 'utf8');
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const make = (callee: Expression, start: number) => {
    if (callee.type === 'Identifier' && callee.name === 'RegExp')
      made.push({ place: `${file}:${lineAt(start)}`, file });
  };
  new Visitor({
    Literal(node) {
      if ('regex' in node)
        literals.push({
          place: `${file}:${lineAt(node.start)}`,
          source: node.regex.pattern,
          flags: node.regex.flags,
        });
    },
    NewExpression: (node) => make(node.callee, node.start),
    CallExpression: (node) => make(node.callee, node.start),
  }).visit(parseSync(file, text).program);
}

/** Loads the modules that put expressions together, and collects the results. */
async function record(): Promise<Pattern[]> {
  const recorded: Pattern[] = [];
  const Original = RegExp;
  const note = (expression: RegExp): RegExp => {
    const caller = /source\/[^:)]+:\d+/.exec(new Error().stack?.split('\n').slice(3).join('\n') ?? '')?.[0];
    if (caller !== undefined)
      recorded.push({ place: caller, source: expression.source, flags: expression.flags });
    return expression;
  };
  globalThis.RegExp = new Proxy(Original, {
    construct: (target, [source, flags]) => note(new target(source, flags)),
    apply: (target, _, [source, flags]) => note(target(source, flags)),
  });
  try {
    // Made at its first use, since few terminals need it.
    (await import('../../../source/korean/ambiguous.ts')).swapAmbiguous('');
    // Put together from each query.
    const { rawFilter } = await import('../../../source/search/text-search.ts');
    rawFilter([{ typed: '예산안', readings: ['豫算案'], nouns: ['예산'], otherLayouts: [] }]);
    const [{ sieveOf }, { parseQuery }] = await Promise.all([
      import('../../../source/search/sieve.ts'),
      import('../../../source/search/query/query.ts'),
    ]);
    sieveOf(parseQuery('예산 -ai -가', 0));
    for (const file of new Set(made.map(({ file }) => file))) await import(pathToFileURL(resolve(file)).href);
  } finally {
    globalThis.RegExp = Original;
  }
  return recorded;
}

const recorded = await record();
const faults: string[] = [];
for (const { place } of made) {
  if (!recorded.some((expression) => expression.place === place))
    faults.push(`${place}: put together when it is used, so it cannot be checked`);
}

const all = [...literals, ...recorded];
const waiting = [...all];
await Promise.all(
  [1, 2].map(async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { place, source, flags } = next;
      // The automaton's answer is exact; an expression that it cannot take (a lookaround) or has no room for
      // is tried out.
      const exact = await check(source, flags, { timeout: 20_000, checker: 'automaton' });
      const found = exact.status === 'unknown' ? await check(source, flags, { timeout: 20_000 }) : exact;
      if (found.status === 'vulnerable')
        faults.push(
          `${place}: ${found.complexity.summary}, by ${found.attack.pattern}\n    /${source}/${flags}`,
        );
      if (found.status === 'unknown') faults.push(`${place}: ${found.error.kind}\n    /${source}/${flags}`);
    }
  }),
);

for (const fault of faults.toSorted()) process.stdout.write(`${fault}\n`);
process.stdout.write(
  `${all.length} regular expressions (${literals.length} literals, ${recorded.length} put together), ${faults.length} not linear\n`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
