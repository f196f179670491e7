// A week's edition that changes by the hour, on loopback: `node test/support/site/week.ts <clock file>` plays
// it, an hour a second, and writes the time into the file for a program that is started with
// test/support/program/clock-file.ts.
//
// Its headlines are the labelled ones (test/stories), spread over the week event by event. Some pages are
// corrected, some titles changed; and on every page, in every hour, everything else changes.
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { heldBackDocuments } from '../../stories/labelled.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** 16 November 2026, a Monday, 00:00 in Korea; the week's events begin on it and the five days after. */
export const MONDAY = Date.parse('2026-11-16T00:00:00+09:00');
export const HOURS = 168;

const SECTIONS = ['politics', 'economy', 'national', 'international', 'culture', 'sports'];
const LISTED = 50;

/** A piece's wording from an hour of the week on. */
export interface Edit {
  readonly hour: number;
  readonly title?: (title: string) => string;
  readonly text?: (paragraphs: readonly string[]) => string[];
}

export interface Piece {
  readonly id: string;
  readonly event: string;
  readonly section: string;
  readonly title: string;
  readonly lead: string;
  /** In hours of the week. */
  readonly hour: number;
  readonly edits: readonly Edit[];
}

export interface Week {
  readonly origin: string;
  readonly pieces: readonly Piece[];
  /** The hour of the week that is served. */
  hour: number;
  close(): Promise<void>;
}

const number = (text: string): number =>
  [...text].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 9973, 7);

/** The pieces of the week, oldest first; the edits are by the piece's place among those of its kind. */
function piecesOfWeek(): Piece[] {
  const documents = heldBackDocuments();
  const first = Math.min(...documents.map(({ publishedAt }) => publishedAt));
  const pieces = documents
    .map((each, at): Piece => {
      const hours = ((each.publishedAt - first) % (2 * DAY)) / HOUR;
      return {
        id: String(150_000_000 + at),
        event: each.event,
        section: SECTIONS[number(each.event) % SECTIONS.length]!,
        title: each.title,
        lead: each.lead,
        hour: (number(each.event) % 5) * 24 + hours,
        edits: [],
      };
    })
    .sort((one, other) => one.hour - other.hour);
  return pieces.map((piece, at) => {
    const title = at === BREAKING ? `[속보] ${piece.title}` : piece.title;
    return { ...piece, title, edits: editsOf({ ...piece, title }, at) };
  });
}

function editsOf({ hour, title, lead }: Piece, at: number): Edit[] {
  // A number and a sentence, eight hours later, and a sentence more the next day.
  if (at % 60 === 20) {
    return [
      { hour: hour + 8, text: ([head = '', ...rest]) => [`${head} 앞서 전한 숫자를 바로잡는다.`, ...rest] },
      { hour: hour + 24, text: (all) => [...all, '보도 뒤 당국은 추가 설명을 내놓았다.'] },
    ];
  }
  if (title.startsWith('[속보]'))
    return [{ hour: hour + 7, title: (was) => was.replace(/^\[속보\]\s*/, '') }];
  if (at === SOFTENED && lead !== '') return [{ hour: hour + 8, title: (was) => `${was} 가능성` }];
  return [];
}

/** The numbers of the week's pieces whose title is softened, and of those that come as breaking news at first. */
const SOFTENED = 45;
const BREAKING = 50;

/** A piece as it reads in an hour. */
export function readsAt(
  piece: Piece,
  hour: number,
): { readonly title: string; readonly paragraphs: readonly string[] } {
  const { title, lead, edits } = piece;
  const paragraphs = [
    lead,
    '현장에서는 이날 하루 종일 확인이 이어졌다.',
    '자세한 내용은 다음 날 알려질 예정이다.',
  ];
  return edits
    .filter((edit) => edit.hour <= hour)
    .reduce(
      (is, edit) => ({
        title: edit.title?.(is.title) ?? is.title,
        paragraphs: edit.text?.(is.paragraphs) ?? is.paragraphs,
      }),
      { title, paragraphs: paragraphs as readonly string[] },
    );
}

const pubDate = (hour: number): string =>
  new Date(MONDAY + hour * HOUR + 9 * HOUR).toUTCString().replace('GMT', '+0900');
const stamp = (hour: number): string =>
  new Date(MONDAY + hour * HOUR + 9 * HOUR).toISOString().slice(0, 16).replace('T', ' ');

function feed(pieces: readonly Piece[], section: string, hour: number, origin: string): string {
  const listed = pieces
    .filter((piece) => piece.hour <= hour && (section === 'total' || piece.section === section))
    .slice(-LISTED)
    .reverse();
  const items = listed.map((piece) => {
    const { title } = readsAt(piece, hour);
    return `<item><title><![CDATA[${title}]]></title><link><![CDATA[${origin}${pathOf(piece)}]]></link><pubDate>${pubDate(piece.hour)}</pubDate><description><![CDATA[${piece.lead}]]></description></item>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>${section}</title>${items.join('\n')}</channel></rss>`;
}

const pathOf = ({ id }: Piece): string => `/news/article/all/20261116/${id}/1`;

/** A page in the site's shape; `asked` counts how often it was asked for: counts, spaces and advertisements differ. */
function page(piece: Piece, hour: number, asked: number): string {
  const { title, paragraphs } = readsAt(piece, hour);
  const last = piece.edits.findLast((edit) => edit.hour <= hour);
  const updated = last === undefined ? '' : `<p><span aria-hidden="true">수정 ${stamp(last.hour)}</span></p>`;
  const ad = `<div class='view_adK'><div id='div-gpt-ad-${asked}'>광고 ${asked}</div></div>`;
  const gap = asked % 2 === 0 ? '<br><br>\n' : '<br>\n<br>  ';
  return `<!DOCTYPE html><html lang="ko"><head><meta charset="utf-8"><title>${title}｜동아일보</title>
<meta property="og:title" content="${title}"><meta property="og:type" content="article"></head><body>
<header class="view_head"><section class="head_group"><h1>${title}</h1></section>
<div class="date_info"><p><span aria-hidden="true">입력 ${stamp(piece.hour)}</span></p>${updated}</div></header>
<div class="view_body"><div class="main_view"><section class="news_view">
${paragraphs.join(`${gap}${asked % 3 === 0 ? ad : ''}`)}
</section>
<div class='reaction_area'><ul><li><button><span class='tit'>좋아요</span> <span class='num'>${asked * 7}</span></button></li></ul></div>
</div></div>
<aside><section class="trend_sec"><h2 class="tit">지금 뜨는 뉴스</h2><ul class="row_list"><li><a href="/news/article/all/20261116/${149_000_000 + asked}/1"><h4 class="tit">뜨는 기사 ${asked}</h4></a></li></ul></section></aside>
</body></html>`;
}

/** Serves the week on a free port, at its first hour. */
export async function startWeek(): Promise<Week> {
  const pieces = piecesOfWeek();
  const byPath = new Map(pieces.map((piece) => [pathOf(piece), piece]));
  const asked = new Map<string, number>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const section = /^\/(.+)\.xml$/.exec(pathname)?.[1];
    const piece = byPath.get(pathname);
    if (section !== undefined) {
      response.writeHead(200, { 'content-type': 'application/xml; charset=utf-8' });
      response.end(feed(pieces, section, week.hour, week.origin));
    } else if (piece !== undefined && piece.hour <= week.hour) {
      asked.set(pathname, (asked.get(pathname) ?? 0) + 1);
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(page(piece, week.hour, asked.get(pathname)!));
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const week: Week = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pieces,
    hour: 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return week;
}

if (process.argv[1] === import.meta.filename) {
  const file = process.argv[2]!;
  const week = await startWeek();
  process.stdout.write(`DONGA_TUI_FEEDS=${week.origin} CLOCK_FILE=${file}\n`);
  for (; week.hour < HOURS; week.hour += 1) {
    writeFileSync(file, String(MONDAY + week.hour * HOUR));
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  await week.close();
}
