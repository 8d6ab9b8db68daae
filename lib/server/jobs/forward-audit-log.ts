import { forwardRecords, ReceiverError, type ForwardingPorts } from '../../audit/forwarding/forward-records';
import type { Services } from '../composition/compose';
import { pauseAfter } from '../../messaging/send-due-messages';
import { MINUTE, SECOND } from '../../shared/time/duration';
import { declareGuard } from '../../shared/async/guard-rounds';
import { pause } from '../../shared/async/pause';

/** A receiver gets a connection for what has come together meanwhile. */
const EVERY_MS = 2 * SECOND;

/** Whoever watches the log waits no longer once the receiver is back. */
const LONGEST_PAUSE_MS = MINUTE;

/** Forwards the audit log, if it is forwarded anywhere, until the signal aborts. After a failure the pauses grow, up to a minute. */
export async function forwardAuditLog(
  {
    auditForwarding: ports,
    logger,
    metrics,
    messaging,
  }: Pick<Services, 'auditForwarding' | 'logger' | 'metrics' | 'messaging'>,
  signal: AbortSignal,
): Promise<void> {
  if (!ports) return;
  const countRound = declareGuard('audit-forwarding', EVERY_MS);
  for (let failures = 0; !signal.aborted;) {
    try {
      metrics.forwardedRecords.inc(await forwardRecords(ports, signal));
      failures = 0;
    } catch (error) {
      failures += 1;
      if (error instanceof ReceiverError) metrics.forwardingFailures.inc({ reason: error.code });
      logger.warn({ err: error }, 'the audit log could not be forwarded, and is tried again');
    }
    countRound();
    await noteWaiting(ports, metrics).catch(() => undefined);
    const waitMs = failures === 0 ? EVERY_MS : Math.min(pauseAfter(failures, messaging.random), LONGEST_PAUSE_MS);
    await pause(waitMs, signal).catch(() => undefined);
  }
}

async function noteWaiting({ audit, forwarding }: ForwardingPorts, metrics: Services['metrics']): Promise<void> {
  const [state, head] = await Promise.all([forwarding.read(), audit.head()]);
  metrics.forwardingWaiting.set(state ? head.sequenceNumber - state.position : 0);
}
