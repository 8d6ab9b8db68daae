import { isIP } from 'node:net';
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { ReceiverError, type AuditReceiver } from '../audit/forwarding/forward-records';
import { ocsfEvent } from '../audit/ocsf';
import type { SiemConfig } from '../config/sections/siem-config';
import type { AuditRecord } from '../audit/audit-record';
import { concatBytes } from '../shared/bytes';
import { withDeadline } from '../shared/async/with-deadline';
import { SECOND } from '../shared/time/duration';
import { cefBody } from './cef-body';
import { asciiJson, framed, syslogMessage } from './syslog-message';

/** Of a connection, from its first octet to its last. */
const PATIENCE_MS = 20 * SECOND;

const BODIES = {
  ocsf: (record: AuditRecord) => asciiJson(ocsfEvent(record)),
  cef: cefBody,
} as const satisfies Record<SiemConfig['body'], (record: AuditRecord) => string>;

/** @property site name of this site in messages */
export type SiemSettings = SiemConfig & { site: string; patienceMs?: number };

/**
 * Sends records as syslog over TLS (RFC 5424, RFC 5425). Syslog has no acknowledgement, so each batch has a connection, which this
 * side closes behind it: by ending its own half, the receiver's machine says that it has all that came before.
 */
export class SiemReceiver implements AuditReceiver {
  readonly #settings: SiemSettings;

  constructor(settings: SiemSettings) {
    this.#settings = settings;
  }

  async take(records: readonly AuditRecord[], signal: AbortSignal): Promise<void> {
    const { site, body, patienceMs = PATIENCE_MS } = this.#settings;
    const frames = concatBytes(...records.map((record) => framed(syslogMessage(record, site, BODIES[body](record)))));
    await withDeadline(patienceMs, signal, async (either) => {
      const socket = await this.#connect(either);
      await sendWhole(socket, frames, either);
    });
  }

  #connect(signal: AbortSignal): Promise<TLSSocket> {
    const { host, port, tls } = this.#settings;
    const { authority, identity } = tls;
    const options: ConnectionOptions = {
      host,
      port,
      minVersion: 'TLSv1.2',
      // A name alone may be asked for (RFC 6066 §3); an address is checked against the certificate all the same.
      ...(isIP(host) === 0 && { servername: host }),
      ...(authority !== null && { ca: authority }),
      ...(identity && { cert: identity.certificate, key: identity.key }),
    };
    return new Promise((resolve, reject) => {
      const socket = connect(options);
      const stop = () => void socket.destroy(new Error('no connection in time'));
      signal.addEventListener('abort', stop, { once: true });
      socket.once('error', (cause) => {
        const code = isOfTrust(cause) ? 'not-trusted' : 'unreachable';
        reject(new ReceiverError(code, `the receiver at ${host}:${port}`, { cause }));
      });
      socket.once('secureConnect', () => {
        signal.removeEventListener('abort', stop);
        socket.removeAllListeners('error');
        resolve(socket);
      });
    });
  }
}

/** Resolves when the receiver has ended the connection in order, after all was sent. */
function sendWhole(socket: TLSSocket, bytes: Uint8Array, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    let isSent = false;
    let isEnded = false;
    const fail = (code: 'broken-off' | 'no-acknowledgement', cause?: unknown) => {
      socket.destroy();
      reject(new ReceiverError(code, 'records were not taken over', { cause }));
    };
    signal.addEventListener('abort', () => fail(isSent ? 'no-acknowledgement' : 'broken-off'), { once: true });
    // A receiver says nothing; its half has to be read for its end to be seen.
    socket.resume();
    socket.once('end', () => (isEnded = isSent));
    socket.once('error', (cause) => fail('broken-off', cause));
    socket.once('close', () => (isEnded ? resolve() : fail('broken-off')));
    socket.end(bytes, () => (isSent = true));
  });
}

/** Of Node.js, for certificates; they come from OpenSSL's `X509_V_ERR_…`. */
function isOfTrust(error: unknown): boolean {
  const { code = '' } = error as NodeJS.ErrnoException;
  return /CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|ALTNAME/.test(code);
}
