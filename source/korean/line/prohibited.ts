/**
 * 금칙: characters that may not begin, and that may not end, a line. After W3C's Requirements for Hangul Text Layout (klreq) and
 * the Korean lists of ECMA-376 (Office Open XML).
 */
const NOT_FIRST = new Set('!%),.:;>?]}¢°’”′″℃〉》」』】〕！％），．：；？］｝…·~∼‥⋯、。｡､｣〗〙〛');
const NOT_LAST = new Set('$([{<£¥‘“〈《「『【〔＄（［｛￡￥￦#｢〖〘〚');

/** Characters that should not begin or end a line either, but may if no other place is left. */
const RATHER_NOT_FIRST = new Set('ㆍ・‧･〃々ー‐–—―〜～‰㎜㎝㎞㎡㎥㎏㎎㏄㎖ℓ');
const RATHER_NOT_LAST = new Set('₩€＃№ⓒ©');

/** Bullets and numerals that stay with the text they introduce. */
const INTRODUCES = new Set('△◇●○▲▽▼■□◆◈◎★☆※▶▷►◀◁→➡☞☎☏•✔①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮❶❷❸❹❺❻❼❽❾❿');

export const mayBegin = (char: string): boolean => !NOT_FIRST.has(char);
export const mayEnd = (char: string): boolean => !NOT_LAST.has(char);
export const likesToBegin = (char: string): boolean => !RATHER_NOT_FIRST.has(char);
export const likesToEnd = (char: string): boolean => !RATHER_NOT_LAST.has(char);
export const introduces = (char: string): boolean => INTRODUCES.has(char);
