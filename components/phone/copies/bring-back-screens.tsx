'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/buttons/button';
import { Notice } from '@/components/ui/notice';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import type { UsableAccount } from '@/lib/phone/accounts/account';
import { copyKeys, openCopy } from '@/lib/phone/copies/copy-keys';
import { takeCopyPasskey, type CopyPasskey } from '@/lib/phone/copies/copy-passkey';
import { bringBack } from '@/lib/phone/copies/copy-services';
import { restoreAccount } from '@/lib/phone/copies/restore-account';
import { GatewayFailure } from '@/lib/phone/gateway-failure';
import type { Bytes } from '@/lib/shared/bytes';
import { t, type Message } from '@/lib/shared/language/t';
import { useCountdown } from '../accounts/use-countdown';
import { FailureScreen } from '../failure-screen';
import { LinePicture } from '../line-picture';
import type { Phone } from '../phone';
import { PhoneScreen } from '../phone-screen';
import { askForChallenge } from './ask-for-challenge';
import { PinForm } from '../pin/pin-form';
import { perform } from '../perform';

/** A phone, and an arrow into it. */
const BACK =
  'M18 6h16a4 4 0 0 1 4 4v28a4 4 0 0 1-4 4h-16a4 4 0 0 1-4-4v-6M14 16v-6a4 4 0 0 1 4-4M6 24h18M18 18l6 6-6 6';

/** The longest that a licence allows, in digits: which one holds is known once the copy is open. */
const LONGEST_PIN = 16;

export const BRING_BACK_FAILURES = {
  'no-secret': {
    title: 'This passkey opens no copy',
    lead: 'Choose the passkey that was made for the copy; its name begins with “Copy of”. Some devices can’t open copies at all.',
  },
  'no-copy': {
    title: 'There is no copy for this passkey',
    lead: 'A copy works once. It may have been used or deleted, or the device was locked or removed on the website. Activate this phone again instead.',
  },
  erased: {
    title: 'The copy was erased',
    lead: 'The PIN was wrong five times. Activate this phone again instead; we told all your email addresses.',
  },
  unanswered: {
    title: 'No answer yet',
    lead: 'Check that this phone is online and try again.',
  },
} as const satisfies Record<string, { title: Message; lead: Message }>;

type Step =
  | { state: 'asking'; problem: 'not-recognised' | null }
  | { state: 'entering'; passkey: CopyPasskey; triesLeft: number | null; mayTryAt: number }
  /** With the passkey's answer where the gateway's was lost: the same call has the same outcome. */
  | { state: 'failed'; failure: keyof typeof BRING_BACK_FAILURES; passkey?: CopyPasskey };

/** Brings an account back from its copy: one touch, then the PIN. */
export function BringBackScreens({
  phone,
  onReturned,
  onClose,
}: {
  phone: Phone;
  onReturned: (account: UsableAccount, instanceKey: Bytes) => void;
  onClose: () => void;
}) {
  const [step, setStep] = useState<Step>({ state: 'asking', problem: null });
  const [isBusy, setIsBusy] = useState(false);
  /** Fetched before the press, because some engines ask for a passkey only right after one. */
  const challenge = useRef<ReturnType<typeof askForChallenge> | null>(null);
  const state = step.state;
  useEffect(() => {
    if (state === 'asking') challenge.current = askForChallenge(phone);
  }, [phone, state]);

  async function touch(): Promise<void> {
    if (isBusy) return;
    setIsBusy(true);
    setStep(await afterTouch());
    setIsBusy(false);
  }

  async function afterTouch(): Promise<Step> {
    const issued = await (challenge.current ?? askForChallenge(phone));
    challenge.current = null;
    if (!issued) return { state: 'failed', failure: 'unanswered' };
    if (!issued.ok) return { state: 'failed', failure: 'no-copy' };
    const passkey = await takeCopyPasskey(issued.value);
    if (passkey.ok) return { state: 'entering', passkey: passkey.value, triesLeft: null, mayTryAt: 0 };
    return passkey.refusal === 'not-recognised'
      ? { state: 'asking', problem: 'not-recognised' }
      : { state: 'failed', failure: passkey.refusal };
  }

  async function tryPin(passkey: CopyPasskey, pin: string): Promise<void> {
    setIsBusy(true);
    try {
      const keys = await copyKeys(passkey.secret, pin);
      const result = await bringBack(await phone.gateway(), passkey, keys.verifier);
      if (!result.ok) return setStep({ state: 'failed', failure: 'no-copy' });
      const { value } = result;
      if (value.outcome === 'erased') return setStep({ state: 'failed', failure: 'erased' });
      if (value.outcome !== 'returned') {
        const { triesLeft, pauseMs } = value;
        return setStep({ state: 'entering', passkey, triesLeft, mayTryAt: Date.now() + pauseMs });
      }
      const copied = await openCopy(keys, value.instanceId, value.sealed);
      if (!copied.ok) return setStep({ state: 'failed', failure: 'no-secret' });
      const account = await restoreAccount(phone.store, phone.deviceKey, value.instanceId, copied.value, pin);
      onReturned(account, copied.value.instanceKey);
    } catch (error) {
      if (!(error instanceof GatewayFailure)) throw error;
      setStep({ state: 'failed', failure: 'unanswered', passkey });
    } finally {
      setIsBusy(false);
    }
  }

  switch (step.state) {
    case 'asking':
      return (
        <PhoneScreen
          key="asking"
          title={t(phoneAppNames.bringBack)}
          lead={t(
            'Choose the passkey that was made for the copy, then enter the PIN that this phone had. A copy works once.',
          )}
          leave={{ name: 'back', onPress: onClose }}
          actions={
            <Button variant="primary" aria-disabled={isBusy} onClick={() => perform(touch())}>
              {t(phoneAppNames.choosePasskey)}
            </Button>
          }
        >
          <div role="status" className="empty:-mb-5">
            {step.problem && (
              <Notice tone="warning">{t('No passkey was chosen, so nothing has happened. Try again.')}</Notice>
            )}
          </div>
          <LinePicture path={BACK} />
        </PhoneScreen>
      );
    case 'entering':
      return (
        <CopyPinScreen
          key="entering"
          {...step}
          isBusy={isBusy}
          onPin={(pin) => perform(tryPin(step.passkey, pin))}
          onClose={onClose}
        />
      );
    case 'failed':
      return (
        <FailureScreen
          key={step.failure}
          title={t(BRING_BACK_FAILURES[step.failure].title)}
          lead={t(BRING_BACK_FAILURES[step.failure].lead)}
          again={
            (step.failure === 'unanswered' || step.failure === 'no-secret') && {
              name: t(phoneAppNames.tryAgain),
              onPress: () => setStep(again(step.passkey)),
            }
          }
          onClose={onClose}
        />
      );
  }
}

function again(passkey: CopyPasskey | undefined): Step {
  return passkey ? { state: 'entering', passkey, triesLeft: null, mayTryAt: 0 } : { state: 'asking', problem: null };
}

function CopyPinScreen({
  triesLeft,
  mayTryAt,
  isBusy,
  onPin,
  onClose,
}: {
  triesLeft: number | null;
  mayTryAt: number;
  isBusy: boolean;
  onPin: (pin: string) => void;
  onClose: () => void;
}) {
  const secondsLeft = useCountdown(mayTryAt, () => undefined);
  const error =
    triesLeft === null
      ? undefined
      : t('Wrong PIN. {count, plural, one {# try} other {# tries}} left before the copy is erased.', {
          count: triesLeft,
        });
  return (
    <PhoneScreen
      title={t('Enter your PIN')}
      takesFocus={false}
      lead={t('The PIN that this phone had when you kept the copy.')}
      leave={{ name: 'cancel', onPress: onClose }}
    >
      <PinForm
        label={t(phoneAppNames.pinOfCopy)}
        error={error}
        maximumLength={LONGEST_PIN}
        submitName={
          secondsLeft > 0 ? t('Try again in {seconds} s', { seconds: secondsLeft }) : t(phoneAppNames.continue)
        }
        isBusy={isBusy || secondsLeft > 0}
        onSubmit={onPin}
      />
    </PhoneScreen>
  );
}
