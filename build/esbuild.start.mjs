// Makes the built program start quickly, by changes to the bundler's output.
import { posix, relative } from 'node:path';
import { build } from 'esbuild';

/** Modules of Node's that no first list needs: their functions are looked up when they are called. */
const LATE = new Set(
  [
    'child_process',
    'crypto',
    'dns',
    'fs/promises',
    'os',
    'readline',
    'stream/consumers',
    'stream/promises',
    'v8',
    'zlib',
  ].map((name) => `node:${name}`),
);

/**
 * Takes Node's own modules by `process.getBuiltinModule` instead of importing them: to import one, Node reads
 * all its exports, and so loads streams, promises and more that no first list needs.
 * @param isLate Whether a module's functions are looked up only when they are called.
 */
export function withBuiltins(code, isLate = (path) => LATE.has(path)) {
  return code.replace(
    /\bimport(\*as [\w$]+| [\w$]+|\{[^{}]*\})\s*from"(node:[\w/]+)";/g,
    (_, names, path) => {
      const module = `process.getBuiltinModule("${path}")`;
      if (!names.startsWith('{')) return `const ${names.replace('*as ', '').trim()}=${module};`;
      const pairs = names
        .slice(1, -1)
        .split(',')
        .map((name) => name.trim().split(' as '));
      return pairs
        .map(([name, local = name]) => {
          if (name === 'default') return `const ${local}=${module};`;
          const late = isLate(path) && /^(?!constants$)[a-z]/.test(name);
          return late
            ? `const ${local}=(...all)=>${module}.${name}(...all);`
            : `const{${name}:${local}}=${module};`;
        })
        .join('');
    },
  );
}

/**
 * Puts all files that a start loads into the entry's, since Node takes a millisecond or two to load each.
 * Later chunks import what they share with them from the entry.
 * @param metafile esbuild's, of a build with splitting.
 * @param outputFiles esbuild's, of the same build.
 * @param entry The path of the entry's file, as the metafile has it.
 * @returns the files to write, by path, and the metafile's outputs as they are then.
 */
export async function linkStart(metafile, outputFiles, entry) {
  const texts = new Map(
    outputFiles.map(({ path, text }) => [relative(process.cwd(), path).replaceAll('\\', '/'), text]),
  );
  const start = staticClosure(metafile.outputs, entry);
  const folder = posix.dirname(entry);
  const named = (file, name) => (file === entry ? name : `f${start.indexOf(file)}_${name}`);
  const exported = start.flatMap((file) =>
    metafile.outputs[file].exports.map((name) => `export{${name} as ${named(file, name)}}from"${file}";`),
  );

  const { outputFiles: linked } = await build({
    stdin: { contents: exported.join('') },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node22.16',
    minify: true,
    plugins: [
      {
        name: 'start',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /./ }, ({ path, importer, kind }) => {
            if (path.startsWith('node:')) return { path, external: true };
            const file = path.startsWith('.') ? posix.join(posix.dirname(importer), path) : path;
            return kind === 'dynamic-import'
              ? { path: `./${posix.relative(folder, file)}`, external: true }
              : { path: file, namespace: 'start' };
          });
          onLoad({ filter: /./, namespace: 'start' }, ({ path }) => ({ contents: texts.get(path) }));
        },
      },
    ],
  });

  const files = new Map([[entry, linked[0].text]]);
  const outputs = { [entry]: { inputs: {} } };
  for (const file of start) Object.assign(outputs[entry].inputs, metafile.outputs[file].inputs);
  for (const [file, text] of texts) {
    if (start.includes(file)) continue;
    outputs[file] = metafile.outputs[file];
    const fromEntry = text.replace(/\bimport(?:\{([^{}]*)\}from)?"(\.[^"]*)";/g, (whole, names, path) => {
      const source = posix.join(posix.dirname(file), path);
      if (!start.includes(source)) return whole;
      if (names === undefined) return '';
      const pairs = names.split(',').map((pair) => pair.split(' as '));
      const renamed = pairs.map(([name, local = name]) => `${named(source, name)} as ${local}`);
      const fromHere = posix.relative(posix.dirname(file), entry);
      return `import{${renamed.join(',')}}from"${fromHere.startsWith('.') ? fromHere : `./${fromHere}`}";`;
    });
    files.set(file, fromEntry);
  }
  return { files, outputs };
}

/** The files that are loaded with an entry, itself among them. */
function staticClosure(outputs, entry, found = []) {
  if (found.includes(entry)) return found;
  found.push(entry);
  for (const { path, kind, external } of outputs[entry].imports) {
    if (kind === 'import-statement' && !external) staticClosure(outputs, path, found);
  }
  return found;
}
