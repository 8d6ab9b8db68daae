import { GatewayError, type GatewayErrorCode, type GatewayOutcome } from '../../activation/gateway-error';
/** The server refused our certificate, or requires one that we do not have (RFC 8446 §6.2). */
const CLIENT_REFUSED = /_ALERT_(?:CERTIFICATE|BAD_CERTIFICATE|UNSUPPORTED_CERTIFICATE|UNKNOWN_CA|ACCESS_DENIED)/;

/** Node.js's codes for an untrusted server certificate and failed TLS. */
const UNTRUSTED = /^(?:CERT_|ERR_TLS_|ERR_SSL_)|CERT(?:_|$)|SIGNATURE$/;

/**
 * Converts an error of a request. Server address and Node.js's message are for the log; neither contains what was sent
 * or received.
 * @param isSent whether the request, or part of it, may have been written
 */
export function gatewayErrorFrom(error: unknown, origin: string, isLate: boolean, isSent = true): GatewayError {
  const cause = error instanceof GatewayError ? error.cause : error;
  const code = errorCode(cause);
  const message = cause instanceof Error ? cause.message : '';
  const kind = isLate ? 'timeout' : error instanceof GatewayError ? error.code : kindOf(code);
  const outcome = error instanceof GatewayError ? error.outcome : outcomeOf(code, isSent);
  const reason = (error instanceof GatewayError ? error.reason : null) ?? (isLate ? 'no answer' : code || kind);
  return new GatewayError(kind, outcome, {
    cause: new Error([origin, code, message].filter(Boolean).join(' ')),
    reason,
  });
}

function outcomeOf(code: string, isSent: boolean): GatewayOutcome {
  return isSent && !isRefused(code) ? 'unknown' : 'not-sent';
}

/** By the handshake of TLS 1.3 the alert comes after the request, which is read only once the certificate counts. */
function isRefused(code: string): boolean {
  return CLIENT_REFUSED.test(code);
}

function kindOf(code: string): GatewayErrorCode {
  if (isRefused(code)) return 'refused-credentials';
  return UNTRUSTED.test(code) ? 'untrusted' : 'unreachable';
}

/**
 * Node.js's code of an error. A TLS error while sending has the system's code, and OpenSSL's reason in its message; it
 * is converted to the form of the others.
 */
export function errorCode(error: unknown): string {
  const { code = '', message = '' } = (error instanceof Error ? error : {}) as Partial<NodeJS.ErrnoException>;
  const reason = code === 'EPROTO' ? /:SSL routines:[^:]*:([^:]+):/.exec(message)?.[1] : undefined;
  return reason === undefined ? code : `ERR_SSL_${reason.toUpperCase().replaceAll(' ', '_')}`;
}
