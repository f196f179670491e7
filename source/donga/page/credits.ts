/** Kinds of work on a story beside writing it. */
const PICTURES =
  '(?:사진|영상|그래픽|인포그래픽|일러스트|일러스트레이션|삽화|그림|촬영|편집|디자인|제작|사진편집|영상편집|CG)';
const WRITING = /(?:^|[^가-힣])(?:글|취재|정리|기획|번역)(?: ?[·ㆍ・/,&=:|｜]| )/;

const CREDIT = new RegExp(
  `^[^가-힣A-Za-z0-9]{0,3}${PICTURES}(?: ?[·ㆍ・/,&] ?${PICTURES}){0,5}(?: ?[=:：|｜] ?| )`,
);

/**
 * Whether a line of names says who made the pictures and names no writer: `그래픽=홍길동 기자`, `[사진·영상 홍길동
 * 기자]`; `글·사진 홍길동 기자` is a byline.
 */
export const isPictureCredit = (line: string): boolean => CREDIT.test(line) && !WRITING.test(line);
