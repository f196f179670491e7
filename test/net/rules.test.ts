import { describe, expect, test } from 'vitest';
import { failureText } from '../../source/messages/index.ts';
import { isPrivateHost, isPublicSite } from '../../source/net/addresses.ts';
import { decodeText } from '../../source/net/decode.ts';
import { networkFailure } from '../../source/net/errors.ts';
import { freshFor, type Header, refusal, validatorsOf } from '../../source/net/headers.ts';
import { guard, socketLookup } from '../../source/net/lookup.ts';
import { redirectTarget } from '../../source/net/redirects.ts';

describe('a redirect', () => {
  const from = new URL('https://www.donga.com/news/a');
  test.each([
    ['http://www.donga.com/', 'bad-redirect'],
    ['https://127.0.0.1/', 'unsafe-address'],
    ['https://localhost:8080/', 'unsafe-address'],
    ['https://[::1]/', 'unsafe-address'],
    ['https://[::ffff:10.0.0.1]/', 'unsafe-address'],
    ['https://192.168.0.1/', 'unsafe-address'],
    ['https://user:secret@www.donga.com/', 'bad-redirect'],
    ['javascript:alert(1)', 'bad-redirect'],
    [null, 'bad-redirect'],
  ])('to %s is refused', (location, code) => {
    expect(() => redirectTarget(from, location)).toThrow(expect.objectContaining({ code }));
  });

  test('from http to https, and from one loopback port to another, is followed', () => {
    expect(redirectTarget(new URL('http://www.donga.com/'), 'https://www.donga.com/b').href).toBe(
      'https://www.donga.com/b',
    );
    expect(redirectTarget(new URL('http://127.0.0.1:1/'), 'http://127.0.0.1:2/').port).toBe('2');
  });
});

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '169.254.169.254',
  '[::1]',
  '[fd00::1]',
  '[fe80::1]',
  '[fec0::1]',
  '[::]',
  '[::ffff:192.168.0.1]',
  '[64:ff9b::10.0.0.1]',
  '[64:ff9b::127.0.0.1]',
  '[2002:7f00:1::]',
  '[2001:0:7f00:1::1]',
  '2130706433',
  '0x7f.1',
  '127.0.0.1.',
  'printer.local',
  'localhost',
  'a.localhost',
  '0.0.0.0',
])('%s is not a public host', (host) =>
  expect(isPrivateHost(new URL(`http://${host}/`).hostname)).toBe(true),
);

test.each([
  'www.donga.com',
  '8.8.8.8',
  '172.32.0.1',
  '[2001:4860::8888]',
  '[64:ff9b::8.8.8.8]',
  'local.example',
])('%s is a public host', (host) => expect(isPrivateHost(host)).toBe(false));

test.each([
  ['https://rss.donga.com', true],
  ['http://203.0.113.7:8080/feeds', true],
  ['http://[2606:4700::1111]/', true],
  ['http://127.0.0.1:8080', false],
  ['http://192.168.0.10/', false],
  ['http://[::1]:8080', false],
  ['http://localhost:8080', false],
  ['http://mirror/', false],
  ['http://news.internal/', false],
  ['http://nas.home.arpa/', false],
])('%s is a public site: %j', (url, wanted) => expect(isPublicSite(url)).toBe(wanted));

describe('a name that a public site’s link leads to', () => {
  const at = (...addresses: string[]) =>
    new Promise<unknown>((resolve) => {
      const resolver = guard((_, __, callback) =>
        callback(
          null,
          addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
        ),
      );
      resolver('news.test', { all: true }, (error, found) => resolve(error ?? found));
    });

  test('is followed to public addresses, also as a network of IPv6 alone writes them', async () => {
    expect(await at('8.8.8.8', '64:ff9b::808:808')).toHaveLength(2);
  });

  test.each([
    [['127.0.0.1']],
    [['8.8.8.8', '10.0.0.1']],
    [['::1']],
    [['64:ff9b::a00:1']],
    [['::ffff:192.168.1.1']],
    [['169.254.169.254']],
  ])('is refused if it resolves to %j', async (addresses) => {
    expect(await at(...addresses)).toMatchObject({ code: 'unsafe-address' });
  });

  test('is refused too if a socket asks for one address', async () => {
    const one = await new Promise((resolve) => {
      const resolver = guard((_, __, callback) => callback(null, [{ address: '10.0.0.1', family: 4 }]));
      socketLookup(resolver)('news.test', {}, resolve);
    });
    expect(one).toMatchObject({ code: 'unsafe-address' });
  });
});

describe('an answer’s headers', () => {
  const NOW = Date.parse('2026-11-20T03:00:00+09:00');
  const given =
    (values: Record<string, string>): Header =>
    (name) =>
      values[name] ?? null;

  test.each([
    ['7', 7],
    ['Thu, 19 Nov 2026 18:02:00 GMT', 120],
    ['Thu, 19 Nov 2026 17:00:00 GMT', 0],
    ['-5', null],
    ['86401', 86_400],
    ['9999999', 86_400],
    ['99999999999999999999', 86_400],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 86_400],
    ['soon', null],
  ])('Retry-After %j is %j seconds', (value, seconds) => {
    const failure = refusal(429, 'news.test', given({ 'retry-after': value }), NOW);
    expect(failure).toMatchObject({ code: 'rate-limited', details: { seconds } });
  });

  test('a Retry-After with a date counts by the server’s clock', () => {
    const headers = { 'retry-after': 'Thu, 19 Nov 2026 18:02:00 GMT', date: 'Thu, 19 Nov 2026 18:01:30 GMT' };
    for (const clock of [NOW, NOW + 365 * 86_400_000, 0]) {
      expect(refusal(503, 'news.test', given(headers), clock).details.seconds).toBe(30);
    }
  });

  test.each([
    ['7', '7초', '7 seconds'],
    ['119', '119초', '119 seconds'],
    ['300', '5분', '5 minutes'],
    ['9000', '3시간', '3 hours'],
    ['9999999', '24시간', '24 hours'],
  ])('a Retry-After of %s is given as the time that is waited', (value, korean, english) => {
    const failure = refusal(429, 'news.test', given({ 'retry-after': value }), NOW);
    expect(failureText('ko', failure)).toContain(`(${korean} 뒤)`);
    expect(failureText('en', failure)).toMatch(new RegExp(`wait ${english}$`));
  });

  test('a 503 without Retry-After is an error like others', () => {
    expect(refusal(503, 'news.test', given({}), NOW)).toMatchObject({
      code: 'http-status',
      details: { status: 503, host: 'news.test' },
    });
  });

  test.each([
    ['max-age=60', 60_000],
    ['public, Max-Age=60', 60_000],
    ['s-maxage=60', null],
    ['max-age=60, no-store', null],
    ['private', null],
  ])('Cache-Control %j is fresh for %j ms', (value, wanted) => {
    expect(freshFor(given({ 'cache-control': value }))).toBe(wanted);
  });

  test('validators that cannot be sent back are forgotten', () => {
    expect(validatorsOf(given({ etag: '"판본"', 'last-modified': 'yesterday' }))).toEqual({
      etag: null,
      lastModified: 'yesterday',
    });
  });
});

describe('an error', () => {
  const withCode = (code: string) => Object.assign(new Error('x'), { code });
  test.each([
    ['ENOTFOUND', 'unreachable'],
    ['EAI_AGAIN', 'unreachable'],
    ['ECONNREFUSED', 'unreachable'],
    ['EHOSTUNREACH', 'unreachable'],
    ['ETIMEDOUT', 'timeout'],
    ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
    ['ECONNRESET', 'cut-off'],
    ['HPE_INVALID_CONSTANT', 'cut-off'],
    ['UND_ERR_HEADERS_OVERFLOW', 'cut-off'],
    ['CERT_HAS_EXPIRED', 'bad-certificate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'bad-certificate'],
    ['ERR_INVALID_ARG_TYPE', 'internal'],
    ['UND_ERR_INVALID_ARG', 'internal'],
  ])('%s is reported as %s', (code, wanted) => {
    expect(networkFailure(withCode(code), 'news.test').code).toBe(wanted);
    expect(networkFailure(new TypeError('outer', { cause: withCode(code) }), 'news.test').code).toBe(wanted);
  });
});

describe('a document’s text', () => {
  const euckr = new Uint8Array([0xb5, 0xbf, 0xbe, 0xc6]); // 동아
  const utf8 = new TextEncoder().encode('동아');
  const with_ = (start: string, bytes: Uint8Array) => new Uint8Array([...Buffer.from(start), ...bytes]);
  test.each([
    ['by its header', euckr, 'text/html; charset=EUC-KR', '동아'],
    ['by another name', euckr, 'text/html; charset=cp949', '동아'],
    [
      'by what it says itself',
      with_('<meta charset="euc-kr">', euckr),
      'text/html',
      '<meta charset="euc-kr">동아',
    ],
    [
      'by its XML declaration',
      with_('<?xml version="1.0" encoding="euc-kr"?>', euckr),
      null,
      '<?xml version="1.0" encoding="euc-kr"?>동아',
    ],
    ['as UTF-8 where nothing is said', utf8, null, '동아'],
    ['as EUC-KR where it is not UTF-8', euckr, null, '동아'],
    ['by its byte order mark', with_('\ufeff', utf8), 'text/html; charset=euc-kr', '동아'],
    ['as EUC-KR where the header says UTF-8', euckr, 'text/xml; charset=utf-8', '동아'],
    ['as UTF-8 where the header says EUC-KR', utf8, 'text/html; charset=euc-kr', '동아'],
    [
      'as EUC-KR with a bad byte in it',
      new Uint8Array([...euckr, 0xff, ...euckr]),
      'text/html; charset=utf-8',
      '동아\ufffd동아',
    ],
    ['as UTF-8 with a bad byte in it', new Uint8Array([...utf8, 0xb5, ...utf8]), null, '동아\ufffd동아'],
    ['as UTF-8 cut within a character', utf8.subarray(0, 5), null, '동\ufffd'],
    ['as UTF-16 by its mark', new Uint8Array([0xff, 0xfe, 0xd9, 0xb3, 0x44, 0xc5]), null, '동아'],
    [
      'as UTF-8 where it claims UTF-16 in plain letters',
      with_('<meta charset=utf-16>', utf8),
      null,
      '<meta charset=utf-16>동아',
    ],
    ['by an alias of the old days', euckr, 'text/html; charset=ks_c_5601-1987', '동아'],
    ['where a byte is from the extension', new Uint8Array([0x8c, 0x63]), 'text/html; charset=ms949', '똠'],
    ['as UTF-8 where the header says Latin-1', utf8, 'text/xml; charset=ISO-8859-1', '동아'],
    ['as UTF-8 where the header says windows-1252', utf8, 'text/html;charset=windows-1252', '동아'],
    ['as UTF-8 where the header says ASCII', utf8, 'text/html; charset="us-ascii"', '동아'],
    ['as UTF-8 where the header says Shift_JIS', utf8, 'text/html; charset=shift_jis', '동아'],
    ['as UTF-8 where the header says ISO-8859-15', utf8, 'text/html; charset=iso-8859-15', '동아'],
    [
      'as UTF-8 of Latin letters where the header says Latin-1',
      new TextEncoder().encode('né'),
      'text/html; charset=latin1',
      'né',
    ],
    [
      'as UTF-8 where it calls itself Latin-1',
      with_('<?xml version="1.0" encoding="iso-8859-1"?>', utf8),
      'text/xml',
      '<?xml version="1.0" encoding="iso-8859-1"?>동아',
    ],
    [
      'as UTF-8 cut within a character where the header says Latin-1',
      new Uint8Array([...utf8, 0xec, 0x9d]),
      'text/xml; charset=iso-8859-1',
      '동아\ufffd',
    ],
    ['as EUC-KR where the header says Latin-1', euckr, 'text/html; charset=iso-8859-1', '동아'],
    [
      'as EUC-KR where it says so itself and the header says Latin-1',
      with_('<meta charset=euc-kr>', new Uint8Array([0x8c, 0x63])),
      'text/html; charset=iso-8859-1',
      '<meta charset=euc-kr>똠',
    ],
    [
      'as Latin-1 where that is so',
      new Uint8Array([0x63, 0x61, 0x66, 0xe9, 0x20]),
      'text/html; charset=iso-8859-1',
      'café ',
    ],
    [
      'as Latin-1 with pairs in it',
      Buffer.from('Größe für Straße', 'latin1'),
      'text/html; charset=iso-8859-1',
      'Größe für Straße',
    ],
    ['as UTF-16 by its header', new Uint8Array([0x41, 0, 0x44, 0xc5]), 'text/xml; charset=utf-16le', 'A아'],
    ['as UTF-8 where the name is unknown', utf8, 'text/html; charset=nonsense', '동아'],
  ])('is read %s', (_, bytes, contentType, wanted) => {
    expect(decodeText(bytes, contentType)).toBe(wanted);
  });
});
