import type { PinRefusal } from '@/lib/authenticator-app/pin-policy';
import { PIN_WORDS } from './failure-words';
import { PhoneScreen } from './phone-screen';
import { PinForm } from './pin-form';

/** The first PIN of an account. @param licence says how long it may be; @param problem what was wrong with the last one */
export function ChoosePinScreen({
  licence: { pinMinimumLength, pinMaximumLength },
  problem,
  onChosen,
  onCancel,
}: {
  licence: { pinMinimumLength: number; pinMaximumLength: number };
  problem: PinRefusal | 'pins-differ' | null;
  onChosen: (pin: string) => void;
  onCancel: () => void;
}) {
  return (
    <PhoneScreen
      key="choosing-pin"
      title="Choose a PIN"
      takesFocus={false}
      lead="It opens this app, and never leaves your phone."
      leave={{ name: 'Cancel', onPress: onCancel }}
    >
      <PinForm
        label="New PIN"
        hint={
          pinMinimumLength === pinMaximumLength
            ? `${pinMinimumLength} digits`
            : `${pinMinimumLength} to ${pinMaximumLength} digits`
        }
        error={problem ? PIN_WORDS[problem] : undefined}
        maximumLength={pinMaximumLength}
        submitName="Continue"
        onSubmit={onChosen}
      />
    </PhoneScreen>
  );
}
