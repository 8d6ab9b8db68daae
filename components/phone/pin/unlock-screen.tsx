'use client';

import { useEffect, useState } from 'react';
import type { UsableAccount } from '@/lib/phone/accounts/account';
import { openUnderBiometrics } from '@/lib/phone/keys/biometric-sealed-key';
import { checkBiometrics } from '@/lib/phone/keys/biometrics';
import { pauseEnd } from '@/lib/phone/keys/pin-pause';
import { openWithPin } from '@/lib/phone/keys/pin-sealed-key';
import { Button } from '@/components/ui/buttons/button';
import type { Bytes } from '@/lib/shared/bytes';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { useCountdown } from '../accounts/use-countdown';
import type { Phone } from '../phone';
import { PhoneScreen } from '../phone-screen';
import { PinForm } from './pin-form';
import { renewNotifications } from '../notifications/renew-notifications';
import { t } from '@/lib/shared/language/t';
import { inBackground } from '@/components/site/feedback/perform';
import { perform } from '../perform';

type UnlockScreenProps = {
  phone: Phone;
  account: UsableAccount;
  /** Says why. */
  lead: string;
  /** What the PIN does, where it does more than unlock. */
  does?: { title: string; submit: string };
  /** Off where only the PIN may unlock. */
  allowsBiometrics: boolean;
  /** @param pin null where something else has unlocked it */
  onOpened: (instanceKey: Bytes, pin: string | null) => void;
  /** The account was wiped or removed. */
  onLost: () => void;
  onBack: () => void;
};

/** Unlocks an account with its PIN, or a fingerprint or face. */
export function UnlockScreen(props: UnlockScreenProps) {
  const { phone, account, lead, does, allowsBiometrics, onOpened, onLost, onBack } = props;
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>();
  const [mayTryAt, setMayTryAt] = useState(() => pauseEnd(account, Date.now()));
  const secondsLeft = useCountdown(mayTryAt, () => undefined);
  const { instanceId, biometrics } = account;
  const { store } = phone;

  // A try may have been wrong since the accounts were read.
  useEffect(() => {
    let isOpen = true;
    async function readPause(): Promise<void> {
      const current = await store.find(instanceId);
      if (isOpen && current?.state === 'usable') setMayTryAt(pauseEnd(current, Date.now()));
    }
    inBackground(readPause());
    return () => {
      isOpen = false;
    };
  }, [store, instanceId]);

  function use(instanceKey: Bytes, pin: string | null = null): void {
    inBackground(renewNotifications(phone, account, instanceKey));
    onOpened(instanceKey, pin);
  }

  async function tryPin(pin: string): Promise<void> {
    setIsBusy(true);
    setProblem(undefined);
    const pinOutcome = await openWithPin(phone, instanceId, pin, Date.now);
    setIsBusy(false);
    switch (pinOutcome.outcome) {
      case 'opened':
        return use(pinOutcome.instanceKey, pin);
      case 'wrong-pin':
        setMayTryAt(pinOutcome.mayTryAt);
        return setProblem(wrongPinWords(pinOutcome.triesLeft));
      case 'too-early':
        return setMayTryAt(pinOutcome.mayTryAt);
      case 'wiped':
      case 'gone':
        return onLost();
    }
  }

  async function tryBiometrics(): Promise<void> {
    if (!biometrics || isBusy) return;
    setIsBusy(true);
    const check = await checkBiometrics(biometrics.credentialId);
    const result = check.ok && (await openUnderBiometrics(phone.deviceKey, instanceId, biometrics, check.value));
    setIsBusy(false);
    if (result && result.ok) use(result.value);
    else setProblem(t('You weren’t recognised. Try again, or enter your PIN.'));
  }

  return (
    <PhoneScreen
      title={does?.title ?? t('Enter your PIN')}
      takesFocus={false}
      lead={lead}
      leave={{ name: 'back', onPress: onBack }}
    >
      <PinForm
        label={t(phoneAppNames.pinFor, { account: account.name })}
        error={problem}
        maximumLength={account.pinMaximumLength}
        submitName={
          secondsLeft > 0
            ? t('Try again in {seconds} s', { seconds: secondsLeft })
            : (does?.submit ?? t(phoneAppNames.continue))
        }
        isBusy={isBusy || secondsLeft > 0}
        onSubmit={(pin) => perform(tryPin(pin))}
      >
        {biometrics && allowsBiometrics && (
          <Button onClick={() => perform(tryBiometrics())}>{t(phoneAppNames.openWithBiometrics)}</Button>
        )}
      </PinForm>
    </PhoneScreen>
  );
}

function wrongPinWords(triesLeft: number): string {
  return t(
    'Wrong PIN. {count, plural, one {# try} other {# tries}} left before this phone erases the account. Wait a moment before the next try.',
    { count: triesLeft },
  );
}
