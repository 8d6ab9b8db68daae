import { DeliveryError, type DeliveryProblem } from '../delivery-error';

/**
 * What nodemailer's error means for the message. Of what the server said only the codes are kept (RFC 5321 §4.2.1 and RFC
 * 3463): its text may quote anything.
 */
export function deliveryErrorFrom(cause: unknown): DeliveryError {
  const { code, originalCode, command, responseCode, response } = cause as NodemailerError;
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '')?.[1];
  const detail = [originalCode ?? code, command, responseCode, enhanced].filter((part) => part !== undefined).join(' ');
  const isUntrusted = originalCode !== undefined && UNTRUSTED.test(originalCode);
  return new DeliveryError(isUntrusted ? 'insecure' : problemOf(code, responseCode), detail, { cause });
}

/** Node's and OpenSSL's codes for certificates and handshakes that do not hold. */
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

/** 5xx is for good, but for 503: commands out of order, which a new connection may put right. */
function isForGood(responseCode: number | undefined): boolean {
  return responseCode !== undefined && responseCode >= 500 && responseCode !== 503;
}
