'use client';

import { useState } from 'react';
import type { UsableAccount } from '@/lib/authenticator-app/account';
import { checkPin } from '@/lib/authenticator-app/pin-policy';
import { PIN_WORDS } from './failure-words';
import { PhoneScreen } from './phone-screen';
import { PinForm } from './pin-form';

/** Asks for another PIN twice. */
export function NewPinScreens({
  account,
  onChosen,
  onBack,
}: {
  account: UsableAccount;
  onChosen: (pin: string) => void;
  onBack: () => void;
}) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | undefined>();
  const { pinMinimumLength, pinMaximumLength } = account;

  function choose(pin: string): void {
    const checked = checkPin(pin, account);
    setProblem(checked.ok ? undefined : PIN_WORDS[checked.refusal]);
    if (checked.ok) setChosen(pin);
  }

  function repeat(pin: string): void {
    if (pin === chosen) return onChosen(pin);
    setChosen(null);
    setProblem(PIN_WORDS['pins-differ']);
  }

  return chosen === null ? (
    <PhoneScreen key="choose" title="Choose a new PIN" takesFocus={false} leave={{ name: 'Back', onPress: onBack }}>
      <PinForm
        label="New PIN"
        hint={`${pinMinimumLength} to ${pinMaximumLength} digits`}
        error={problem}
        maximumLength={pinMaximumLength}
        submitName="Continue"
        onSubmit={choose}
      />
    </PhoneScreen>
  ) : (
    <PhoneScreen
      key="repeat"
      title="Confirm your new PIN"
      takesFocus={false}
      leave={{ name: 'Back', onPress: () => setChosen(null) }}
    >
      <PinForm label="PIN again" maximumLength={pinMaximumLength} submitName="Change the PIN" onSubmit={repeat} />
    </PhoneScreen>
  );
}
