import { GatewayError, type GatewayErrorCode } from '../../activation/gateway-error';
/** The server turned our certificate down, or asked for one that we do not have (RFC 8446 §6.2). */
const CLIENT_REFUSED = /_ALERT_(?:CERTIFICATE|BAD_CERTIFICATE|UNSUPPORTED_CERTIFICATE|UNKNOWN_CA|ACCESS_DENIED)/;

/** What Node.js says of a server's certificate, and of TLS that did not come about. */
const UNTRUSTED = /^(?:CERT_|ERR_TLS_|ERR_SSL_)|CERT(?:_|$)|SIGNATURE$/;

/**
 * What went wrong with a request, with the server's address and Node.js's own words for the log. Neither holds what was
 * sent or received.
 */
export function gatewayErrorFrom(error: unknown, origin: string, isLate: boolean): GatewayError {
  const cause = error instanceof GatewayError ? error.cause : error;
  const code = errorCode(cause);
  const message = cause instanceof Error ? cause.message : '';
  const kind = isLate ? 'timeout' : error instanceof GatewayError ? error.code : kindOf(code);
  return new GatewayError(kind, { cause: new Error([origin, code, message].filter(Boolean).join(' ')) });
}

function kindOf(code: string): GatewayErrorCode {
  if (CLIENT_REFUSED.test(code)) return 'refused-credentials';
  return UNTRUSTED.test(code) ? 'untrusted' : 'unreachable';
}

/**
 * Node.js's code of an error. One that TLS met while something was being sent has the system's code instead, and what
 * OpenSSL says in its message; it is named like the others then.
 */
export function errorCode(error: unknown): string {
  const { code = '', message = '' } = (error instanceof Error ? error : {}) as Partial<NodeJS.ErrnoException>;
  const reason = code === 'EPROTO' ? /:SSL routines:[^:]*:([^:]+):/.exec(message)?.[1] : undefined;
  return reason === undefined ? code : `ERR_SSL_${reason.toUpperCase().replaceAll(' ', '_')}`;
}
