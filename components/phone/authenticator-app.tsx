'use client';

import { useEffect, useState } from 'react';
import type { Account } from '@/lib/phone/accounts/account';
import { resumeActivation } from '@/lib/phone/activation/activation-flow';
import { pinSiteAtOpening } from '@/lib/phone/site/pin-site-at-opening';
import { openPhone } from './open-phone';
import { OpeningScreen } from './opening-screen';
import type { Phone } from './phone';
import { PhoneViews } from './phone-views';
import { registerServiceWorker } from './register-service-worker';
import type { View } from './view';

type Opening =
  | { state: 'opening' }
  | { state: 'open'; phone: Phone; accounts: Account[]; underWay: View | null }
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
        const underWay = await findUnderWay(phone, new Date());
        if (!isGone) setOpening({ state: 'open', phone, accounts, underWay });
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
    <PhoneViews phone={opening.phone} accountsAtFirst={opening.accounts} underWay={opening.underWay} />
  ) : (
    <OpeningScreen state={opening.state} />
  );
}

/** What outlived that the app was closed. */
async function findUnderWay({ pending, offline }: Phone, now: Date): Promise<View | null> {
  const activation = await pending.find(now);
  if (activation) return { name: 'activation', code: null, start: resumeActivation(activation) };
  const start = await offline.find(now);
  return start && { name: 'offline-activation', start };
}
