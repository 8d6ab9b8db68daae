import { DeliveryError, type DeliveryProblem } from '../delivery-error';

/**
 * Converts nodemailer's error. Of the server's answer only the codes are kept (RFC 5321 §4.2.1 and RFC 3463), because
 * its text may quote anything.
 */
export function deliveryErrorFrom(cause: unknown): DeliveryError {
  const { code, originalCode, command, responseCode, response } = cause as NodemailerError;
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '')?.[1];
  const detail = [originalCode ?? code, command, responseCode, enhanced].filter((part) => part !== undefined).join(' ');
  const isUntrusted = originalCode !== undefined && UNTRUSTED.test(originalCode);
  return new DeliveryError(isUntrusted ? 'insecure' : problemOf(code, responseCode), detail, { cause });
}

/** Node's and OpenSSL's codes for failed certificates and handshakes. */
const UNTRUSTED = /CERT|^ERR_(?:TLS|SSL)_|^UNABLE_TO_/;

type NodemailerError = {
  code?: string;
  originalCode?: string;
  command?: string;
  responseCode?: number;
  response?: string;
};

function problemOf(code: string | undefined, responseCode: number | undefined): DeliveryProblem {
  switch (code) {
    case 'EAUTH':
    case 'ENOAUTH':
      return 'not-authorised';
    case 'ETLS':
      return 'insecure';
    case 'ETIMEDOUT':
    case 'EABORT':
      return 'timeout';
    case 'EENVELOPE':
    case 'EMESSAGE':
      return isForGood(responseCode) ? 'refused' : 'deferred';
    case undefined:
    default:
      return responseCode === undefined ? 'unreachable' : 'deferred';
  }
}

/** 5xx is permanent, except 503 (bad sequence of commands), which a new connection may fix. */
function isForGood(responseCode: number | undefined): boolean {
  return responseCode !== undefined && responseCode >= 500 && responseCode !== 503;
}
