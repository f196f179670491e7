/** Lists of feeds as readers exchange them: OPML 2.0 (opml.org). */
import { Parser } from 'htmlparser2';
import { sanitiseLine } from '../text/sanitise.ts';

export interface OpmlFeed {
  readonly title: string;
  readonly url: string;
}

/** The most feeds that are taken from one file. */
const MOST_FEEDS = 1000;

/** The deepest nesting of folders: the parser's time grows with its square. */
const DEEPEST = 200;

/** Reads every feed of an OPML list, in whatever folder; null if the text is not OPML, or was cut off. */
export function readOpml(text: string): OpmlFeed[] | null {
  const feeds: OpmlFeed[] = [];
  let isOpml = false;
  let isWhole = false;
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, given) {
        depth += 1;
        if (depth > DEEPEST) throw new Error('nested too deeply');
        if (name.toLowerCase() === 'opml') isOpml = true;
        if (name.toLowerCase() !== 'outline' || feeds.length === MOST_FEEDS) return;
        const attributes = Object.fromEntries(
          Object.entries(given).map(([key, value]) => [key.toLowerCase(), value]),
        );
        const url = attributes.xmlurl?.trim() ?? '';
        if (url !== '') feeds.push({ title: sanitiseLine(attributes.title || attributes.text || ''), url });
      },
      onclosetag(name, isImplied) {
        depth -= 1;
        if (name.toLowerCase() === 'opml' && !isImplied) isWhole = true;
      },
    },
    { xmlMode: true },
  );
  try {
    parser.end(text);
  } catch {
    return null;
  }
  return isOpml && isWhole ? feeds : null;
}

/** A list of feeds for other programs. */
export function writeOpml(title: string, feeds: readonly OpmlFeed[]): string {
  const outlines = feeds.map(
    (feed) =>
      `    <outline type="rss" text="${escaped(feed.title)}" title="${escaped(feed.title)}" xmlUrl="${escaped(feed.url)}"/>\n`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<opml version="2.0">\n',
    `  <head>\n    <title>${escaped(title)}</title>\n  </head>\n`,
    '  <body>\n',
    ...outlines,
    '  </body>\n',
    '</opml>\n',
  ].join('');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (char) => ENTITIES[char]!);
