import { GatewayError, type GatewayErrorCode } from '../../activation/gateway-error';
import { errorCode } from './error-code';

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
