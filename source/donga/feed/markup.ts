/** Tags of HTML that leads and titles carry; any other `<word>` is text. */
const HTML = /^<\/?(?:img|a|b|i|u|em|strong|font|span|div|p|br|h[1-6]|sub|sup|ul|ol|li)(?=[\s/>])/i;
const BREAK = /^<\/?(?:p|br|div|h[1-6]|ul|ol|li)(?=[\s/>])/i;

/** A text of a feed with its HTML read. */
export interface PlainText {
  /** The text without tags; those that begin a line are `\n`. */
  readonly text: string;
  /** The address of the first image, as written. */
  readonly image: string | null;
}

/** Takes the HTML out of a text. Linear: every `<` is looked at once, and no further than to the next one. */
export function readMarkup(source: string): PlainText {
  let text = '';
  let image: string | null = null;
  let at = 0;
  for (let open = source.indexOf('<'); open >= 0; open = source.indexOf('<', open + 1)) {
    if (!HTML.test(source.slice(open, open + 10))) continue;
    const next = source.indexOf('<', open + 1);
    const tag = source.slice(open, next < 0 ? undefined : next);
    const length = tag.indexOf('>') + 1;
    if (length === 0) continue;
    text += source.slice(at, open);
    if (BREAK.test(tag)) text += '\n';
    if (/^<img/i.test(tag)) image ??= attributeOf(tag.slice(0, length), 'src') || null;
    at = open + length;
  }
  return { text: text + source.slice(at), image };
}

const ATTRIBUTE = /([^\s=<>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?|["'=<>/]/g;

/**
 * The value of a tag's first attribute of that name (in lower case); '' for one without a value, undefined
 * without one.
 */
export function attributeOf(tag: string, wanted: string): string | undefined {
  // Not by `matchAll`, which copies the pattern at each call: three are made for every item of a feed.
  ATTRIBUTE.lastIndex = 0;
  for (let found = ATTRIBUTE.exec(tag); found !== null; found = ATTRIBUTE.exec(tag)) {
    if (found[1]?.toLowerCase() === wanted) return found[2] ?? found[3] ?? found[4] ?? '';
  }
  return undefined;
}
