import type { GatewayError, GatewayErrorCode } from '../../activation/gateway-error';
import { failed, type Finding } from './finding';

const FIXES: Record<GatewayErrorCode, string> = {
  unreachable: 'Look at whether the server runs, and at what is between it and this machine.',
  timeout: 'Look at how busy the server is, and at firewalls that drop what they do not let through.',
  'malformed-reply': 'Look at what is at this address: it must be the gateway itself.',
  'refused-credentials': 'Let Tessera in there, with the privileges that the README names.',
  'too-large': 'Look at what is at this address: it must be the gateway itself.',
  untrusted: 'Trust the authority that has issued the certificate, and look at how TLS is set up there.',
  'circuit-open': 'Mend first what the other lines say.',
};

/** Explains failures that no check looks for. */
export function explainGatewayError(error: GatewayError): Finding {
  return failed(reasonOf(error), FIXES[error.code]);
}

/** The reason as it would be logged. */
export function reasonOf({ cause, message }: GatewayError): string {
  return cause instanceof Error ? cause.message : message;
}
