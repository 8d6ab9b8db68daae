import type { PinPolicy } from '@/lib/phone/keys/pin-policy';
import type { PinEvent, PinStep } from '@/lib/phone/keys/pin-steps';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import type { Mosaic } from '@/lib/shared/codes/mosaic';
import { ComparedMosaic } from './compared-mosaic';
import { BiometricsScreen } from './biometrics-screen';
import { NewPinScreen } from './new-pin-screen';
import { t } from '@/lib/shared/language/t';

/** The screens of `PinStep`. */
export function PinScreens({
  step,
  accountName,
  mosaic = null,
  onEvent,
  onCancel,
}: {
  step: PinStep<{ licence: PinPolicy }>;
  accountName: string;
  /** What the website shows too; null for nothing to compare. */
  mosaic?: Mosaic | null;
  onEvent: (event: PinEvent) => void;
  onCancel: () => void;
}) {
  const { licence } = step.linked;
  switch (step.state) {
    case 'choosing-pin':
      return (
        <NewPinScreen
          title={t('Choose a PIN')}
          lead={t('Your PIN unlocks this app and never leaves your phone.')}
          leave={{ name: 'cancel', onPress: onCancel }}
          picture={mosaic !== null && <ComparedMosaic mosaic={mosaic} />}
          policy={licence}
          submitName={t(phoneAppNames.continue)}
          onChosen={(chosen) => onEvent({ type: 'pin-chosen', ...chosen })}
        />
      );
    case 'choosing-biometrics':
      return (
        <BiometricsScreen
          accountName={accountName}
          onChosen={(biometrics) => onEvent({ type: 'biometrics-chosen', biometrics })}
          onCancel={onCancel}
        />
      );
  }
}
