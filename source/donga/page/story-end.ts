import type { Block, Reporter } from '../../model.ts';
import { readStrictByline, readWire } from './byline.ts';
import { announcesOthers } from './noise.ts';

/** A story's blocks, and what stood behind them in the same run of text. */
export interface Ending {
  readonly blocks: readonly Block[];
  readonly reporters: readonly Reporter[];
  readonly wire: string | null;
  readonly tags: readonly string[];
  readonly copyright: string | null;
}

/** More lines than these between a story's byline and its end are a story's own. */
const MOST_ASIDES = 8;

/**
 * Takes the credit, byline, tags, copyright notice and list of other stories off the end of a story, line by line.
 * Behind them may stand whose the photos are, links, or the word 끝: that goes with them, and stays where they are
 * not. So may the last photo, which stays.
 */
export function takeEnding(story: readonly Block[]): Ending {
  const shown = story.findLastIndex((block) => block.type !== 'photo' && block.type !== 'embed') + 1;
  const blocks = story.slice(0, shown);
  const reporters: Reporter[] = [];
  let wire: string | null = null;
  let copyright: string | null = null;
  let tags: string[] = [];
  let asides: string[] = [];
  let end = { count: blocks.length, last: blocks.at(-1) };

  for (let line = lastLine(blocks); line !== null; line = lastLine(blocks)) {
    const credit = readWire(line);
    const people = readStrictByline(line);
    const tagged = readTags(line);
    const isOthers = asides.length > 0 && announcesOthers(line);
    const isKnown =
      credit !== null || people.length > 0 || tagged.length > 0 || isCopyright(line) || isOthers;
    const isAside =
      ASIDES.some((aside) => aside.test(line)) || announcesOthers(line) || isLink(blocks.at(-1));
    if (!isKnown && (asides.length === MOST_ASIDES || line.length > LONGEST_ASIDE || !isAside)) break;
    dropLastLine(blocks);
    if (!isKnown) {
      asides.push(line);
      continue;
    }
    wire ??= credit;
    reporters.unshift(...people);
    tags = [...tagged, ...tags];
    copyright ??= isCopyright(line) ? line : (asides.find((aside) => OWNER.test(aside)) ?? null);
    asides = [];
    end = { count: blocks.length, last: blocks.at(-1) };
  }
  const kept = end.last === undefined ? [] : [...story.slice(0, end.count - 1), end.last];
  return { blocks: [...kept, ...story.slice(shown)], reporters, wire, tags, copyright };
}

const OWNER = /^[<[(]?\s*(?:©|ⓒ)/;

/** What may stand behind a byline and is nothing to read: `사진|스포츠동아DB`, `(끝)`, `ⓒ뉴시스`, `▶ 기사제보`. */
const ASIDES = [
  OWNER,
  /^[<[(【\-─―]\s*(?:끝|이상|完)\s*[>\])】\-─―]$/,
  /^[[(<]?\s*(?:사진|영상|그래픽|자료|이미지|일러스트|출처)(?:\s*(?:제공|출처|자료))?\s*[=:：|｜ㅣ│]/,
  /^[▶▷☞]/,
];

const LONGEST_ASIDE = 80;

/** The tags of a line that is a run of them: `#한국#챗gpt 아버지#올트먼`. Empty for any other line. */
export function readTags(line: string): string[] {
  if (!/^#[^#\s]/.test(line)) return [];
  const tags = line.split('#').map((tag) => tag.replace(/[\s,·]+$/, '').trim());
  const named = tags.filter((tag) => tag !== '');
  return named.every((tag) => tag.length <= 30 && !/[.?!]$/.test(tag)) ? [...new Set(named)] : [];
}

/** Whether a line is a copyright notice. */
export function isCopyright(line: string): boolean {
  return (
    line.length <= 200 &&
    /^[<[(]?\s*(?:©|ⓒ|\(c\)|copyright|저작권자)/i.test(line) &&
    /무단|all rights reserved|금지/i.test(line)
  );
}

type TextBlock = Extract<Block, { text: string }>;

const isText = (block: Block | undefined): block is TextBlock =>
  block !== undefined && (block.type === 'paragraph' || block.type === 'heading');

function lastLine(blocks: readonly Block[]): string | null {
  const last = blocks.at(-1);
  return isText(last) ? last.text.slice(last.text.lastIndexOf('\n') + 1) : null;
}

/** Whether the last line of a block is nothing but a link. */
function isLink(block: Block | undefined): boolean {
  if (!isText(block)) return false;
  const start = block.text.lastIndexOf('\n') + 1;
  const [from, to] = block.links?.at(-1) ?? [0, 0];
  return from >= start && to === block.text.length && /^\P{L}*$/u.test(block.text.slice(start, from));
}

function dropLastLine(blocks: Block[]): void {
  const last = blocks.pop() as TextBlock;
  const end = last.text.lastIndexOf('\n');
  if (end < 0) return;
  const { links, ...rest } = last;
  const kept = links?.filter(([, stop]) => stop <= end) ?? [];
  const text = last.text.slice(0, end);
  blocks.push(kept.length === 0 ? { ...rest, text } : { ...rest, text, links: kept });
}
