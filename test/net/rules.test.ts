import { describe, expect, test } from 'vitest';
import { isPrivateHost } from '../../source/net/addresses.ts';
import { decodeText } from '../../source/net/decode.ts';
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
  'localhost',
  'a.localhost',
  '0.0.0.0',
])('%s is not a public host', (host) => expect(isPrivateHost(host)).toBe(true));

test.each(['www.donga.com', '8.8.8.8', '172.32.0.1', '[2001:4860::8888]'])('%s is a public host', (host) =>
  expect(isPrivateHost(host)).toBe(false),
);

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
    ['as UTF-8 where the name is unknown', utf8, 'text/html; charset=nonsense', '동아'],
  ])('is read %s', (_, bytes, contentType, wanted) => {
    expect(decodeText(bytes, contentType)).toBe(wanted);
  });
});
