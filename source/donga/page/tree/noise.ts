import { classes, type Element, isBlock, isSmall, textOf, textsInside } from './dom.ts';

/**
 * Elements inside a story's body that are not the story. Class names are matched whole or by how one of them
 * begins: a substring match on `ad` would also hit `head_group` and `breadcrumb`.
 */
const TAGS = new Set([
  'script',
  'style',
  'template',
  'button',
  'svg',
  'select',
  'textarea',
  'input',
  'form',
  'nav',
  'link',
  'meta',
  'head',
  'title',
  'map',
]);

const CLASSES = new Set([
  // today's template
  'ad',
  'ads',
  'a1',
  'btn_img',
  'is_blind',
  'blind',
  'article_end',
  'subscribe_wrap',
  'reporter_sec',
  'article_issue',
  'author_info',
  'byline',
  'caution_text',
  'sub_tit',
  'sub_title',
  'adsbygoogle',
  // before 2023
  'txt_ad',
  'recommend',
  'article_relation',
  't_sns',
  'article_footer',
  'report',
  'article_title',
  'title_foot',
  // sports.donga.com
  'photoAd',
  'subcont_ad01',
  'view_center',
  'copyright',
  'article_tit',
]);

const CLASS_BEGINNINGS =
  /^(?:view_ad|view_m_ad|sub_cont_AD|subcont_ad|ad[-_]|banner|sns|share|relat(?:ed|ion)|is_relation_|is_trend_)/;
const CLASS_ENDINGS = /[-_]ads?$/;

const IDS = new Set(['poll_content', 'bestnews_layer']);
const ID_BEGINNINGS = /^(?:div-gpt-ad|is_relation_|is_trend_|google_ads)/;

/** Whether an element of a body is an advertisement, a control, a related list or shown elsewhere. */
export function isDropped(element: Element): boolean {
  const { id, style, hidden, width, height } = element.attribs;
  if (TAGS.has(element.name) || hidden !== undefined || isSlot(element)) return true;
  if (id !== undefined && (IDS.has(id) || ID_BEGINNINGS.test(id))) return true;
  if (style !== undefined && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style))
    return true;
  if (element.name === 'img' && (isTiny(width) || isTiny(height))) return true;
  return classes(element).some(
    (name) => CLASSES.has(name) || CLASS_BEGINNINGS.test(name) || CLASS_ENDINGS.test(name),
  );
}

/** Advertisers fill an `<ins>` with a class or data; in a story it has neither, and marks an addition. */
const isSlot = ({ name, attribs }: Element) =>
  name === 'ins' && Object.keys(attribs).some((key) => /^(?:class|id|data-)/.test(key));

/** A picture of a pixel or two counts readers. */
const isTiny = (size: string | undefined) => size !== undefined && /^[0-3](?:px)?$/.test(size.trim());

const RELATED =
  /^[▶▷▼▽■●◆☞\s[<【]*(?:관련\s?(?:기사|뉴스)|추천\s?(?:기사|뉴스)|많이\s?본\s?(?:기사|뉴스)|함께\s?(?:보면|읽으면)\s?좋은\s?(?:기사|뉴스)|지금 뜨는 뉴스|트렌드\s?뉴스)[\]>】▼▽\s:]*$/;

/** Whether a line only announces links to other stories. */
export function announcesOthers(line: string): boolean {
  return RELATED.test(line);
}

/** In nodes; no heading has more. */
const LARGEST_HEADING = 30;

/** Whether an element is a block that holds nothing but such a line. */
export function isRelatedHeading(element: Element): boolean {
  if (!isBlock(element) || !isSmall(element, LARGEST_HEADING)) return false;
  // Called for every block, of which only those with such a beginning are worth reading whole.
  for (const { data } of textsInside(element, isDropped)) {
    if (data.trim() !== '')
      return (
        /관련|추천|많이|함께|지금|트렌드|^\W{1,3}$/.test(data.trim()) && announcesOthers(textOf(element))
      );
  }
  return false;
}
