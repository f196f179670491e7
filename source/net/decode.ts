import { isAscii, isUtf8 } from 'node:buffer';
import { decodeUhc } from './cp949.ts';

/**
 * The part of a document that is searched for the name of its encoding, in bytes (HTML, 13.2.3.2, asks for
 * this many).
 */
const PRESCAN = 1024;

/** Names of encodings that pages use and WHATWG's table lacks. */
const ALIASES: Readonly<Record<string, string>> = {
  cp949: 'euc-kr',
  ms949: 'euc-kr',
  uhc: 'euc-kr',
  'ks_c_5601-1987': 'euc-kr',
  ksc5601: 'euc-kr',
};

/**
 * The text of a document's bytes. A byte order mark decides first. Bytes that are valid UTF-8 and not plain
 * ASCII are UTF-8, whatever the server or the document calls them: text of another encoding is hardly ever
 * valid UTF-8, and wrong names are common. Else the Content-Type header's name counts, then the document's
 * own, then UTF-8. A name that servers send by default (UTF-8, EUC-KR, Latin-1) counts only as far as the
 * bytes fit it. Invalid bytes become U+FFFD.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  const marked = byteOrderMark(bytes);
  if (marked !== null) return decode(bytes, marked);
  // A NUL is never in a document's text, but is every other byte of Latin letters in UTF-16.
  if (isUtf8(bytes) && !isAscii(bytes) && !bytes.includes(0)) return decode(bytes, 'utf-8');
  const sent = labelIn(contentType ?? '', /charset\s*=\s*["']?([\w:.-]+)/i);
  const own = labelInDocument(bytes);
  // Some servers call everything Latin-1.
  const named = (sent === LATIN ? own : null) ?? sent ?? own ?? 'utf-8';
  if (named === 'utf-8') return decode(bytes, isMostlyUtf8(bytes) ? 'utf-8' : 'euc-kr');
  if (named !== 'euc-kr' && named !== LATIN) return decode(bytes, named);
  const korean = decode(bytes, 'euc-kr');
  if (named === 'euc-kr' ? !korean.includes('\ufffd') : isMostlyHangul(korean)) return korean;
  if (isMostlyUtf8(bytes)) return decode(bytes, 'utf-8');
  return named === LATIN ? decode(bytes, LATIN) : korean;
}

/** WHATWG's name for Latin-1, ASCII and others that are read as windows-1252. */
const LATIN = 'windows-1252';

/** Whether more of the bytes read as UTF-8 than do not: EUC-KR and Latin-1 hardly ever do. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = decode(bytes, 'utf-8');
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const whole = text.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0;
  return whole >= broken;
}

/** Whether text that was read as EUC-KR is Korean: of letters beyond ASCII most are Hangul, and none is broken. */
function isMostlyHangul(text: string): boolean {
  const hangul = text.match(/[가-힣]/g)?.length ?? 0;
  const others = text.match(/[^\0-\x7f가-힣]/gu)?.length ?? 0;
  return !text.includes('\ufffd') && hangul > others;
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
    labelIn(start, /<meta[^<>]*\bcharset\s*=\s*["']?([\w:.-]+)/i);
  // A label that can be read byte by byte rules out UTF-16, even if it says so (HTML, 13.2.3.2).
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
