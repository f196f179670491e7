import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { isArticleId, parseLink } from '../donga/links.ts';
import { Failure } from '../failure.ts';
import type { Article } from '../model.ts';
import { decodeText } from '../net/decode.ts';
import type { Opened } from '../reader/types.ts';
import { wantsColour } from '../terminal/colour.ts';
import { drawnText, paintRow } from '../terminal/paint.ts';
import { usesScreenReader } from '../terminal/plain.ts';
import { setArticle } from '../typeset/article.ts';
import { rowText } from '../typeset/rows.ts';
import { spokenArticle } from '../typeset/spoken-article.ts';
import { type Command, type Context, UsageError } from './shared/context.ts';
import { filledReader } from './shared/filled-reader.ts';
import { printPaged } from './shared/pager.ts';

const PIPE_WIDTH = 80;

/** `donga-tui read <link, id, file or ->`: one article, set for the terminal's width. */
export const read: Command = async (context, words) => {
  const [what, extra] = words;
  if (what === undefined || what === '') throw new UsageError('usage.missing', { what: 'link' });
  if (extra !== undefined) throw new UsageError('usage.too-many', { value: extra });

  const { article, failure } = await articleOf(context, what);
  if (failure !== null) {
    context.warn(article.source === 'feed' ? 'read.lead-only' : 'read.kept', {
      reason: context.reason(failure),
    });
  }
  // A page that somebody saved need not tell where it was.
  const told = { ...article, url: article.url === '' ? null : article.url };
  if (context.options.json) await context.print(`${JSON.stringify(told)}\n`);
  else if (context.options.plain || (context.plain && usesScreenReader(context.env))) {
    await context.print(`${spokenArticle(article, context.language).join('\n')}\n`);
  } else await printPaged(context, plain(context, article));
  return 0;
};

async function articleOf(context: Context, what: string): Promise<Opened> {
  if (what === '-') return saved(context, await wholePage(context.stdin));
  if (isArticleId(what)) {
    const reader = await filledReader(context);
    const headline = reader.headline(what);
    if (headline !== null) return reader.open(headline);
    const kept = reader.kept(what);
    if (kept !== null) return reader.open(kept);
    throw new Failure('unknown-id', { id: what });
  }
  // A word with a scheme is a link, and refused by name where it is no news page's.
  if (/^[a-z][a-z\d+.-]*:/i.test(what)) {
    const link = parseLink(what);
    return (await context.reader()).open({ ...link, named: true });
  }
  const bytes = await wholePage(createReadStream(what)).catch((error: unknown) => {
    throw error instanceof Failure ? error : new Failure('bad-file', { path: what }, error);
  });
  return saved(context, bytes);
}

/** Reads as much as a page from the network may hold: a device or a pipe need have no end. @throws Failure too-large */
async function wholePage(stream: Readable): Promise<Uint8Array> {
  const { MOST_BYTES, readLimited } = await import('../net/body.ts');
  return readLimited(stream, MOST_BYTES.page);
}

/** A page that somebody saved: nothing is asked or kept. */
async function saved({ options }: Context, bytes: Uint8Array): Promise<Opened> {
  const { extractArticle } = await import('../donga/page/extract.ts');
  const url = options.url === null ? null : parseLink(options.url).url;
  return { article: await extractArticle(decodeText(bytes, null), url), failure: null };
}

function plain({ options, language, stdout, env, settings }: Context, article: Article): string {
  const columns = options.width ?? (stdout.isTTY && stdout.columns > 0 ? stdout.columns : PIPE_WIDTH);
  const { rows } = setArticle(article, { columns, language, hanja: settings().all().hanja });
  const wide = settings().all()['ambiguous-width'] === 'wide';
  if (!stdout.isTTY) {
    return `${rows.map((row) => drawnText(rowText(row), wide).trimEnd()).join('\n')}\n`;
  }
  return `${rows.map((row) => paintRow(row, { colour: wantsColour(env), hyperlinks: false, wide })).join('\n')}\n`;
}
