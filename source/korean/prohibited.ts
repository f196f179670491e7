/**
 * 금칙: what may not begin and what may not end a line. After W3C's Requirements for Hangul Text Layout (klreq)
 * and the Korean lists of ECMA-376 (OOXML), with the marks of newspapers' headlines.
 */
const NOT_FIRST = new Set('!%),.:;?]}¢°’”′″℃〉》」』】〕！％），．：；？］｝…·~∼・‧、。〃々ー‐–—％￠㎜㎝㎞㎡㎥㎏');
const NOT_LAST = new Set('$([{£¥₩‘“〈《「『【〔＄（［｛￡￥￦#');

/** Marks that introduce what follows them, and so stay with it. */
const INTRODUCES = new Set('△◇●○▲▽▼■□◆◈★☆※▶▷→①②③④⑤⑥⑦⑧⑨⑩');

export const mayBegin = (grapheme: string): boolean => !NOT_FIRST.has(grapheme);
export const mayEnd = (grapheme: string): boolean => !NOT_LAST.has(grapheme);
export const introduces = (grapheme: string): boolean => INTRODUCES.has(grapheme);
