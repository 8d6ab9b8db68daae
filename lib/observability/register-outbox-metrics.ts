import { Gauge } from 'prom-client';
import type { Outbox } from '../messaging/outbox';
import type { Metrics } from './metrics';

/** Adds how much waits and how much was given up, read whenever the figures are. */
export function registerOutboxMetrics({ registry }: Metrics, outbox: Outbox): void {
  const gauge = new Gauge({
    name: 'tessera_outbox_messages',
    help: 'Messages in the outbox, by channel and state',
    labelNames: ['channel', 'state'],
    registers: [registry],
    async collect() {
      gauge.reset();
      for (const [channel, { pending, dead }] of Object.entries(await outbox.state())) {
        gauge.set({ channel, state: 'pending' }, pending);
        gauge.set({ channel, state: 'dead' }, dead);
      }
    },
  });
}
