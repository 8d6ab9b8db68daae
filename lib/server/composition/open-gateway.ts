import { PrismaVendorChallengeStore } from '../../database/tables/gateways/prisma-vendor-challenge-store';
import type { Logger } from '../observability/logger';
import type { Metrics } from '../observability/metrics';
import type { Installation } from './installation';
import type { LateEvents } from './late-events';
import { openEmbeddedGateway } from './open-embedded-gateway';
import { openOneSpanCloud } from './open-onespan-cloud';
import { openOneSpanServer } from './open-onespan-server';
import type { GatewayEvents, OpenedGateway, PhoneRequests } from './opened-gateway';

/** Opens the gateway that is configured. */
export function openGateway(
  installation: Installation,
  { desk, onProgress, onChallengeEnd }: LateEvents,
  logger: Pick<Logger, 'warn' | 'error'>,
  metrics: Pick<Metrics, 'gatewayCircuitOpen'>,
  alerts: Parameters<typeof openEmbeddedGateway>[1] = null,
): OpenedGateway {
  const { config, clock, database } = installation;
  const { gateway } = config;
  const events: GatewayEvents = {
    onFailure: (error) => logger.warn({ err: error }, 'a call to the gateway failed'),
    onCircuit(state) {
      metrics.gatewayCircuitOpen.set(state === 'open' ? 1 : 0);
      logger.warn(
        state === 'open'
          ? 'the circuit to the gateway opened: calls fail at once'
          : 'the circuit to the gateway closed',
      );
    },
  };
  const phoneRequests: PhoneRequests = {
    store: new PrismaVendorChallengeStore(database.client),
    changeFeed: database.changeFeed,
    onEnd: onChallengeEnd,
    onFault: (error) => logger.error({ err: error }, 'an answer of a phone could not be kept'),
  };
  switch (gateway.kind) {
    case 'embedded': {
      const onFault = (error: unknown) => logger.error({ err: error }, 'the embedded gateway met a fault');
      return openEmbeddedGateway(installation, alerts, { desk, onProgress, onChallengeEnd, onFault });
    }
    case 'onespan-server':
      return openOneSpanServer(config, gateway, clock, events, phoneRequests);
    case 'onespan-cloud':
      return openOneSpanCloud(config, gateway, clock, events, phoneRequests);
  }
}
