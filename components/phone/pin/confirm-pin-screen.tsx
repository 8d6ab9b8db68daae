import type { ComponentProps } from 'react';
import type { PinPolicy } from '@/lib/phone/keys/pin-policy';
import { phoneAppNames } from '@/lib/names/phone-app-names';
import { PhoneScreen } from '../phone-screen';
import { PinForm } from './pin-form';
import { t } from '@/lib/language/t';

type ConfirmPinScreenProps = Pick<ComponentProps<typeof PhoneScreen>, 'title' | 'leave' | 'back'> & {
  policy: PinPolicy;
  submitName: string;
  onRepeated: (pin: string) => void;
};

export function ConfirmPinScreen({ policy, submitName, onRepeated, ...screen }: ConfirmPinScreenProps) {
  return (
    <PhoneScreen takesFocus={false} lead={t('Enter the same PIN again.')} {...screen}>
      <PinForm
        label={t(phoneAppNames.pinAgain)}
        maximumLength={policy.pinMaximumLength}
        submitName={submitName}
        onSubmit={onRepeated}
      />
    </PhoneScreen>
  );
}
