import { X509Certificate } from 'node:crypto';
import { gatewayErrorFrom, errorCode } from '../../gateways/transport/gateway-error-from';
import { DAY } from '../../shared/time/duration';
import { explainGatewayError } from './explain-gateway-error';
import { failed, ok, warning, type Finding } from './finding';
import type { ProbeAnswer, Endpoint } from './probe';
/** Certificates that expire within this time are reported. */
const SOON_DAYS = 30;

type Fix = (variables: Endpoint['variables']) => string;

const AUTHORITY: Fix = ({ authority }) => `${authority} must hold the authority that has issued it.`;

/** Problems of a server's certificate by Node.js's code, with their fixes. */
const PROBLEMS: Record<string, [words: string, fix: Fix]> = {
  CERT_HAS_EXPIRED: ['it has expired', () => 'Renew the certificate of the server.'],
  CERT_NOT_YET_VALID: ['it is not valid yet', () => 'Look at the clock of this machine, else renew the certificate.'],
  ERR_TLS_CERT_ALTNAME_INVALID: [
    'it is for another host name',
    ({ address }) => `${address} must name the server as its certificate does, or the certificate must name this host.`,
  ],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['it is signed by itself, and by no authority that is trusted', AUTHORITY],
  SELF_SIGNED_CERT_IN_CHAIN: ['it comes from an authority that is not trusted', AUTHORITY],
  UNABLE_TO_GET_ISSUER_CERT: ['it comes from an authority that is not trusted', AUTHORITY],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ['it comes from an authority that is not trusted', AUTHORITY],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ['it comes from an authority that is not trusted', AUTHORITY],
  CERT_SIGNATURE_FAILURE: ['an authority of the same name has issued it, and not the trusted one', AUTHORITY],
  ERR_SSL_WRONG_VERSION_NUMBER: [
    'there is none: no TLS is spoken at this port',
    ({ address }) => `${address} must name a port where TLS is spoken.`,
  ],
  ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE: [
    'the server ended the handshake, as one does that wants a client certificate or other ciphers',
    ({ client }) =>
      `${client ? `Set ${client.certificate} and ${client.key}, or let` : 'Let'} the server offer current ciphers.`,
  ],
  ECONNRESET: [
    'the server hung up during the handshake, as one does that wants a client certificate or refuses it',
    ({ client }) =>
      `${client ? `Look at ${client.certificate}; else the` : 'The'} server must speak TLS 1.2 or 1.3 at this port.`,
  ],
};

/** @returns what is wrong with a certificate, in words; null where the error is about none */
export function certificateProblem(code: string): string | null {
  return /CERT|UNABLE_TO/.test(code) ? (PROBLEMS[code]?.[0] ?? null) : null;
}

/** Whether the server's certificate is trusted and matches. */
export function serverCertificateFinding(
  { certificate, error, isLate }: ProbeAnswer,
  { url, variables }: Endpoint,
  now: Date,
): Finding {
  if (certificate) return validity(certificate, now, 'the certificate of the server');
  const code = errorCode(error);
  const problem = PROBLEMS[code];
  if (problem && !isLate) return failed(`${problem[0]} (${code})`, problem[1](variables));
  const failure = gatewayErrorFrom(error, url, isLate);
  // With TLS 1.2 a client certificate is refused within the handshake.
  if (failure.code === 'refused-credentials')
    return warning('it was not looked at: the server ended the handshake', 'Mend the client certificate first.');
  return explainGatewayError(failure);
}

/**
 * Whether the server accepts our client certificate. Some give a reason for a refusal (RFC 8446 §6.2), others close the
 * connection after the handshake.
 */
export function clientCertificateFinding(
  { reply, error, isLate }: ProbeAnswer,
  { url, tls: { identity }, variables }: Endpoint,
  now: Date,
): Finding {
  const code = errorCode(error);
  const isRefused = !reply && gatewayErrorFrom(error, url, isLate).code === 'refused-credentials';
  const isLeft = !reply && !isLate && ['ECONNRESET', 'EPIPE'].includes(code);
  if (isRefused || isLeft) {
    const wish = identity ? 'refuses it' : 'wants one';
    return failed(
      isRefused ? `the server ${wish} (${code})` : `the server hangs up, as one does that ${wish} (${code})`,
      clientCertificateFix(variables, identity !== null),
    );
  }
  if (identity && variables.client)
    return validity(new X509Certificate(identity.certificate), now, variables.client.certificate);
  return ok('none is set, and the server asks for none');
}

function clientCertificateFix({ client }: Endpoint['variables'], isSet: boolean): string {
  if (!client) return 'Let the server do without a client certificate: none can be set for it.';
  return isSet
    ? `${client.certificate} must hold a certificate whose authority the server trusts, with all between them.`
    : `Set ${client.certificate} and ${client.key} to one that the server knows.`;
}

function validity({ validTo }: X509Certificate, now: Date, what: string): Finding {
  const end = new Date(validTo);
  const days = Math.floor((end.getTime() - now.getTime()) / DAY);
  const words = `valid for another ${days} days, until ${end.toISOString().slice(0, 10)}`;
  return days < SOON_DAYS ? warning(words, `Renew ${what} before.`) : ok(words);
}
