'use client';

import { useEffect, useState } from 'react';
import type { Account } from '@/lib/authenticator-app/account';
import type { PendingOffline } from '@/lib/authenticator-app/offline-steps';
import { pinSiteAtOpening } from '@/lib/authenticator-app/pin-site-at-opening';
import { openPhone } from './open-phone';
import { OpeningScreen } from './opening-screen';
import type { Phone } from './phone';
import { PhoneViews } from './phone-views';
import { registerServiceWorker } from './register-service-worker';

type Opening =
  | { state: 'opening' }
  | { state: 'open'; phone: Phone; accounts: Account[]; pending: PendingOffline | null }
  | { state: 'no-storage' }
  | { state: 'replaced' };

/** The phone app: opens the store, then shows what is in it. */
export function AuthenticatorApp() {
  const [opening, setOpening] = useState<Opening>({ state: 'opening' });

  useEffect(() => {
    let isGone = false;
    async function open(): Promise<void> {
      try {
        const phone = await openPhone(() => setOpening({ state: 'replaced' }));
        const accounts = await phone.store.list();
        const pending = await phone.offline.find(new Date());
        if (!isGone) setOpening({ state: 'open', phone, accounts, pending });
        // Remembered for a time without a network.
        await phone.gateway().catch(() => null);
        await pinSiteAtOpening({ origin: window.location.origin, pins: phone.pins }, accounts);
      } catch (error) {
        if (!(error instanceof DOMException)) throw error;
        if (!isGone) setOpening({ state: 'no-storage' });
      }
    }
    void open();
    void registerServiceWorker();
    return () => {
      isGone = true;
    };
  }, []);

  return opening.state === 'open' ? (
    <PhoneViews phone={opening.phone} accountsAtFirst={opening.accounts} pending={opening.pending} />
  ) : (
    <OpeningScreen state={opening.state} />
  );
}
