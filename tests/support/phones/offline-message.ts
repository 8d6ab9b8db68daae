import type { OfflineMessage1 } from '@/lib/wire/crypto/messages/offline-message';

/** The content of a first image. */
export const OFFLINE_MESSAGE: OfflineMessage1 = {
  kind: 'first',
  registrationIdentifier: 'Xk29aLm4',
  userId: 'jane.doe',
  domain: 'example.org',
  gatewayId: '0123456789ABCDEF',
  licence: {
    serialNumber: 'VDS1000042',
    licenceKey: new Uint8Array(32).fill(1),
    pinMinimumLength: 4,
    pinMaximumLength: 8,
    notificationsEnabled: true,
    serverTime: new Date('2026-05-04T10:00:00Z'),
  },
};
