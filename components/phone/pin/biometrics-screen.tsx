'use client';

import { useState } from 'react';
import { createBiometricCredential, type BiometricCredential } from '@/lib/phone/keys/biometrics';
import { Button } from '@/components/ui/buttons/button';
import { Notice } from '@/components/ui/notice';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { LinePicture } from '../line-picture';
import { PhoneScreen } from '../phone-screen';
import { t } from '@/lib/shared/language/t';
import { perform } from '../perform';

const FINGERPRINT =
  'M11 13a18 18 0 0 1 26 0M8 23a16 16 0 0 1 32 0v4M13 35c-1-4-1-8-1-11a12 12 0 0 1 24 0c0 5 0 9-1 14M17 40c-1-5-1-11-1-16a8 8 0 0 1 16 0c0 7 0 12-2 18M21 42c-1-6-1-12-1-18a4 4 0 0 1 8 0c0 7 0 12-2 18';

/** @param onChosen null for none */
export function BiometricsScreen({
  accountName,
  onChosen,
  onCancel,
}: {
  accountName: string;
  onChosen: (biometrics: BiometricCredential | null) => void;
  onCancel: () => void;
}) {
  const [progress, setProgress] = useState<'idle' | 'busy' | 'not-recognised'>('idle');
  const [created, setCreated] = useState<BiometricCredential | null>(null);

  async function create(): Promise<void> {
    if (progress === 'busy') return;
    setProgress('busy');
    const credential = await createBiometricCredential(accountName);
    setProgress(credential.ok ? 'idle' : 'not-recognised');
    if (!credential.ok) return;
    // Where the check yields no secret, the user decides whether it is good enough.
    if (credential.value.secret) onChosen(credential.value);
    else setCreated(credential.value);
  }

  if (created) {
    return (
      <PhoneScreen
        key="biometrics-gate"
        title={t('Good to know')}
        lead={t(
          'This device can check your fingerprint or face, but can’t lock your key with it. This only hides the screen. Your PIN won’t protect the key.',
        )}
        leave={{ name: 'cancel', onPress: onCancel }}
        back={() => setCreated(null)}
        actions={
          <>
            <Button variant="primary" onClick={() => onChosen(created)}>
              {t(phoneAppNames.gateAnyway)}
            </Button>
            <Button onClick={() => onChosen(null)}>{t('Use the PIN only')}</Button>
          </>
        }
      >
        <LinePicture path={FINGERPRINT} />
      </PhoneScreen>
    );
  }
  return (
    <PhoneScreen
      key="choosing-biometrics"
      title={t('Unlock with fingerprint or face')}
      lead={t('Use what unlocks this device instead of your PIN. Your PIN still works.')}
      leave={{ name: 'cancel', onPress: onCancel }}
      actions={
        <>
          <Button variant="primary" aria-disabled={progress === 'busy'} onClick={() => perform(create())}>
            {t(phoneAppNames.biometricsOfDevice)}
          </Button>
          <Button onClick={() => onChosen(null)}>{t(phoneAppNames.skip)}</Button>
        </>
      }
    >
      <LinePicture path={FINGERPRINT} />
      <div role="status">
        {progress === 'not-recognised' && (
          <Notice tone="warning">
            {t('You weren’t recognised, or you declined. Try again, or skip and turn it on later.')}
          </Notice>
        )}
      </div>
    </PhoneScreen>
  );
}
