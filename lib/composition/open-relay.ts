import type { ActivationPorts } from '../activation/activation-ports';
import { applySeenStep } from '../activation/following/apply-seen-step';
import type { Config } from '../config/config';
import { Relay } from '../gateways/relay/relay';
import type { Logger } from '../observability/logger';
import type { Metrics } from '../observability/metrics';
import { SECOND } from '../shared/time/duration';

/** Less than phones have patience for. */
const TIME_LIMIT_MS = 10 * SECOND;

/** What phones reach their gateway through. @returns null when they reach it by themselves */
export function openRelay(
  { gateway }: Pick<Config, 'gateway'>,
  activation: ActivationPorts,
  logger: Pick<Logger, 'warn' | 'error'>,
  metrics: Pick<Metrics, 'relayedCalls'>,
): Relay | null {
  if (gateway.kind !== 'onespan-server' || gateway.relay === null) return null;
  return new Relay(
    { ...gateway.relay, timeLimitMs: TIME_LIMIT_MS },
    {
      onStep: (seen) =>
        void applySeenStep(activation, seen).catch((error: unknown) =>
          // Whoever looks after the activation asks the gateway all the same.
          logger.error({ err: error }, 'a step of a phone was seen and could not be kept'),
        ),
      onCall: (durationMs, failure) =>
        metrics.relayedCalls.observe({ outcome: failure ?? 'answered' }, durationMs / SECOND),
      onFailure: (failure) => logger.warn({ err: failure }, 'the relay got no proper reply'),
    },
  );
}
