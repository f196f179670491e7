/**
 * 금칙: what may not begin and what may not end a line. After W3C's Requirements for Hangul Text Layout (klreq) and
 * the Korean lists of ECMA-376 (Office Open XML), with the marks of newspapers' headlines.
 */
const NOT_FIRST = new Set(
  '!%),.:;?]}¢°’”′″℃〉》」』】〕！％），．：；？］｝…·~∼' +
    '·ㆍ・‧･、。〃々ー‐–—〜～〗〙〛％‰￠㎜㎝㎞㎡㎥㎏㎎㏄㎖ℓ',
);
const NOT_LAST = new Set('$([{£¥‘“〈《「『【〔＄（［｛￡￥￦#' + '₩€〖〘〚＃');

/** Marks that introduce what follows them, and so stay with it. */
const INTRODUCES = new Set('△◇●○▲▽▼■□◆◈◎★☆※▶▷→①②③④⑤⑥⑦⑧⑨⑩');

export const mayBegin = (char: string): boolean => !NOT_FIRST.has(char);
export const mayEnd = (char: string): boolean => !NOT_LAST.has(char);
export const introduces = (char: string): boolean => INTRODUCES.has(char);
