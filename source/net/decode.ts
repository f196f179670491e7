import { decodeUhc } from './cp949.ts';

/** How much of a document is looked at for the name of its encoding, in bytes (as HTML's own prescan). */
const PRESCAN = 1024;

/** Names that pages give encodings and that WHATWG's table lacks. */
const ALIASES: Readonly<Record<string, string>> = {
  cp949: 'euc-kr',
  ms949: 'euc-kr',
  uhc: 'euc-kr',
  'ks_c_5601-1987': 'euc-kr',
  ksc5601: 'euc-kr',
};

/**
 * The text of a document's bytes: by its byte order mark, the Content-Type header, what the document says of
 * itself, else UTF-8. Where bytes and name disagree about UTF-8 or EUC-KR, which servers get wrong, the bytes
 * are believed. Bytes that are no text become U+FFFD; it never throws.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  const marked = byteOrderMark(bytes);
  if (marked !== null) return decode(bytes, marked);
  const named =
    labelIn(contentType ?? '', /charset\s*=\s*["']?([\w:.-]+)/i) ?? labelInDocument(bytes) ?? 'utf-8';
  if (named !== 'utf-8' && named !== 'euc-kr') return decode(bytes, named);
  return strict(bytes, named) ?? decode(bytes, isMostlyUtf8(bytes) ? 'utf-8' : 'euc-kr');
}

/** Whether more of it reads as UTF-8 than not: EUC-KR hardly ever does, and UTF-8 may have a bad byte in it. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = decode(bytes, 'utf-8');
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const whole = text.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0;
  return whole >= broken;
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return null;
}

function labelInDocument(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, PRESCAN)).toString('latin1');
  const label =
    labelIn(start, /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w:.-]+)/i) ??
    labelIn(start, /<meta[^>]*\bcharset\s*=\s*["']?([\w:.-]+)/i);
  // Who can read the name byte by byte is not reading UTF-16 (HTML, 13.2.3.2).
  return label?.startsWith('utf-16') ? 'utf-8' : label;
}

function labelIn(text: string, pattern: RegExp): string | null {
  const label = pattern.exec(text)?.[1]?.toLowerCase();
  if (label === undefined) return null;
  try {
    return new TextDecoder(ALIASES[label] ?? label).encoding;
  } catch {
    return null;
  }
}

function decode(bytes: Uint8Array, encoding: string): string {
  return encoding === 'euc-kr' ? decodeUhc(bytes) : new TextDecoder(encoding).decode(bytes);
}

function strict(bytes: Uint8Array, encoding: string): string | null {
  const text = decode(bytes, encoding);
  return text.includes('\ufffd') ? null : text;
}
