import type { ActivationPorts } from '../../activation/activation-ports';
import { applySeenStep } from '../../activation/following/apply-seen-step';
import type { Config } from '../../config/config';
import { Relay } from '../../gateways/relay/relay';
import type { Logger } from '../observability/logger';
import type { Metrics } from '../observability/metrics';
import type { Traces } from '../observability/traces/traces';
import type { OpenedGateway } from './opened-gateway';
import { SECOND } from '../../shared/time/duration';

/** Shorter than phones' own timeouts. */
const TIME_LIMIT_MS = 10 * SECOND;

/** The relay of phones' calls. @param onPhoneRefusal see `OpenedGateway` @returns null if phones reach the gateway directly */
export function openRelay(
  { gateway }: Pick<Config, 'gateway'>,
  activation: ActivationPorts,
  logger: Pick<Logger, 'warn' | 'error'>,
  metrics: Pick<Metrics, 'relayedCalls'>,
  traces: Traces | null,
  onPhoneRefusal: OpenedGateway['onPhoneRefusal'],
): Relay | null {
  if (gateway.kind !== 'onespan-server' || gateway.relay === null) return null;
  return new Relay(
    { ...gateway.relay, timeLimitMs: TIME_LIMIT_MS },
    {
      onStep(seenStep) {
        const applied = applySeenStep(activation, seenStep).catch((error: unknown) =>
          // The next round polls the gateway anyway.
          logger.error({ err: error }, 'a step of a phone could not be saved'),
        );
        traces?.awaitWork(applied);
      },
      onRefusal(instanceId) {
        const noted = onPhoneRefusal?.(instanceId).catch((error: unknown) =>
          // The request ends all the same, "not confirmed".
          logger.error({ err: error }, 'a refusal on a phone could not be noted'),
        );
        if (noted) traces?.awaitWork(noted);
      },
      onCall(durationMs, failure) {
        const outcome = failure ?? 'answered';
        metrics.relayedCalls.observe({ outcome }, durationMs / SECOND);
        const endedAt = Date.now();
        const attributes = { 'tessera.gateway.outcome': outcome };
        const times = { startedAt: endedAt - durationMs, endedAt, hasFailed: failure !== null };
        traces?.end<'relay'>({ kind: 'relay', name: 'relay', ...times, attributes }, null);
      },
      onFailure: (failure) => logger.warn({ err: failure }, 'a relayed call failed'),
    },
  );
}
