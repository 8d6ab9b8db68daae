import type { X509Certificate } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { request as openRequest } from 'node:https';
import type { TLSSocket } from 'node:tls';
import { tlsAgent } from '../../gateways/transport/send-request';
import type { TlsSettings } from '../../config/sections/pem-files';
import type { Request } from '../../gateways/transport/exchange';

/** A gateway's address, and the question that probes it. */
export type Endpoint = {
  url: string;
  tls: TlsSettings;
  /** Changes nothing. `refusal`: a status that also counts as an answer, whatever its body. */
  question: Request & { refusal?: number };
  /** The variables that configure it. `client`: those of a client certificate; null where it takes none. */
  variables: { address: string; authority: string; client: { certificate: string; key: string } | null };
  /** What the address must be. */
  addressIs: string;
};

/** The outcome of one call, from the handshake on. */
export type ProbeAnswer = {
  /** The server's; null when it is not trusted. */
  certificate: X509Certificate | null;
  /** Null when none arrived in time. */
  reply: { status: number; type: string; date: string | null; receivedAt: Date } | null;
  /** Node.js's error, if something failed. */
  error: Error | null;
  isLate: boolean;
};

/**
 * Sends one request on a connection of its own. With TLS 1.3 a server refuses a client certificate after the client's
 * part of the handshake, so only an answer proves that it was accepted (RFC 8446 §4.4.2.4).
 */
export async function probe({ url, tls, question }: Endpoint, timeLimitMs: number): Promise<ProbeAnswer> {
  const greeting: ProbeAnswer = { certificate: null, reply: null, error: null, isLate: false };
  const { method, path, headers, body, replyType } = question;
  const address = url.replace(/\/+$/, '') + path;
  const agent = tlsAgent(tls);
  const timer = AbortSignal.timeout(timeLimitMs);
  try {
    const { statusCode: status = 0, headers: replyHeaders } = await new Promise<IncomingMessage>((resolve, reject) => {
      const clientRequest = openRequest(address, {
        method,
        headers: { accept: replyType, ...headers },
        agent,
        signal: timer,
      });
      clientRequest.once('socket', (socket) =>
        socket.once('secureConnect', () => {
          greeting.certificate = (socket as TLSSocket).getPeerX509Certificate() ?? null;
        }),
      );
      clientRequest.once('response', resolve);
      clientRequest.on('error', reject);
      clientRequest.end(body);
    });
    const [type = ''] = (replyHeaders['content-type'] ?? '').split(';');
    greeting.reply = {
      status,
      type: type.trim().toLowerCase().slice(0, 80) || 'none',
      date: replyHeaders.date ?? null,
      receivedAt: new Date(),
    };
  } catch (error) {
    greeting.error = error as Error;
    greeting.isLate = timer.aborted;
  } finally {
    agent.destroy();
  }
  return greeting;
}
