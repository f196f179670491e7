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
 * itself, else UTF-8; and EUC-KR where it is not UTF-8 and reads as that. Bytes that are no text become U+FFFD.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  const marked = byteOrderMark(bytes);
  if (marked !== null) return decode(bytes, marked);
  const named =
    labelIn(contentType ?? '', /charset\s*=\s*["']?([\w:.-]+)/i) ?? labelInDocument(bytes) ?? 'utf-8';
  if (named !== 'utf-8') return decode(bytes, named);
  return strict(bytes, 'utf-8') ?? strict(bytes, 'euc-kr') ?? decode(bytes, 'utf-8');
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return null;
}

function labelInDocument(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, PRESCAN)).toString('latin1');
  return (
    labelIn(start, /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w:.-]+)/i) ??
    labelIn(start, /<meta[^>]*\bcharset\s*=\s*["']?([\w:.-]+)/i)
  );
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
  return new TextDecoder(encoding).decode(bytes);
}

function strict(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
