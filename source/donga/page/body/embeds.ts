import type { Block } from '../../../model.ts';
import { sanitiseLine } from '../../../text/sanitise.ts';
import { webUrl } from '../../links.ts';
import { type Element, first } from '../tree/dom.ts';

/** Players whose frame is a part of the story; every other frame is an advertisement or a counter. */
const PLAYERS =
  /(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be|tv\.naver\.com|serviceapi\.nmv\.naver\.com|tv\.kakao\.com|vimeo\.com|dailymotion\.com|ichannela\.com|voda\.donga\.com|tv\.donga\.com|instagram\.com|twitter\.com|x\.com|facebook\.com|tiktok\.com)$/;

/** A film, a sound or a player's frame; null for another kind of frame, or one without an address on the web. */
export function embedOf(element: Element, base: string | null): Block | null {
  const { src, data, title } = element.attribs;
  const late = element.attribs['data-src'];
  const inner = first('source[src], embed[src]', element)?.attribs.src;
  const url = webUrl(late ?? src ?? data ?? inner, base);
  if (url === null) return null;
  const isFilm = element.name === 'video' || element.name === 'audio';
  if (!isFilm && !PLAYERS.test(new URL(url).hostname)) return null;
  const named = sanitiseLine(title ?? '');
  return { type: 'embed', url, title: named === '' ? null : named };
}
