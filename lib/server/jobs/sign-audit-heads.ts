import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { checkHead, HEAD_PROBLEMS, parseHead, signHead, type SignedHead } from '../../audit/audit-head';
import { deliverPastOutbox } from '../../messaging/deliver-past-outbox';
import { generateMessageId } from '../../messaging/new-message';
import type { Services } from '../composition/compose';
import { SECOND } from '../../shared/time/duration';
import { runEvery } from './run-every';

/**
 * Signs the end of the audit log periodically and once more at the stop, and exports it: to the process's log, to every
 * webhook, and to a file where one is configured. A webhook that does not accept a head is tried again until the next head
 * takes its place, which vouches for as much and more. Logs an error when the audit log does not contain the previous head.
 */
export async function signAuditHeads(
  services: Pick<Services, 'config' | 'audit' | 'messaging' | 'metrics' | 'logger'>,
  signal: AbortSignal,
): Promise<void> {
  const { config, audit, messaging, metrics, logger } = services;
  // Heads are logged at every level but `silent`.
  const heads = logger.level === 'silent' ? logger : logger.child({}, { level: 'info' });
  const { headFile, headIntervalMs } = config.audit;
  let last = headFile === null ? null : lastHeadIn(headFile);
  let tellingLast = new AbortController();

  async function sign(): Promise<void> {
    const problem = last && (await checkHead(audit, last));
    if (last && problem)
      logger.error({ auditHead: last }, `the head of the audit log that was signed last ${HEAD_PROBLEMS[problem]}`);
    last = await signHead(audit, messaging.clock.now());
    heads.info({ auditHead: last }, 'signed the head of the audit log');
    metrics.auditHeadDue.set(Math.round((messaging.clock.now().getTime() + headIntervalMs) / SECOND));
    if (headFile !== null) appendFileSync(headFile, `${JSON.stringify(last)}\n`, { mode: 0o600 });
    tellingLast.abort();
    tellingLast = new AbortController();
    if (signal.aborted) tellingLast.abort();
    const { signal: superseded } = tellingLast;
    const deliveries = config.webhooks.map(({ url }) => tell(services, url, last as SignedHead, superseded));
    if (signal.aborted) await Promise.all(deliveries);
  }

  const onFault = (error: unknown) => logger.error({ err: error }, 'the head of the audit log could not be signed');
  await runEvery('audit-heads', sign, headIntervalMs, onFault, signal);
  await sign().catch(onFault);
}

/**
 * Bypasses the outbox, which is in the database that the head vouches for.
 * @param superseded that another head has taken its place, or the process stops: then one attempt is all
 */
function tell(
  { messaging, logger }: Pick<Services, 'messaging' | 'logger'>,
  url: string,
  head: SignedHead,
  superseded: AbortSignal,
): Promise<void> {
  const { clock, random } = messaging;
  const now = clock.now();
  const event = { type: 'audit-head-signed', at: now, head } as const;
  const delivery = { id: generateMessageId(random), queuedAt: now, channel: 'webhook', to: url, event } as const;
  const onFailure = (error: unknown) =>
    logger.warn({ err: error }, 'a webhook did not accept the head of the audit log');
  return deliverPastOutbox(messaging, delivery, { signal: superseded, onFailure });
}

function lastHeadIn(file: string): SignedHead | null {
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return parseHead(lines.at(-1) ?? '');
}
