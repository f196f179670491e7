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

/** The system's own codes (ENOTFOUND, ECONNREFUSED …) and undici's, but for those of a wrong call. */
const NETWORK = /^(?:E(?!RR_)[A-Z_]{3,}|UND_ERR_(?!INVALID|NOT_SUPPORTED).*)$/;

/** All that undici tells of a proxy that would not pass a request on. */
const PROXY_REFUSAL = /^Proxy response \((\d{3})\)/;

/** What a network error means to a reader; an error that is not the network's is `internal`. */
export function networkFailure(error: unknown, host: string): Failure {
  if (error instanceof Failure) return error;
  const refused = PROXY_REFUSAL.exec(error instanceof Error ? error.message : '')?.[1];
  if (refused !== undefined) return new Failure('http-status', { status: Number(refused), host }, error);
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

/** Whether a connection was lost before any answer came: asking once more does no harm. */
export function isLostConnection(error: unknown): boolean {
  return codesOf(error).some((code) => code === 'UND_ERR_SOCKET' || code === 'ECONNRESET');
}

/** The codes and names of an error and of what caused it. */
function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  for (let each = error, depth = 0; each instanceof Error && depth < 5; each = each.cause, depth += 1) {
    const { code } = each as NodeJS.ErrnoException;
    if (typeof code === 'string') codes.push(code);
    codes.push(each.name);
  }
  return codes;
}
