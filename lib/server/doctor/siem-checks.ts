import { ReceiverError, type ReceiverProblem } from '../../audit/forwarding/forward-records';
import type { SiemConfig } from '../../config/sections/siem-config';
import { SECOND } from '../../shared/time/duration';
import { SiemReceiver } from '../../audit/siem/siem-receiver';
import { failed, ok, type Check, type Finding } from './finding';

/** Longer than a receiver has for a batch. */
const TIME_LIMIT_MS = 30 * SECOND;

/** Checks the way to what takes the audit log over without a record: by an empty post, or up to the orderly end of a connection. */
export function siemChecks(siem: SiemConfig, holdMs?: number): Check[] {
  const receiver = new SiemReceiver({ ...siem, site: 'localhost', ...(holdMs !== undefined && { holdMs }) });
  return [{ name: 'SIEM', needs: null, run: () => receiverFinding(receiver, siem) }];
}

async function receiverFinding(receiver: SiemReceiver, { host, port, https }: SiemConfig): Promise<Finding> {
  try {
    await receiver.take([], AbortSignal.timeout(TIME_LIMIT_MS));
    if (https)
      return ok(
        `${host}:${port} is trusted, and answers an empty post; "Send a test record" shows whether it takes records`,
      );
    return ok(
      `${host}:${port} is trusted, and ends connections in order; with its program stopped this check has to say that it takes no TLS connection, otherwise something in between ends TLS`,
    );
  } catch (error) {
    if (error instanceof ReceiverError) return FINDINGS[error.code](`${host}:${port}`);
    throw error;
  }
}

const FINDINGS: Record<ReceiverProblem, (place: string) => Finding> = {
  unreachable: (place) =>
    failed(
      `${place} takes no TLS connection`,
      'Correct TESSERA_SIEM, or let this machine through the firewalls to that port.',
    ),
  'not-trusted': (place) =>
    failed(
      `the certificate of ${place} is not trusted, or names another host`,
      'Name the authority that vouches for it in TESSERA_SIEM_CA_FILE, and the host in TESSERA_SIEM as its certificate has it.',
    ),
  'broken-off': (place) =>
    failed(
      `${place} ends the connection before this side does`,
      'Something in between may end TLS while the receiver is away: hand its TLS through, or post by https://. Otherwise look at its log: it may want a client certificate (TESSERA_SIEM_CERTIFICATE_FILE), or another protocol.',
    ),
  'no-acknowledgement': (place) =>
    failed(
      `${place} neither answers a post nor ends a connection that this side has ended`,
      'Let it close connections whose other side has closed: that is how records over syslog are acknowledged.',
    ),
  refused: (place) =>
    failed(
      `${place} refuses what is posted`,
      'Correct the token in TESSERA_SIEM_AUTHORIZATION and the path in TESSERA_SIEM: for Splunk `/services/collector/raw`.',
    ),
};
