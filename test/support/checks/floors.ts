/**
 * The floors of the house: the imports that are allowed. A room is a file or a folder of `source/`; it may
 * import from the floors below its own, and nothing else. A new room needs an entry here.
 *
 * `node test/support/checks/floors.ts [folder]` counts circles, upward imports and types declared twice, of
 * this source or of another checkout's.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

/** From the roof to the ground: rooms that stand side by side, and their purpose. */
export const FLOORS: readonly (readonly [rooms: readonly string[], about: string])[] = [
  [['bin.ts', 'worker.ts'], 'entries: the program, and the process that fetches for it'],
  [['cli.ts'], 'one command line, from arguments to exit status'],
  [['compose', 'commands'], 'the one place where parts are put together · a file for each command'],
  [['tui/run.ts'], 'the full screen on a real terminal'],
  [
    ['tui/draw', 'tui/effects', 'tui/v8-memory.ts', 'tui/v8-exit.ts'],
    'rows through Ink · what updates ask for',
  ],
  [['tui/update'], 'the next state, from a key or an event'],
  [
    ['tui/view/view.ts', 'tui/view/title.ts'],
    "a state as rows: screens, of parts, by a layout · the terminal's title",
  ],
  [['tui/view/screens'], ''],
  [['tui/view/parts'], ''],
  [['tui/view/layout'], ''],
  [['tui/state'], 'all that the full screen shows, as one value; events and effects as data'],
  [['tui/input'], 'bytes as keys, the table of keys, a text field'],
  [['worker'], 'fetching in a process of its own'],
  [['reader'], 'what a person can do, for the full screen and the commands alike'],
  [['today'], 'the day in one page'],
  [
    ['sample-edition.ts', 'compile-cache.ts', 'terminal'],
    'the sample edition as a network · writing to a terminal',
  ],
  [['feeds'], "feeds that are not Donga's"],
  [
    ['donga', 'search', 'net', 'typeset', 'storage/archive', 'storage/config', 'storage/stories', 'stories'],
    "Donga's feeds and pages · finding · fetching · setting in rows · keeping: SQLite, JSON by conf",
  ],
  [['storage/index'], 'the search index on the disk'],
  [['storage/files'], ''],
  [['storage/sqlite'], ''],
  [['storage/kept-types.ts'], "what keeping the reader's own things means: words and bookmarks"],
  [['storage/types.ts'], 'what keeping means, for those who keep'],
  [
    ['corrections', 'reading-time.ts'],
    'whether two texts of an article read alike, and what differs · how long one takes',
  ],
  [
    ['candidates.ts', 'lead.ts', 'list-item.ts', 'log.ts', 'sections.ts', 'watch-words.ts', 'warnings.ts'],
    'what all of them share',
  ],
  [['messages'], 'every text of the interface, in both languages'],
  [['korean', 'photos'], "Korean writing · pictures' files as pixels, and as terminals take them"],
  [['text'], 'the sanitiser, and what can be said of any text'],
  [
    ['model.ts', 'failure.ts', 'clock.ts', 'system'],
    'the things the program is about, what can go wrong · what every system does its own way',
  ],
];

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b[^'"\n;]*(?:\{[^}]*\}[^'"\n;]*)?['"](\.[^'"]+)['"]|import\(\s*['"](\.[^'"]+)['"]\s*\)/g;

/** The imports between the files of a folder, types and late ones too; each file by its path in it. */
export function importsOf(folder: string): Map<string, string[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.tsx?$/.test(file));
  return new Map(
    files.map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      const found = [...text.matchAll(IMPORT)].map((match) =>
        normalize(join(dirname(file), (match[1] ?? match[2])!)).replaceAll('\\', '/'),
      );
      return [file, [...new Set(found)].filter((other) => files.includes(other))];
    }),
  );
}

/** The same between folders. A file of the outermost folder, or beside folders in its own, stands for itself. */
export function importsOfFolders(files: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const folders = new Set([...files.keys()].map((file) => dirname(file)));
  const holdsFolders = (folder: string) => [...folders].some((other) => other.startsWith(`${folder}/`));
  const roomOf = (file: string) => {
    const folder = dirname(file);
    return folder === '.' || holdsFolders(folder) ? file : folder;
  };
  const graph = new Map<string, string[]>();
  for (const [file, others] of files) {
    const room = roomOf(file);
    const outside = others.map(roomOf).filter((other) => other !== room);
    graph.set(room, [...new Set([...(graph.get(room) ?? []), ...outside])]);
  }
  return graph;
}

/** The circles of a graph: its strongly connected parts of more than one node, by Tarjan's algorithm. */
export function circlesOf(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const circles: string[][] = [];
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const visit = (node: string): void => {
    order.set(node, order.size);
    lowest.set(node, order.get(node)!);
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) visit(next);
      if (stack.includes(next)) lowest.set(node, Math.min(lowest.get(node)!, lowest.get(next)!));
    }
    if (lowest.get(node) !== order.get(node)) return;
    const circle = stack.splice(stack.indexOf(node));
    if (circle.length > 1) circles.push(circle.sort());
  };
  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return circles;
}

/** Imports that do not lead to a lower floor, as `one -> other`; and rooms that have no floor. */
export function misplaced(
  files: ReadonlyMap<string, readonly string[]>,
  floors: readonly (readonly string[])[] = FLOORS.map(([rooms]) => rooms),
): string[] {
  const floorOf = new Map(floors.flatMap((rooms, floor) => rooms.map((room) => [room, floor] as const)));
  const roomOf = (file: string): string | undefined =>
    [...floorOf.keys()].find((room) => file === room || file.startsWith(`${room}/`));
  return [...files].flatMap(([file, others]) => {
    const room = roomOf(file);
    if (room === undefined) return [`${file} has no floor`];
    return others
      .filter((other) => {
        const otherRoom = roomOf(other);
        return otherRoom !== undefined && otherRoom !== room && floorOf.get(otherRoom)! <= floorOf.get(room)!;
      })
      .map((other) => `${file} -> ${other}`);
  });
}

/** The names of types that more than one file of a folder declares, exported or not, with those files. */
export function typesDeclaredTwice(folder: string): string[] {
  const filesOf = new Map<string, string[]>();
  for (const file of importsOf(folder).keys()) {
    const text = readFileSync(join(folder, file), 'utf8');
    for (const [, name] of text.matchAll(/^(?:export )?(?:type|interface|class|enum) (\w+)/gm)) {
      filesOf.set(name!, [...(filesOf.get(name!) ?? []), file]);
    }
  }
  return [...filesOf].flatMap(([name, files]) => (files.length > 1 ? `${name}: ${files.join(' · ')}` : []));
}

if (import.meta.main) {
  const folder = process.argv[2] ?? join(import.meta.dirname, '../../../source');
  const files = importsOf(folder);
  const print = (what: string, found: readonly string[]) =>
    process.stdout.write(`${found.length} ${what}\n${found.map((each) => `  ${each}\n`).join('')}`);
  process.stdout.write(`${relative(process.cwd(), folder)}: ${files.size} files\n`);
  print(
    'circles between files',
    circlesOf(files).map((circle) => circle.join(' · ')),
  );
  print(
    'circles between folders',
    circlesOf(importsOfFolders(files)).map((circle) => circle.join(' · ')),
  );
  print('imports that lead up', misplaced(files));
  print('types declared twice', typesDeclaredTwice(folder));
}
