import { isIP } from 'node:net';
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { ReceiverError, type AuditReceiver } from '../forwarding/forward-records';
import type { SiemConfig } from '../../config/sections/siem-config';
import type { AuditRecord } from '../audit-record';
import { pause } from '../../shared/async/pause';
import { withDeadline } from '../../shared/async/with-deadline';
import { concatBytes } from '../../shared/bytes';
import { SECOND } from '../../shared/time/duration';
import { failureOfConnecting, postRecords } from './post-records';
import { framed, syslogMessage } from './syslog-message';

/** Of a connection, from its first octet to its last. */
const PATIENCE_MS = 20 * SECOND;

/**
 * For which the other side has to keep a connection after the last octet. A balancer that ends TLS takes everything over itself and ends
 * when its server is away: HAProxy after three tries a second apart.
 */
const HOLD_MS = 5 * SECOND;

/** @property site name of this site in messages */
export type SiemSettings = SiemConfig & { site: string; patienceMs?: number; holdMs?: number };

/**
 * Posts records by HTTPS, or sends them as syslog over TLS (RFC 5424, RFC 5425). Syslog has no acknowledgement, so each batch has a
 * connection, which this side holds for a while and then ends: by ending its own half after that, and not before, the other side says that it
 * has all that came before.
 */
export class SiemReceiver implements AuditReceiver {
  readonly #settings: SiemSettings;

  constructor(settings: SiemSettings) {
    this.#settings = settings;
  }

  async take(records: readonly AuditRecord[], signal: AbortSignal): Promise<void> {
    const { site, https, patienceMs = PATIENCE_MS, holdMs = HOLD_MS } = this.#settings;
    await withDeadline(patienceMs, signal, async (either) => {
      if (https) return postRecords({ ...this.#settings, https }, records, either);
      const frames = concatBytes(...records.map((record) => framed(syslogMessage(record, site))));
      const socket = await this.#connect(either);
      await sendWhole(socket, frames, { holdMs, signal: either });
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
        reject(new ReceiverError(failureOfConnecting(cause), `the receiver at ${host}:${port}`, { cause }));
      });
      socket.once('secureConnect', () => {
        signal.removeEventListener('abort', stop);
        socket.removeAllListeners('error');
        resolve(socket);
      });
    });
  }
}

/** Resolves when the other side has ended the connection in order, after this side has. */
function sendWhole(
  socket: TLSSocket,
  bytes: Uint8Array,
  { holdMs, signal }: { holdMs: number; signal: AbortSignal },
): Promise<void> {
  return new Promise((resolve, reject) => {
    let isSent = false;
    let isClosing = false;
    let isEnded = false;
    const fail = (code: 'broken-off' | 'no-acknowledgement', cause?: unknown) => {
      socket.destroy();
      reject(new ReceiverError(code, 'records were not taken over', { cause }));
    };
    signal.addEventListener('abort', () => fail(isSent ? 'no-acknowledgement' : 'broken-off'), { once: true });
    // A receiver says nothing; its half has to be read for its end to be seen.
    socket.resume();
    socket.once('end', () => (isEnded = isClosing));
    socket.once('error', (cause) => fail('broken-off', cause));
    socket.once('close', () => (isEnded ? resolve() : fail('broken-off')));
    async function endAfterHold(): Promise<void> {
      isSent = true;
      await pause(holdMs, signal).catch(() => undefined);
      isClosing = !socket.destroyed && !socket.readableEnded;
      socket.end();
    }
    socket.write(bytes, () => void endAfterHold());
  });
}
