import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { request as openRequest, Agent } from 'node:https';
import type { TlsSettings } from '../../config/sections/pem-files';

export type RequestToSend = { method: string; headers: OutgoingHttpHeaders; body?: string | Uint8Array };

export type Connecting = {
  /** How long it may take, in milliseconds. */
  limitMs: number;
  /** Called just before the request is written: until then no server can have received any of it. */
  onDone: () => void;
};

/**
 * Sends one request to one server. Redirects are not followed, because the request is for this server only.
 * @param signal aborts it at any time, also while the reply is read
 * @param connecting limits the time until there is a connection
 * @returns the reply once its headers have arrived
 */
export function sendRequest(
  agent: Agent,
  url: URL,
  request: RequestToSend,
  signal: AbortSignal,
  connecting?: Connecting,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { method, headers, body } = request;
    const clientRequest = openRequest(url, { method, headers, agent, signal });
    const timer = connecting && setTimeout(() => clientRequest.destroy(noConnection()), connecting.limitMs);
    let isAnswered = false;
    clientRequest.once('response', (response) => {
      isAnswered = true;
      resolve(response);
    });
    clientRequest.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      // The server closed an idle connection just when it was reused.
      const isStale = clientRequest.reusedSocket && error.code === 'ECONNRESET' && !isAnswered && !signal.aborted;
      if (isStale) resolve(sendRequest(agent, url, request, signal, connecting));
      else reject(error);
    });
    const write = (): void => {
      clearTimeout(timer);
      connecting?.onDone();
      clientRequest.end(body);
    };
    clientRequest.once('socket', (socket) => {
      if (clientRequest.reusedSocket) write();
      else socket.once('secureConnect', write);
    });
  });
}

function noConnection(): Error {
  return Object.assign(new Error('no connection in time'), { code: 'ETIMEDOUT' });
}

/** @param keepAlive whether connections are reused */
export function tlsAgent({ authority, identity }: TlsSettings, keepAlive = true): Agent {
  return new Agent({
    keepAlive,
    minVersion: 'TLSv1.2',
    ...(authority !== null && { ca: authority }),
    ...(identity && { cert: identity.certificate, key: identity.key }),
  });
}
