import type { Block, Reporter } from '../../model.ts';
import { parseLink } from '../links.ts';
import { readStrictByline, readWire } from './byline.ts';
import { isPictureCredit } from './credits.ts';
import { announcesOthers } from './tree/noise.ts';

/** A story's blocks, and the parts behind them in the same run of text. */
export interface StoryEnd {
  readonly blocks: readonly Block[];
  /** The people that the removed lines name. */
  readonly reporters: readonly Reporter[];
  /** The people that a line which stays in the story names, as a byline would. */
  readonly mentioned: readonly Reporter[];
  readonly wire: string | null;
  readonly tags: readonly string[];
  readonly copyright: string | null;
}

/** More lines than these between a story's byline and its end are a story's own. */
const MOST_ASIDES = 8;

/**
 * Removes the lines at the end of a story that are not part of it, one by one: an agency's credit, the
 * byline, the tags behind it, the copyright notice, a list of other stories, and the asides of `ASIDES`
 * behind any of these.
 *
 * No line is removed on a guess. The words of a byline, of tags and of a notice go into the article's own
 * fields. Names stay in the story if they may be its own: if the page has a byline elsewhere, if the line
 * before announces them, and if several lines name people without mail address or place. So does everything
 * behind a line of an unknown kind, and a run of tags behind none of the above. The last photo stays in any
 * case, and a line that names the makers of the pictures: it names no reporter, and the line before it may be
 * the byline.
 * @param hasByline whether the page names its reporters outside the story.
 */
export function takeEnding(story: readonly Block[], hasByline = false): StoryEnd {
  const shown = story.findLastIndex((block) => block.type !== 'photo' && block.type !== 'embed') + 1;
  const blocks = story.slice(0, shown);
  const reporters: Reporter[] = [];
  let mentioned: readonly Reporter[] = [];
  let wire: string | null = null;
  let copyright: string | null = null;
  let tags: string[] = [];
  let credits: string[] = [];
  /** The lines passed since the last one that was removed for good, the last of the story first. */
  let passed: Passed[] = [];
  let end = { count: blocks.length, last: blocks.at(-1) };

  const takePassed = () => {
    tags = [...passed.flatMap((line) => line.tags).toReversed(), ...tags];
    const owner = passed.find(({ text }) => OWNER.test(text));
    copyright ??= owner?.text ?? null;
    const kept = passed.filter(({ isCredit }) => isCredit).map(({ text }) => text);
    credits = [...kept.toReversed(), ...credits];
    passed = [];
    end = { count: blocks.length, last: blocks.at(-1) };
  };

  for (let text = lastLine(blocks); text !== null; text = lastLine(blocks)) {
    const credit = readWire(text);
    const people = readWriters(text);
    if (people.length > 0) {
      const isByline = !hasByline && isBylineRun(blocks, reporters.length > 0);
      if (!isByline) {
        // The line stays in the story; with a byline elsewhere on the page, the lines passed behind it are
        // removed.
        if (hasByline) {
          takePassed();
          mentioned = people;
        }
        break;
      }
      dropLastLine(blocks);
      reporters.unshift(...people);
      wire ??= credit;
      takePassed();
      continue;
    }
    const isNotice = isCopyright(text);
    const isOthers = announcesOthers(text) && passed.some((line) => line.isLink);
    if (credit !== null || isNotice || isOthers) {
      dropLastLine(blocks);
      wire ??= credit;
      if (isNotice) copyright ??= text;
      takePassed();
      continue;
    }
    const line = passedLine(text, blocks.at(-1));
    if (line === null || passed.length === MOST_ASIDES) break;
    dropLastLine(blocks);
    passed.push(line);
  }
  const kept = end.last === undefined ? [] : [...story.slice(0, end.count - 1), end.last];
  if (credits.length > 0) kept.push({ type: 'paragraph', text: credits.join('\n') });
  return {
    blocks: [...kept, ...story.slice(shown)],
    reporters,
    mentioned: mentioned.length > 0 || reporters.length > 0 ? mentioned : onlyByline(kept),
    wire,
    tags: [...new Set(tags)],
    copyright,
  };
}

/** A line that is taken if a byline, a credit or a notice stands before it. */
interface Passed {
  readonly text: string;
  /** Reversed, since lines are passed from the last to the first. */
  readonly tags: readonly string[];
  readonly isLink: boolean;
  readonly isCredit: boolean;
}

/** The people of a line that is nothing but a byline, and names a writer. */
const readWriters = (line: string) => (isPictureCredit(line) ? [] : readStrictByline(line));

function passedLine(text: string, block: Block | undefined): Passed | null {
  const tags = readTags(text).toReversed();
  const isLink = leadsToStory(block);
  const isAside = isLink || announcesOthers(text) || ASIDES.some((aside) => aside.test(text));
  const isCredit = isPictureCredit(text) && readStrictByline(text).length > 0;
  return tags.length > 0 || isAside || isCredit ? { text, tags, isLink, isCredit } : null;
}

const OWNER = /^[<[(]?\s?(?:©|ⓒ)/;

/**
 * Lines behind a byline that are dropped for good, each known by its whole text. Of these lines nothing but the
 * owner of the rights is kept, in `copyright`.
 */
const ASIDES: readonly RegExp[] = [
  // The owner of the rights: ⓒ뉴시스
  /^[<[(]?\s?(?:©|ⓒ)[^.]{1,40}$/,
  // The word for the end: (끝)
  /^[<[(【\-─―]\s?(?:끝|이상|完)\s?[>\])】\-─―]$/,
  // The owner of the photos: 사진|스포츠동아DB
  /^[[(<]?\s?사진\s?(?:제공|출처)?\s?[=:：|｜ㅣ│]\s?[^\s.,][^.,]{0,24}$/,
  // The way to a reporter's other stories: ▶ 홍길동 기자의 다른 기사 보기
  /^[▶▷☞]\s?[^.]{0,20}(?:다른|최신|관련)\s?(?:기사|뉴스)\s?(?:더\s?)?보기$/,
  /^[▶▷☞]\s?(?:기사|뉴스)?\s?제보(?:하기)?$/,
];

/** Words that announce people in the story itself: 수상자는 다음과 같다. 문의: */
const ANNOUNCES = /[:：]$|다음과 같|아래와 같|문의|연락처|명단|수상자|당선자|합격자|접수처|신청은/;
/** Words that may announce several people, or one without a mail address. */
const MAY_ANNOUNCE = new RegExp(`${ANNOUNCES.source}|수상|당선|합격|선정|신청|접수|지원자|참가|담당|심사|뽑`);

/** Whether the line of names that a story ends in is its byline, and not a list of people that belongs to it. */
function isBylineRun(blocks: readonly Block[], isFollowed: boolean): boolean {
  const before = [...blocks];
  const run: string[] = [];
  let line = lastLine(before);
  for (; line !== null && readWriters(line).length > 0; line = lastLine(before)) {
    run.push(line);
    dropLastLine(before);
    if (run.length > MOST_ASIDES) return false;
  }
  const isSure = run.every(isMailed);
  if (line !== null && (isSure && run.length === 1 ? ANNOUNCES : MAY_ANNOUNCE).test(line)) return false;
  return isSure || (run.length === 1 && !isFollowed);
}

const isMailed = (line: string) =>
  readStrictByline(line).every(({ email, place }) => email !== null || place !== null);

/**
 * The people of the only line of a story that reads as a byline with a mail address, if later text follows it
 * (a live blog's older entries).
 */
function onlyByline(blocks: readonly Block[]): readonly Reporter[] {
  const lines = blocks.flatMap((block) => {
    if (!isText(block)) return [''];
    return block.type === 'heading' ? [block.text] : block.text.split('\n');
  });
  const people = (at: number): readonly Reporter[] => readWriters(lines[at] ?? '');
  const found = lines.flatMap((line, at) => {
    if (!/[@＠]/.test(line) || !people(at).some(({ email }) => email !== null)) return [];
    const isInRun = people(at - 1).length > 0 || people(at + 1).length > 0;
    const before = lines[at - 1] ?? '';
    return isInRun || before === '' || ANNOUNCES.test(before) ? [] : [people(at)];
  });
  return found.length === 1 ? found[0]! : [];
}

/** The tags of a line that is a run of them: `#한국#챗gpt 아버지#올트먼`. Empty for any other line. */
export function readTags(line: string): string[] {
  if (!/^#[^#\s]/.test(line)) return [];
  const tags = line.split('#').map((tag) => tag.replace(/[\s,·]{1,8}$/, '').trim());
  const named = tags.filter((tag) => tag !== '');
  return named.every((tag) => tag.length <= 30 && !/[.?!]$/.test(tag)) ? [...new Set(named)] : [];
}

/** Whether a line is a copyright notice. */
export function isCopyright(line: string): boolean {
  return (
    line.length <= 200 &&
    /^[<[(]?\s?(?:©|ⓒ|\(c\)|copyright|저작권자)/i.test(line) &&
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

/** Whether the last line of a block is nothing but a link to another story, perhaps behind a mark. */
function leadsToStory(block: Block | undefined): boolean {
  if (!isText(block)) return false;
  const start = block.text.lastIndexOf('\n') + 1;
  const [from, to, url] = block.links?.at(-1) ?? [0, 0, ''];
  if (from < start || to !== block.text.length || !/^[^\p{L}\p{N}]*$/u.test(block.text.slice(start, from)))
    return false;
  // An older entry of a live blog begins with its time.
  if (/^\d/.test(block.text.slice(from, to))) return false;
  try {
    return parseLink(url).isArticle;
  } catch {
    return false;
  }
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
