import { X509Certificate } from 'node:crypto';
import { on, once } from 'node:events';
import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { SECOND } from '../../shared/time/duration';
import type { Metrics } from './metrics';

/** Of one server, with its greetings. */
const PATIENCE_MS = 10 * SECOND;

type WatchedServer = {
  host: string;
  port: number;
  /** By STARTTLS; otherwise TLS is spoken from the first byte. */
  startsPlain: boolean;
  /** What is shown to it, in PEM. */
  identity: { certificate: string; key: string } | null;
};

/** A server's certificate, or one of our own in PEM. @property of what it is of: a label */
export type WatchedCertificate = { of: string; server: WatchedServer } | { of: string; certificate: string };

/**
 * Reads when each expires, the earliest of those of one kind. A server that does not answer keeps its last value: other gauges
 * say that it is away.
 */
export async function readCertificates(
  { certificateExpiry }: Pick<Metrics, 'certificateExpiry'>,
  watched: readonly WatchedCertificate[],
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
async function expiryOf(watched: WatchedCertificate): Promise<number> {
  const certificate =
    'certificate' in watched ? new X509Certificate(watched.certificate) : await certificateOf(watched.server);
  return Math.floor(Date.parse(certificate.validTo) / SECOND);
}

/** Whoever has issued it, and whatever name it has: the doctor and each call look at those. */
async function certificateOf({ host, port, startsPlain, identity }: WatchedServer): Promise<X509Certificate> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const plain = connectPlain({ host, port });
  try {
    await once(plain, 'connect', { signal });
    if (startsPlain) await startTls(plain, signal);
    const secure = connectTls({
      socket: plain,
      rejectUnauthorized: false,
      ...(isIP(host) === 0 && { servername: host }),
      ...(identity && { cert: identity.certificate, key: identity.key }),
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
