'use client';

import { useState } from 'react';
import { checkPin, type PinPolicy, type PinRefusal } from '@/lib/phone/keys/pin-policy';
import { phoneAppNames } from '@/lib/names/phone-app-names';
import { ChoosePinScreen } from './choose-pin-screen';
import { ConfirmPinScreen } from './confirm-pin-screen';
import { t } from '@/lib/language/t';

/** Changes an account's PIN. */
export function NewPinScreens({
  policy,
  onChosen,
  onBack,
}: {
  policy: PinPolicy;
  onChosen: (pin: string) => void;
  onBack: () => void;
}) {
  const [firstPin, setChosen] = useState<string | null>(null);
  const [problem, setProblem] = useState<PinRefusal | 'pins-differ' | null>(null);

  function choose(pin: string): void {
    const result = checkPin(pin, policy);
    setProblem(result.ok ? null : result.refusal);
    if (result.ok) setChosen(pin);
  }

  function repeat(pin: string): void {
    if (pin === firstPin) return onChosen(pin);
    setChosen(null);
    setProblem('pins-differ');
  }

  return firstPin === null ? (
    <ChoosePinScreen
      title={t('Choose a new PIN')}
      leave={{ name: 'back', onPress: onBack }}
      policy={policy}
      problem={problem}
      onChosen={choose}
    />
  ) : (
    <ConfirmPinScreen
      title={t('Confirm your new PIN')}
      leave={{ name: 'back', onPress: () => setChosen(null) }}
      policy={policy}
      submitName={t(phoneAppNames.changeThePin)}
      onRepeated={repeat}
    />
  );
}
