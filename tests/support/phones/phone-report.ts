import type { PhoneReport } from '@/lib/shared/phone-check';

/** What an iPhone finds out about itself in a tab of Safari. */
export const IPHONE: PhoneReport = {
  platform: 'ios',
  engine: 'webkit',
  camera: 'not-asked',
  storage: 'deletes-unvisited',
  clockSeconds: -3,
  passkeys: 'with-prf',
  push: 'home-screen-first',
  homeScreen: 'needed',
  network: 'answered',
  answeredMs: 84,
  offlineStart: 'not-yet',
};
