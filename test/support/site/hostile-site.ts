// A site whose every field carries the attacks: the feed as the site writes it, and a page of today's template.
import { ATTACK, asReferences, escapedTwice, UNENDED_ATTACKS } from './attacks.ts';
import type { Site } from './site.ts';

/** How an attack can be written into a document. */
const WRITTEN: readonly ((text: string) => string)[] = [(text) => text, asReferences, escapedTwice];

const ID = 139900000;
export const linkOf = (site: Site, at: number): string =>
  `${site.origin}/news/Politics/article/all/20261120/${ID + at}/1`;

function item(site: Site, attack: string, at: number): string {
  const link = linkOf(site, at);
  return `<item>
<title>제목 ${at} ${attack}</title>
<link>${link}</link>
<guid isPermaLink="false">${attack}</guid>
<author>${attack}</author><category>${attack}</category><Section>${attack}</Section>
<pubDate>Fri, 20 Nov 2026 ${String(at % 24).padStart(2, '0')}:00:00 +0900</pubDate>
<description>요약 ${at} ${attack}</description>
<media:content type="image/jpg" url="https://dimg.donga.com/${encodeURIComponent(attack).slice(0, 40)}.jpg" title="${attack.replaceAll('"', '')}"/>
</item>`;
}

function page(site: Site, attack: string, at: number): string {
  const quoted = attack.replaceAll('"', '&quot;');
  const link = linkOf(site, at);
  return `<!DOCTYPE html><html lang="ko"><head><meta charset="utf-8"><title>${attack}</title>
<link rel="canonical" href="${link}">
<meta property="og:title" content="${quoted}"><meta property="og:type" content="article"><meta property="og:url" content="${link}"><meta property="og:description" content="${quoted}">
<script type="application/ld+json">{"@type":"NewsArticle","headline":${JSON.stringify(attack)},"datePublished":"2026-11-20T11:42:00+09:00","author":[{"@type":"Person","name":${JSON.stringify(attack)}}]}</script></head>
<body><header class="view_head"><div class="inner"><div class="breadcrumb"><span class="breadcrumb_item"><a href="${link}">${attack}</a></span></div>
<section class="head_group"><h1>기사 ${at} ${attack}</h1><h2 class="sub_tit">부제 ${attack}</h2></section>
<ul class="news_info"><li><button><span aria-hidden="true">2026-11-20 11:42 ${attack}</span></button></li></ul>
<div class="date_info"><p><span aria-hidden="true">입력 2026-11-20 11:30</span></p></div></div></header>
<article class="author_info"><a href="https://www.donga.com/news/Reporter/1">${attack} 기자</a></article>
<div class="view_body"><div class="main_view"><section class="news_view">
<h2 class="sub_tit">부제 ${attack}</h2>
<figure class="img_cont articlePhotoC"><div class="in_cont"><img src="https://dimg.donga.com/1.jpg" alt="${quoted}"></div><figcaption>설명 ${attack}</figcaption></figure>
<b>소제목 ${attack}<br></b><br>
본문 ${attack}<br><br>
링크 <a href="https://www.donga.com/?q=${quoted}">${attack}</a> <a href="javascript:${quoted}">${attack}</a><br><br>
<blockquote>인용 ${attack}</blockquote>
<table><tbody><tr><td>표 ${attack}</td><td>${attack}</td></tr></tbody></table>
<ul><li>목록 ${attack}</li></ul>
<iframe src="https://www.youtube.com/embed/x" title="${quoted}"></iframe>
${attack}=홍길동 기자 hong@donga.com<br><br>
(서울=${attack})
<div class="article_end"></div></section>
<div class="byline">${attack} 기자 hong@donga.example</div>
<div class="tag_area"><a href="https://www.donga.com/news/tag/x">#${attack}</a></div>
<div class="reaction_area"><ul><li><button><span class="tit">${attack}</span> <span class="num">12</span></button></li></ul></div>
<div class="comment_area"><a href="#replyLayer">댓글 <span class="cnt">${attack}7</span></a></div>
<div class="caution_text">© ${attack}</div></div>
<aside><section class="trend_sec"><h2 class="tit">지금 뜨는 뉴스</h2><ul class="row_list"><li><a href="${linkOf(site, 0)}"><h4 class="tit">뜨는 ${attack}</h4></a></li></ul></section></aside></div></body></html>`;
}

/** Makes the site serve the attacks as its politics; returns the number of articles. */
export function attackFrom(site: Site): number {
  const attacks = [ATTACK, ...UNENDED_ATTACKS].flatMap((attack) => WRITTEN.map((write) => write(attack)));
  const feed = `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>${ATTACK}</title><link>${site.origin}</link><description>x</description>${attacks.map((attack, at) => item(site, attack, at)).join('\n')}</channel></rss>`;
  const cdata = feed.replace(/(<title>|<description>)([^<]*)/g, '$1<![CDATA[$2]]>');
  const type = 'content-type';
  for (const [path, body] of [
    ['/politics.xml', feed],
    ['/economy.xml', cdata],
  ] as const) {
    site.set(path, (_, response) => {
      response.writeHead(200, { [type]: 'application/xml; charset=utf-8' }).end(body);
    });
  }
  for (const [at, attack] of attacks.entries()) {
    site.set(new URL(linkOf(site, at)).pathname, (_, response) => {
      response.writeHead(200, { [type]: 'text/html; charset=utf-8' }).end(page(site, attack, at));
    });
  }
  // A feed that fails, with words of the server's own.
  site.set('/national.xml', (_, response) => {
    response.writeHead(503, 'evil\x9b6n', { [type]: 'text/plain; charset=\x9b' }).end(ATTACK);
  });
  return attacks.length;
}
