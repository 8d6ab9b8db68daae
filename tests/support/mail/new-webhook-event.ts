import type { NewWebhookEvent } from '@/lib/messaging/new-message';

export function newWebhookEvent(changes: Partial<NewWebhookEvent> = {}): NewWebhookEvent {
  return {
    channel: 'webhook',
    event: {
      type: 'device-activated',
      userId: 'jane.doe',
      domain: 'example.org',
      at: new Date('2026-05-04T09:59:00Z'),
      instanceId: 'VDS0000001-1',
      device: 'Pixel 9',
      usableFrom: null,
      trustedFrom: null,
    },
    about: null,
    ...changes,
  };
}
