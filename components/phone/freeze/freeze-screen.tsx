'use client';

import { useRef, useState } from 'react';
import type { KeyedDevice } from '@/lib/phone/device-details';
import { Button } from '@/components/ui/buttons/button';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { FailureScreen } from '../failure-screen';
import { HelpdeskHelp } from '../helpdesk-help';
import type { Phone } from '../phone';
import { PhoneScreen } from '../phone-screen';
import { t, type Message } from '@/lib/shared/language/t';
import { FREEZE_WORDS, tryToFreeze } from './freeze-outcome';
import { perform } from '../perform';

const WORDS = {
  asking: {
    title: phoneAppNames.askToFreeze,
    lead: 'This locks all your devices, this phone too, signs you out everywhere and stops new activations. Nobody can sign in as you until the helpdesk lifts it, and neither can you.',
  },
  freezing: { title: 'Freezing everything', lead: 'One moment.' },
  ...FREEZE_WORDS,
} as const satisfies Record<string, { title: Message; lead: Message }>;

/** Freezes everything of an account's user with one press. @param onFrozen the device no longer works */
export function FreezeScreen({
  phone,
  device,
  onFrozen,
  onClose,
}: {
  phone: Phone;
  device: KeyedDevice;
  onFrozen: () => void;
  onClose: () => void;
}) {
  const [outcome, setOutcome] = useState<keyof typeof WORDS>('asking');
  const wasUnanswered = useRef(false);

  async function freeze(): Promise<void> {
    setOutcome('freezing');
    const came = await tryToFreeze(phone.gateway(), device, phone.random, wasUnanswered.current);
    if (came === 'unanswered') wasUnanswered.current = true;
    setOutcome(came);
  }

  const words = { title: t(WORDS[outcome].title), lead: t(WORDS[outcome].lead) };
  switch (outcome) {
    case 'asking':
      return (
        <PhoneScreen
          key={outcome}
          {...words}
          back={onClose}
          actions={
            <>
              <Button variant="danger" onClick={() => perform(freeze())}>
                {t(phoneAppNames.freeze)}
              </Button>
              <Button onClick={onClose}>{t('Don’t freeze')}</Button>
            </>
          }
        />
      );
    case 'freezing':
      return <PhoneScreen key={outcome} {...words} />;
    case 'frozen':
      return (
        <PhoneScreen
          key={outcome}
          {...words}
          back={onFrozen}
          actions={
            <Button variant="primary" onClick={onFrozen}>
              {t(phoneAppNames.done)}
            </Button>
          }
        >
          <HelpdeskHelp />
        </PhoneScreen>
      );
    case 'refused':
    case 'unanswered':
    case 'unclear':
      return (
        <FailureScreen
          key={outcome}
          {...words}
          again={
            outcome === 'unanswered' && {
              name: t(phoneAppNames.tryAgain),
              variant: 'danger',
              onPress: () => perform(freeze()),
            }
          }
          onClose={onClose}
        />
      );
  }
}
