'use client';

import { useRef, useState } from 'react';
import { freezeEverything, type KeyedDevice } from '@/lib/phone/device-details';
import { GatewayFailure } from '@/lib/phone/gateway-failure';
import { Button } from '@/components/ui/button';
import { phoneAppNames } from '@/lib/names/phone-app-names';
import { FailureMark } from '../failure-mark';
import { HelpdeskHelp } from '../helpdesk-help';
import type { Phone } from '../phone';
import { PhoneScreen } from '../phone-screen';
import { t, type Message } from '@/lib/language/t';

type Outcome = 'asking' | 'freezing' | 'frozen' | 'refused' | 'unanswered' | 'unclear';

const WORDS = {
  asking: {
    title: phoneAppNames.askToFreeze,
    lead: 'This locks all your devices, this phone too, signs you out everywhere and stops new activations. Nobody can sign in as you until the helpdesk lifts it, and neither can you.',
  },
  freezing: { title: 'Freezing everything', lead: 'One moment.' },
  frozen: {
    title: phoneAppNames.frozen,
    lead: 'Nobody can sign in as you now, with this phone neither. Call the helpdesk when you want to go on: they check that it’s you, and two of them decide.',
  },
  refused: {
    title: 'Nothing was frozen',
    lead: 'The website refused: this phone may be locked or removed there. Freeze everything in your profile on the website, or tell the helpdesk.',
  },
  unanswered: {
    title: 'No answer yet',
    lead: 'It may not be frozen. Check that this phone is online and try again, or tell the helpdesk.',
  },
  unclear: {
    title: 'Everything may be frozen',
    lead: 'The website refuses this phone now, as it does once everything is frozen, and its first answer was lost. Call the helpdesk: they can see whether it is, and lock your devices.',
  },
} as const satisfies Record<Outcome, { title: Message; lead: Message }>;

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
  const [outcome, setOutcome] = useState<Outcome>('asking');
  const wasUnanswered = useRef(false);

  async function freeze(): Promise<void> {
    setOutcome('freezing');
    try {
      const frozen = await freezeEverything(await phone.gateway(), device, phone.random);
      setOutcome(frozen.ok ? 'frozen' : wasUnanswered.current ? 'unclear' : 'refused');
    } catch (error) {
      if (!(error instanceof GatewayFailure)) throw error;
      wasUnanswered.current = true;
      setOutcome('unanswered');
    }
  }

  const words = { title: t(WORDS[outcome].title), lead: t(WORDS[outcome].lead) };
  const press = (name: string) => (
    <Button variant="danger" onClick={() => void freeze()}>
      {name}
    </Button>
  );
  switch (outcome) {
    case 'asking':
      return (
        <PhoneScreen
          key={outcome}
          {...words}
          back={onClose}
          actions={
            <>
              {press(t(phoneAppNames.freeze))}
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
        <PhoneScreen
          key={outcome}
          {...words}
          back={onClose}
          actions={
            <>
              {outcome === 'unanswered' && press(t(phoneAppNames.tryAgain))}
              <Button onClick={onClose}>{t(phoneAppNames.close)}</Button>
            </>
          }
        >
          <FailureMark />
          {outcome === 'unclear' && <HelpdeskHelp />}
        </PhoneScreen>
      );
  }
}
