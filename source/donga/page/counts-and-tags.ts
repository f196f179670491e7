import { withoutEnd } from '../../text/runs.ts';
import { sanitiseLine } from '../../text/sanitise.ts';
import { readTags } from './story-end.ts';
import {
  type AnyNode,
  collapse,
  type Element,
  isInside,
  isTag,
  textOf,
  textsBehind,
  textsInside,
} from './tree/dom.ts';

/** The counts and tags that readers and editors left under a story. */
export interface Extras {
  readonly tags: readonly string[];
  readonly reactions: Readonly<Record<string, number>>;
  readonly comments: number | null;
}

/** A number as it is printed: 1,024 and 1.2만 too. */
const COUNT = '(\\d[\\d,.]*(?:[만천억kKmM+]| [만천억][가-힣]?)?)';
const REACTIONS = new RegExp(
  `(좋아요|훈훈해요|기뻐요|슬퍼요|화나요|놀라워요|감동이에요|응원해요|추천해요|공감해요|유익해요) ?[:(]? ?${COUNT}`,
  'g',
);
const COMMENTS = new RegExp(`댓글 ?(?:수)? ?[:([]? ?${COUNT}`);
const FURNITURE = new Set(['script', 'style', 'nav', 'footer', 'noscript', 'template', 'textarea']);

/**
 * The tags, reactions and the number of comments that stand behind a story; their markup is not known, so they
 * are found by how they read. The count of comments may stand in the header too.
 * @param others elements that belong to other stories.
 */
export function readExtras(body: Element, header: readonly Element[], others: ReadonlySet<Element>): Extras {
  const texts: string[] = [];
  let tags: string[] = [];
  for (const text of textsBehind(body, (element) => FURNITURE.has(element.name) || others.has(element))) {
    texts.push(text.data);
    if (tags.length === 0 && /^\s*#/.test(text.data)) tags = tagsAround(text, body);
  }
  const behind = collapse(texts.join(' '));
  const reactions: Record<string, number> = {};
  for (const [, name, count] of behind.matchAll(REACTIONS)) {
    const number = toNumber(count!);
    if (number !== null) reactions[name!] ??= number;
  }
  const counted = COMMENTS.exec(behind) ?? COMMENTS.exec(header.map((element) => textOf(element)).join(' '));
  return { tags, reactions, comments: counted === null ? null : toNumber(counted[1]!) };
}

/** The number that is printed; null for a rounded one (1.2만, 999+). */
function toNumber(count: string): number | null {
  // A word behind the number may begin as a power of ten does: 1,234 천문대.
  const digits = withoutEnd(count.replace(/ [만천억][가-힣]$/, ''), /[,.]/);
  if (!/^(?:\d+|\d{1,3}(?:,\d{3})+)$/.test(digits)) return null;
  return Math.min(Number(digits.replaceAll(',', '')), Number.MAX_SAFE_INTEGER);
}

/** The tags of the largest element around a text that holds nothing but tags, or a word that announces them. */
function tagsAround(text: AnyNode, body: Element): string[] {
  let tags: string[] = [];
  for (let at = text.parent; at !== null && isTag(at) && !isInside(body, at); at = at.parent) {
    const texts = textsIn(at);
    if (texts.join('') === '#') continue;
    if (/^(?:해시)?태그|^키워드/.test(texts[0] ?? '')) texts.shift();
    // The sign may stand in an element of its own.
    const areTags = texts.every((piece, index) => piece.startsWith('#') || texts[index - 1] === '#');
    const more = areTags ? readTags(texts.join('').replaceAll('#', ' #').trim()) : [];
    if (more.length === 0) break;
    tags = more;
  }
  return tags;
}

function textsIn(element: Element): string[] {
  const texts = [...textsInside(element, ({ name }) => FURNITURE.has(name))];
  return texts.map(({ data }) => sanitiseLine(data)).filter((text) => text !== '');
}
