'use client';

import { useEffect, useState } from 'react';
import type { Account } from '@/lib/phone/accounts/account';
import { resumeActivation } from '@/lib/phone/activation/activation-states';
import { pinSiteAtOpening } from '@/lib/phone/site/pin-site';
import { CheckLink } from './check/check-link';
import { FailedAction } from './failed-action';
import { HelpdeskProvider } from './helpdesk-help';
import { LoadNewVersionButton } from './load-new-version-button';
import { openPhone } from './open-phone';
import type { Phone } from './phone';
import { PhoneViews } from './phone-views';
import type { View } from './view';
import { PhoneScreen } from './phone-screen';
import { SafeMoment } from './safe-moment';
import { useNewVersion } from './use-new-version';
import { t, type Message } from '@/lib/shared/language/t';
import { inBackground } from '@/components/site/feedback/perform';

const SERVICE_WORKER = '/authenticator/service-worker.js';

/** The app's page, and the scanner's worker, whose scope is its script's path. */
const SCOPES = ['/authenticator', '/_next/static/'];

const WORDS = {
  opening: { title: 'Authenticator', text: 'Opening…' },
  'no-storage': {
    title: 'This browser can’t save data',
    text: 'The app stores your accounts on this phone. Leave the private window, or allow this site to store data, then open the app again.',
  },
  /** A moment, unless the new version cannot be loaded. */
  replaced: {
    title: 'A newer version is open',
    text: 'The app was updated in another tab. Close this tab or reload it.',
  },
  blocked: {
    title: 'Finish in the other tab',
    text: 'The app has been updated. It’s still open in another tab, in the middle of something. Finish that or close that tab, and this one goes on by itself.',
  },
  outdated: {
    title: 'A newer version is needed',
    text: 'Your accounts are saved by a newer version of the app. Check that this phone is online, then load that version.',
  },
} as const satisfies Record<string, { title: Message; text: Message }>;

type Opening =
  | { state: 'opening' }
  | { state: 'open'; phone: Phone; accounts: Account[]; underWay: View | null }
  | { state: Exclude<keyof typeof WORDS, 'opening'> };

export function AuthenticatorApp() {
  const [opening, setOpening] = useState<Opening>({ state: 'opening' });
  const [safeMoment] = useState(() => new SafeMoment());
  useNewVersion(safeMoment);

  useEffect(() => {
    const makeWay = (close: () => void) =>
      safeMoment.wait(() => {
        close();
        setOpening({ state: 'replaced' });
        location.reload();
      });
    let isGone = false;
    async function open(): Promise<void> {
      try {
        const phone = await openPhone(makeWay, () => setOpening({ state: 'blocked' }));
        const accounts = await phone.store.list();
        const underWay = await findUnderWay(phone, new Date());
        if (!isGone) setOpening({ state: 'open', phone, accounts, underWay });
        // Stores the address for use without a network.
        await phone.gateway().catch(() => null);
        await pinSiteAtOpening({ origin: window.location.origin, pins: phone.pins }, accounts);
      } catch (error) {
        if (!(error instanceof DOMException)) throw error;
        if (!isGone) setOpening({ state: error.name === 'VersionError' ? 'outdated' : 'no-storage' });
      }
    }
    inBackground(open());
    inBackground(registerServiceWorker());
    return () => {
      isGone = true;
    };
  }, [safeMoment]);

  return opening.state === 'open' ? (
    <HelpdeskProvider phone={opening.phone}>
      <FailedAction />
      <PhoneViews
        phone={opening.phone}
        accountsAtFirst={opening.accounts}
        underWay={opening.underWay}
        safeMoment={safeMoment}
      />
    </HelpdeskProvider>
  ) : (
    <OpeningScreen state={opening.state} />
  );
}

/** Finds an activation that survived a closed app. */
async function findUnderWay({ pending, offline }: Phone, now: Date): Promise<View | null> {
  const activation = await pending.find(now);
  if (activation) return { name: 'activation', code: null, start: resumeActivation(activation) };
  const start = await offline.find(now);
  return start && { name: 'offline-activation', start };
}

/** Shown before the store is open, and when it cannot be opened. */
function OpeningScreen({ state }: { state: keyof typeof WORDS }) {
  const { title, text } = WORDS[state];
  return (
    <PhoneScreen
      title={t(title)}
      lead={t(text)}
      back={null}
      takesFocus={state !== 'opening'}
      actions={(state === 'outdated' || state === 'replaced') && <LoadNewVersionButton />}
    >
      {state === 'no-storage' && <CheckLink />}
    </PhoneScreen>
  );
}

/** Lets the app start without a network. Without it the app still works online. */
async function registerServiceWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    for (const scope of SCOPES) await navigator.serviceWorker.register(SERVICE_WORKER, { scope });
  } catch {
    // Some browsers offer service workers but refuse them, for instance in private windows.
  }
}
