import { asFailure, Failure } from '../failure.ts';

const TIMEOUTS = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ERR_TLS_HANDSHAKE_TIMEOUT',
  'ETIMEDOUT',
  'TimeoutError',
]);

const CUT_OFF = new Set([
  'UND_ERR_SOCKET',
  'UND_ERR_ABORTED',
  'UND_ERR_DESTROYED',
  'UND_ERR_CLOSED',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'UND_ERR_RESPONSE',
  'UND_ERR_HEADERS_OVERFLOW',
  'ECONNRESET',
  'EPIPE',
  'Z_BUF_ERROR',
  'Z_DATA_ERROR',
  'ERR_STREAM_PREMATURE_CLOSE',
  'AbortError',
]);

const CERTIFICATE = /^(?:ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH|EPROTO)/;

/** Codes of the system (ENOTFOUND, ECONNREFUSED …) and of undici, except undici's for a call that was wrong. */
const NETWORK = /^(?:E(?!RR_)[A-Z_]{3,40}|UND_ERR_(?!INVALID|NOT_SUPPORTED)[A-Z_]{0,40})$/;

/** Turns a network error into a failure with the host's name; an error of another kind becomes `internal`. */
export function networkFailure(error: unknown, host: string): Failure {
  if (error instanceof Failure) return error;
  const codes = codesOf(error);
  for (const code of codes) {
    if (TIMEOUTS.has(code)) return new Failure('timeout', { host }, error);
    if (CERTIFICATE.test(code)) return new Failure('bad-certificate', { host }, error);
    if (CUT_OFF.has(code) || code.startsWith('HPE_')) return new Failure('cut-off', { host }, error);
  }
  return codes.some((code) => NETWORK.test(code))
    ? new Failure('unreachable', { host }, error)
    : asFailure(error);
}

/** SOCKS5 replies that are about the site, not about the proxy: network, host or port unreachable, time exceeded (RFC 1928, 6). */
const SITE_UNREACHABLE = /^UND_ERR_SOCKS5_REPLY_[3-6]$/;
/** Replies of a proxy that works and will not: rules, a login. */
const PROXY_REFUSED = /^UND_ERR_SOCKS5_(?:REPLY|AUTH)/;

/** Turns an error of opening a connection by a SOCKS proxy into a failure that says whose fault it is. */
export function socksFailure(error: unknown, proxy: string, host: string): Failure {
  const codes = codesOf(error);
  if (codes.some((code) => SITE_UNREACHABLE.test(code))) return new Failure('unreachable', { host }, error);
  if (codes.some((code) => PROXY_REFUSED.test(code))) {
    const isLogin = codes.some((code) => code.startsWith('UND_ERR_SOCKS5_AUTH'));
    return new Failure('proxy-refused', { proxy, status: isLogin ? PROXY_LOGIN : null }, error);
  }
  return new Failure('proxy-unreachable', { proxy }, error);
}

/** Proxy Authentication Required (RFC 9110, 15.5.8). */
const PROXY_LOGIN = 407;

/** Whether a connection was lost before any answer came, so that asking once more does no harm. */
export function isLostConnection(error: unknown): boolean {
  return codesOf(error).some((code) => code === 'UND_ERR_SOCKET' || code === 'ECONNRESET');
}

/** The codes and names of an error and of its causes, outermost first. */
function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  for (let each = error, depth = 0; each instanceof Error && depth < 5; each = each.cause, depth += 1) {
    const { code } = each as NodeJS.ErrnoException;
    if (typeof code === 'string') codes.push(code);
    codes.push(each.name);
  }
  return codes;
}
