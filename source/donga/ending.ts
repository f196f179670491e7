import type { Block, Reporter } from '../model.ts';
import { readStrictByline, readWire } from './byline.ts';

/** A story's blocks, and what stood behind them in the same run of text. */
export interface Ending {
  readonly blocks: readonly Block[];
  readonly reporters: readonly Reporter[];
  readonly wire: string | null;
  readonly tags: readonly string[];
  readonly copyright: string | null;
}

/** Takes the credit, byline, tags and copyright notice off the end of a story, line by line. */
export function takeEnding(story: readonly Block[]): Ending {
  const blocks = [...story];
  const reporters: Reporter[] = [];
  let wire: string | null = null;
  let copyright: string | null = null;
  let tags: string[] = [];

  for (let line = lastLine(blocks); line !== null; line = lastLine(blocks)) {
    const credit = readWire(line);
    const people = readStrictByline(line);
    const tagged = readTags(line);
    if (credit !== null) wire ??= credit;
    else if (people.length > 0) reporters.unshift(...people);
    else if (tagged.length > 0) tags = [...tagged, ...tags];
    else if (isCopyright(line)) copyright ??= line;
    else break;
    dropLastLine(blocks);
  }
  return { blocks, reporters, wire, tags, copyright };
}

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

function dropLastLine(blocks: Block[]): void {
  const last = blocks.pop() as TextBlock;
  const end = last.text.lastIndexOf('\n');
  if (end < 0) return;
  const { links, ...rest } = last;
  const kept = links?.filter(([, stop]) => stop <= end) ?? [];
  const text = last.text.slice(0, end);
  blocks.push(kept.length === 0 ? { ...rest, text } : { ...rest, text, links: kept });
}
