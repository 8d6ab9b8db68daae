import { request } from 'node:https';
import { ReceiverError } from '../forwarding/forward-records';
import { ocsfEvent } from '../ocsf';
import type { AuditRecord } from '../audit-record';
import type { SiemConfig } from '../../config/sections/siem-config';
import { asciiJson } from './syslog-message';

/** Of a body, in octets: receivers refuse larger ones from 1 MB on. A single record may be longer. */
const LARGEST_BODY = 500_000;

const EMPTY = new Set([400, 406]);

/**
 * Posts records, an object of OCSF a line. An answer of 2xx is the receiver's word that it has them; any other is none. Without a record
 * it posts an empty body, which a receiver may call empty (Splunk's 400, Elastic's 406) once it has taken the authorization.
 * @throws ReceiverError
 */
export async function postRecords(
  siem: SiemConfig & { https: NonNullable<SiemConfig['https']> },
  records: readonly AuditRecord[],
  signal: AbortSignal,
): Promise<void> {
  for (const body of bodiesOf(records)) {
    const status = await post(siem, body, signal);
    const isTaken = (status >= 200 && status < 300) || (records.length === 0 && EMPTY.has(status));
    if (!isTaken) throw new ReceiverError('refused', `the receiver at ${siem.host}:${siem.port} answered ${status}`);
  }
}

function bodiesOf(records: readonly AuditRecord[]): string[] {
  const bodies = [''];
  for (const record of records) {
    const line = `${asciiJson(ocsfEvent(record))}\n`;
    const last = bodies.at(-1) ?? '';
    if (last !== '' && last.length + line.length > LARGEST_BODY) bodies.push(line);
    else bodies[bodies.length - 1] = last + line;
  }
  return bodies;
}

/** @returns the status of the answer, of which nothing else is read */
function post(
  { host, port, tls: { authority, identity }, https: { url, authorization } }: Parameters<typeof postRecords>[0],
  body: string,
  signal: AbortSignal,
): Promise<number> {
  return new Promise((resolve, reject) => {
    let isConnected = false;
    const asked = request(url, {
      method: 'POST',
      agent: false,
      minVersion: 'TLSv1.2',
      headers: {
        'content-type': 'application/x-ndjson',
        'content-length': body.length,
        ...(authorization !== null && { authorization }),
      },
      ...(authority !== null && { ca: authority }),
      ...(identity && { cert: identity.certificate, key: identity.key }),
    });
    signal.addEventListener('abort', () => asked.destroy(new Error('no answer in time')), { once: true });
    asked.once('socket', (socket) => socket.once('secureConnect', () => (isConnected = true)));
    // Also after the answer: what breaks then is of no interest.
    asked.on('error', (cause) => {
      const code = isConnected ? (signal.aborted ? 'no-acknowledgement' : 'broken-off') : failureOfConnecting(cause);
      reject(new ReceiverError(code, `the receiver at ${host}:${port}`, { cause }));
    });
    asked.once('response', (answer) => {
      resolve(answer.statusCode ?? 0);
      answer.once('error', () => {});
      answer.destroy();
    });
    asked.end(body);
  });
}

/** By the codes of Node.js for certificates, which come from OpenSSL's `X509_V_ERR_…`. */
export function failureOfConnecting(error: unknown): 'not-trusted' | 'unreachable' {
  const { code = '' } = error as NodeJS.ErrnoException;
  return /CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|ALTNAME/.test(code) ? 'not-trusted' : 'unreachable';
}
