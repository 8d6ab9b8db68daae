import { X509Certificate } from 'node:crypto';
import { on, once } from 'node:events';
import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Config } from '../config/config';
import type { TlsSettings } from '../config/sections/pem-files';
import { SECOND } from '../shared/time/duration';
import type { Metrics } from './metrics';

/** Of one server, with its greetings. */
const PATIENCE_MS = 10 * SECOND;

const PUBLIC: TlsSettings = { authority: null, identity: null };

/** @property of what the certificate is of: a label */
type Watched =
  | { of: string; server: { host: string; port: number; startsPlain: boolean; tls: TlsSettings } }
  | { of: string; certificate: string };

/** The certificates that the site's connections rest on, those of servers and its own. */
export function watchedCertificates({
  gateway,
  mail,
  identityProvider,
}: Pick<Config, 'gateway' | 'mail' | 'identityProvider'>): Watched[] {
  const watched: Watched[] = [];
  const add = (of: string, url: string, tls: TlsSettings) => {
    const { protocol, hostname, port } = new URL(url);
    if (protocol !== 'https:') return;
    const host = hostname.replaceAll(/^\[|\]$/g, '');
    watched.push({ of, server: { host, port: Number(port || 443), startsPlain: false, tls } });
    if (tls.identity) watched.push({ of: `${of}-client`, certificate: tls.identity.certificate });
  };
  if (gateway.kind === 'onespan-server') {
    for (const url of gateway.urls) add('gateway', url, gateway.tls);
    if (gateway.relay) add('relay', gateway.relay.url, gateway.relay.tls);
  }
  if (gateway.kind === 'onespan-cloud') add('gateway', gateway.url, gateway.tls);
  if (identityProvider) add('provider', identityProvider.issuer, PUBLIC);
  if (mail.server && mail.server.encryption !== 'none') {
    const { host, port, encryption } = mail.server;
    watched.push({ of: 'mail', server: { host, port, startsPlain: encryption === 'required', tls: PUBLIC } });
  }
  return watched;
}

/**
 * Reads when each expires, the earliest of those of one kind. A server that does not answer keeps its last value: other gauges
 * say that it is away.
 */
export async function readCertificates(
  { certificateExpiry }: Pick<Metrics, 'certificateExpiry'>,
  watched: readonly Watched[],
): Promise<void> {
  const ends = new Map<string, number>();
  await Promise.all(
    watched.map(async (one) => {
      const expiry = await expiryOf(one).catch(() => null);
      if (expiry !== null) ends.set(one.of, Math.min(expiry, ends.get(one.of) ?? Infinity));
    }),
  );
  for (const [of, end] of ends) certificateExpiry.set({ of }, end);
}

/** @returns seconds since 1970 */
async function expiryOf(watched: Watched): Promise<number> {
  const certificate =
    'certificate' in watched ? new X509Certificate(watched.certificate) : await certificateOf(watched.server);
  return Math.floor(Date.parse(certificate.validTo) / SECOND);
}

/** Whoever has issued it, and whatever name it has: the doctor and each call look at those. */
async function certificateOf({
  host,
  port,
  startsPlain,
  tls,
}: Extract<Watched, { server: unknown }>['server']): Promise<X509Certificate> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const plain = connectPlain({ host, port });
  try {
    await once(plain, 'connect', { signal });
    if (startsPlain) await startTls(plain, signal);
    const secure = connectTls({
      socket: plain,
      rejectUnauthorized: false,
      ...(isIP(host) === 0 && { servername: host }),
      ...(tls.identity && { cert: tls.identity.certificate, key: tls.identity.key }),
    });
    await once(secure, 'secureConnect', { signal });
    const certificate = secure.getPeerX509Certificate();
    secure.on('error', () => undefined).destroy();
    if (!certificate) throw new TypeError('a server without a certificate');
    return certificate;
  } finally {
    plain.on('error', () => undefined).destroy();
  }
}

/** RFC 3207 §4 */
async function startTls(socket: Socket, signal: AbortSignal): Promise<void> {
  await expectReply(socket, '220', signal);
  for (const [command, status] of [
    ['EHLO localhost', '250'],
    ['STARTTLS', '220'],
  ] as const) {
    socket.write(`${command}\r\n`);
    await expectReply(socket, status, signal);
  }
}

/** A reply's last line has a space after its status (RFC 5321 §4.2.1). */
async function expectReply(socket: Socket, status: string, signal: AbortSignal): Promise<void> {
  let text = '';
  for await (const [chunk] of on(socket, 'data', { signal, close: ['close'] }) as AsyncIterable<[Buffer]>) {
    text += chunk.toString('latin1');
    const [last] = /^\d{3} .*\r\n$/m.exec(text) ?? [];
    if (last?.startsWith(status) === true) return;
    if (last !== undefined || text.length > 10_000) break;
  }
  throw new Error('the mail server does not start TLS');
}
