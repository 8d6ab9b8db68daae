import type { ComponentProps, ReactNode } from 'react';
import type { PinPolicy, PinRefusal } from '@/lib/phone/keys/pin-policy';
import { phoneAppNames } from '@/lib/names/phone-app-names';
import { PIN_WORDS } from '../activation/failure-words';
import { PhoneScreen } from '../phone-screen';
import { PinForm } from './pin-form';
import { t } from '@/lib/language/t';

type ChoosePinScreenProps = Pick<ComponentProps<typeof PhoneScreen>, 'title' | 'lead' | 'leave'> & {
  /** Above the field. */
  picture?: ReactNode;
  policy: PinPolicy;
  /** Why the last PIN was refused. */
  problem: PinRefusal | 'pins-differ' | null;
  onChosen: (pin: string) => void;
};

export function ChoosePinScreen({ picture, policy, problem, onChosen, ...screen }: ChoosePinScreenProps) {
  const { pinMinimumLength, pinMaximumLength } = policy;
  return (
    <PhoneScreen takesFocus={false} {...screen}>
      {picture}
      <PinForm
        label={t(phoneAppNames.newPin)}
        hint={
          pinMinimumLength === pinMaximumLength
            ? t('{count, plural, one {# digit} other {# digits}}', { count: pinMinimumLength })
            : t('{least} to {most} digits', { least: pinMinimumLength, most: pinMaximumLength })
        }
        error={problem ? t(PIN_WORDS[problem]) : undefined}
        maximumLength={pinMaximumLength}
        submitName={t(phoneAppNames.continue)}
        onSubmit={onChosen}
      />
    </PhoneScreen>
  );
}
