import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Corrections } from '../corrections/history.ts';
import { isArticleId, parseLink } from '../donga/links.ts';
import { Failure } from '../failure.ts';
import type { Article } from '../model.ts';
import { decodeText } from '../net/decode.ts';
import type { PageRequest } from '../reader/fetching/fetching.ts';
import type { Opened, Reader } from '../reader/types.ts';
import { drawnText, paintRow } from '../terminal/paint.ts';
import { usesScreenReader } from '../terminal/plain.ts';
import { setArticle } from '../typeset/article.ts';
import { correctedText } from '../typeset/corrected.ts';
import { rowText } from '../typeset/rows.ts';
import { spokenArticle } from '../typeset/spoken-article.ts';
import { type Command, type Context, UsageError } from './shared/context.ts';
import { filledReader } from './shared/filled-reader.ts';
import { printPaged } from './shared/pager.ts';
import { paintOptions } from './shared/paint-options.ts';

const PIPE_WIDTH = 80;

/** `donga-tui read <link, id, file or ->`: one article, set for the terminal's width. */
export const read: Command = async (context, words) => {
  const [what, extra] = words;
  if (what === undefined || what === '') throw new UsageError('usage.missing', { what: 'link' });
  if (extra !== undefined) throw new UsageError('usage.too-many', { value: extra });

  const { article, failure, corrections } = await articleOf(context, what);
  if (failure !== null) {
    context.warn(article.source === 'feed' ? 'read.lead-only' : 'read.kept', {
      reason: context.reason(failure),
    });
  }
  // A saved page may lack its own address.
  const { extractor: _extractor, ...shown } = article;
  const told = { ...shown, url: article.url === '' ? null : article.url };
  if (context.options.json) await context.print(`${JSON.stringify(told)}\n`);
  else if (context.options.plain || (context.plain && usesScreenReader(context.env))) {
    await context.print(`${spokenArticle(article, context.language).join('\n')}\n`);
  } else await printPaged(context, plain(context, article, corrections));
  return 0;
};

/** An article, and the number of its corrections. */
interface Read extends Opened {
  readonly corrections: Corrections | null;
}

/** The longest wait for a kept page that is asked for once more, in ms. */
const AGAIN_FOR = 3_000;

/** The article. A kept one is asked for again if that is allowed: it may have been corrected. */
async function openIt({ options, settings }: Context, reader: Reader, target: PageRequest): Promise<Read> {
  const isKept = (reader.kept(target.id)?.source ?? 'feed') !== 'feed';
  let opened = await reader.open(target);
  if (isKept && !options.offline && !options.demo && !settings().all().metered) {
    const again = await Promise.race([reader.askAgain(target), sleep(AGAIN_FOR, null, { ref: false })]);
    if (again !== null) opened = { article: again, failure: null };
  }
  return { ...opened, corrections: reader.corrections(target.id) };
}

async function articleOf(context: Context, what: string): Promise<Read> {
  if (what === '-') return saved(context, await wholePage(context.stdin));
  if (isArticleId(what)) {
    const reader = await filledReader(context);
    const known = reader.headline(what) ?? reader.kept(what);
    if (known !== null) return openIt(context, reader, known);
    throw new Failure('unknown-id', { id: what });
  }
  // A word with a scheme is a link, and refused as such if it leads to no article.
  if (/^[a-z][a-z\d+.-]*:/i.test(what)) {
    const link = parseLink(what);
    return openIt(context, await context.reader(), { ...link, named: true });
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

/** Reads a saved page: nothing is fetched, and nothing kept. */
async function saved({ options }: Context, bytes: Uint8Array): Promise<Read> {
  const { extractArticle } = await import('../donga/page/extract.ts');
  const url = options.url === null ? null : parseLink(options.url).url;
  return { article: await extractArticle(decodeText(bytes, null), url), failure: null, corrections: null };
}

function plain(context: Context, article: Article, corrections: Corrections | null): string {
  const { options, language, stdout, env, settings, now } = context;
  const columns = options.width ?? (stdout.isTTY && stdout.columns > 0 ? stdout.columns : PIPE_WIDTH);
  const corrected = corrections === null ? '' : correctedText(corrections, now(), language);
  const { rows } = setArticle(article, { columns, language, hanja: settings().all().hanja, corrected });
  const paint = paintOptions(settings().all(), env);
  if (!stdout.isTTY) {
    return `${rows.map((row) => drawnText(rowText(row), paint.wide, paint.ascii).trimEnd()).join('\n')}\n`;
  }
  return `${rows.map((row) => paintRow(row, paint)).join('\n')}\n`;
}
