// The replacements in the bundle for code of other packages, each with its reason. This is the one list of
// them.
import { fileURLToPath } from 'node:url';

/** A module that throws when it is used: our paths never do, and test/build/replaced.test.ts goes over them to see. */
const unused = (name, code) => ({
  name,
  code: code.replaceAll('NEVER', `throw new Error("${name} is not in the bundle")`),
});

/**
 * - `import`: the import that is replaced, as it is written
 * - `of`: the package that it is written in
 * - `file`: ours or another package's, from the project's folder; or `code`
 */
export const REPLACED = [
  {
    // Ink's own makes an object for each cell of each frame, most of the cost of a key; this one puts
    // finished rows together.
    import: /^\.\/output\.js$/,
    of: 'ink',
    file: 'source/tui/draw/ink-output.ts',
  },
  {
    // Ink lays out one column of rows here; Yoga is a layout engine of 30 kB.
    import: /^yoga-layout$/,
    of: 'ink',
    file: 'source/tui/draw/column-layout.ts',
  },
  {
    // Ink shows an error's stack, in boxes. Ours never shows one on the screen; Ink's promise still rejects with it.
    import: /^\.\/ErrorOverview\.js$/,
    of: 'ink',
    code: 'export default function ErrorOverview() { return null; }',
  },
  {
    // Ink loads the devtools only under DEV=true; they have no place in the package.
    import: /^react-devtools-core$/,
    of: 'ink',
    file: 'source/tui/draw/no-devtools.ts',
  },
  {
    // Ink is to measure as the rest of the program does, and for a fraction of the time.
    import: /^string-width$/,
    of: null,
    file: 'source/tui/draw/ink-width.ts',
  },
  {
    // The program uses undici for HTTP/1.1 alone; for HTTP/2 it would load all of Node's.
    import: /^\.\/client-h2\.js$/,
    of: 'undici',
    file: 'source/net/undici/no-http2.ts',
  },
  {
    // undici takes two things of it: how long headers may be, and the class of a body that we never send. To load all
    // of Node's HTTP for them takes 5 to 10 ms of a command's time.
    import: /^node:http$/,
    of: 'undici',
    file: 'source/net/undici/no-http.ts',
  },
  {
    // conf validates by a schema if it gets one. Here it gets none: the program checks the values itself.
    import: /^ajv\/dist\/2020\.js$/,
    of: 'conf',
    ...unused('ajv', 'export class Ajv2020 { constructor() { NEVER } }'),
  },
  {
    import: /^ajv-formats$/,
    of: 'conf',
    ...unused('ajv-formats', 'export default { default() { NEVER } }'),
  },
  {
    // conf compares versions for its migrations. Ours has none: a file of a newer version is refused before conf sees it.
    import: /^semver$/,
    of: 'conf',
    ...unused('semver', 'export default new Proxy({}, { get() { NEVER } })'),
  },
  {
    // linkedom parses the style sheet of a <style> when `.sheet` is read, which neither we nor Readability do.
    import: /^cssomnom\/parse$/,
    of: 'linkedom',
    ...unused('cssomnom', 'export function parse() { NEVER }'),
  },
  {
    // undici makes a body of a form, a blob or a stream with it. We ask by GET alone, which has none.
    import: /^\.\.\/web\/fetch\/body\.js$/,
    of: 'undici',
    ...unused('undici-fetch', 'exports.extractBody = () => { NEVER }'),
  },
  {
    // rss-parser decodes snippets with an entities of 2019, whose tables are three times as large as those of
    // htmlparser2's own.
    import: /^entities$/,
    of: 'rss-parser',
    file: 'node_modules/entities/dist/index.js',
  },
  {
    // xml2js writes XML with it, for rss-parser that only reads.
    import: /^xmlbuilder$/,
    of: 'xml2js',
    ...unused('xmlbuilder', 'exports.create = () => { NEVER }'),
  },
];

/**
 * The esbuild plugin that replaces them.
 * @param entries of `REPLACED`
 * @throws an error at the build's end for an entry whose import is written nowhere any more
 */
export function replacing(entries = REPLACED) {
  return {
    name: 'replaced',
    setup({ onResolve, onLoad, onEnd }) {
      const met = new Set();
      entries.forEach((entry, at) => {
        const importer = entry.of === null ? /./ : new RegExp(`[\\\\/]node_modules[\\\\/]${entry.of}[\\\\/]`);
        onResolve({ filter: entry.import }, (from) => {
          if (!importer.test(from.importer)) return undefined;
          met.add(entry);
          return entry.file === undefined
            ? { path: String(at), namespace: 'replaced' }
            : { path: fileURLToPath(new URL(`../${entry.file}`, import.meta.url)) };
        });
      });
      onLoad({ filter: /./, namespace: 'replaced' }, ({ path }) => ({ contents: entries[path].code }));
      onEnd(() => {
        const idle = entries.filter((entry) => !met.has(entry));
        if (idle.length > 0)
          throw new Error(`nothing imports ${idle.map((entry) => entry.import).join(', ')}`);
      });
    },
  };
}
