import { Parser } from 'htmlparser2';

/** A text with its HTML entities decoded, once. Only those closed by `;` are; markup that results stays text. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  let decoded = '';
  const parser = new Parser({
    ontext(part) {
      decoded += part;
    },
  });
  parser.end(text.replace(/&(?!#?\w{1,31};)/g, '&amp;').replaceAll('<', '&lt;'));
  return decoded;
}
