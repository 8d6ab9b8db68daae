'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/buttons/button';
import { Notice } from '@/components/ui/notice';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import type { UsableAccount } from '@/lib/phone/accounts/account';
import { createCopyPasskey } from '@/lib/phone/copies/copy-passkey';
import { keepCopy } from '@/lib/phone/copies/copy-services';
import { GatewayFailure } from '@/lib/phone/gateway-failure';
import type { Bytes } from '@/lib/shared/bytes';
import { t, type Message } from '@/lib/shared/language/t';
import { FailureScreen } from '../failure-screen';
import { LinePicture } from '../line-picture';
import type { Phone } from '../phone';
import { PhoneScreen } from '../phone-screen';
import { askForChallenge } from './ask-for-challenge';
import { perform } from '../perform';

/** A phone, and the same behind it. */
const COPY =
  'M18 6h16a4 4 0 0 1 4 4v24a4 4 0 0 1-4 4h-16a4 4 0 0 1-4-4v-24a4 4 0 0 1 4-4ZM10 12v26a4 4 0 0 0 4 4h16M24 32h4';

export const KEEP_FAILURES = {
  'no-secret': {
    title: 'This device can’t keep a copy',
    lead: 'Its passkeys can’t encrypt anything. Nothing was kept. You can delete the passkey that was just made in this device’s settings.',
  },
  refused: {
    title: 'No copy was kept',
    lead: 'The website refused: this phone may be locked there, or copies were turned off.',
  },
  unanswered: {
    title: 'No answer yet',
    lead: 'The copy may not be kept. Check that this phone is online and try again.',
  },
} as const satisfies Record<string, { title: Message; lead: Message }>;

type Outcome = 'asking' | 'busy' | 'not-recognised' | keyof typeof KEEP_FAILURES;

/** Keeps a copy of an account at the gateway, with a passkey that is made for it. @param pin has just opened the account */
export function KeepCopyScreen({
  phone,
  account,
  instanceKey,
  pin,
  onKept,
  onClose,
}: {
  phone: Phone;
  account: UsableAccount;
  instanceKey: Bytes;
  pin: string;
  onKept: () => void;
  onClose: () => void;
}) {
  const [outcome, setOutcome] = useState<Outcome>('asking');
  /** Fetched before the press, because some engines make a passkey only right after one. */
  const challenge = useRef<ReturnType<typeof askForChallenge> | null>(null);
  useEffect(() => {
    challenge.current = askForChallenge(phone);
  }, [phone]);

  async function keep(): Promise<void> {
    if (outcome === 'busy') return;
    setOutcome('busy');
    const came = await tryToKeep();
    // A challenge is answered once, and may be too old by now.
    challenge.current = askForChallenge(phone);
    if (came === 'kept') onKept();
    else setOutcome(came);
  }

  async function tryToKeep(): Promise<'kept' | Exclude<Outcome, 'asking' | 'busy'>> {
    const { instanceId, details } = account;
    const issued = await (challenge.current ?? askForChallenge(phone));
    if (!issued) return 'unanswered';
    if (!issued.ok) return 'refused';
    const passkey = await createCopyPasskey(
      issued.value,
      instanceId,
      t('Copy of {account}', { account: account.name }),
    );
    if (!passkey.ok) return passkey.refusal;
    const { userId, domain, name, activatedAt, pinMinimumLength, pinMaximumLength, notifications } = account;
    const lengths = { pinMinimumLength, pinMaximumLength };
    const offersNotifications = notifications !== 'not-offered';
    const copied = { userId, domain, name, activatedAt, ...lengths, offersNotifications };
    try {
      const device = { instanceId, instanceKey };
      const kept = await keepCopy(await phone.gateway(), device, copied, passkey.value, pin, phone.random);
      if (!kept.ok) return 'refused';
      await phone.store.change(instanceId, {
        copy: { keptAt: new Date().toISOString(), eraseToken: kept.value },
        ...(details && { details: { ...details, hasCopy: true } }),
      });
      return 'kept';
    } catch (error) {
      if (error instanceof GatewayFailure) return 'unanswered';
      throw error;
    }
  }

  if (outcome !== 'asking' && outcome !== 'busy' && outcome !== 'not-recognised') {
    return (
      <FailureScreen
        key={outcome}
        title={t(KEEP_FAILURES[outcome].title)}
        lead={t(KEEP_FAILURES[outcome].lead)}
        again={outcome === 'unanswered' && { name: t(phoneAppNames.tryAgain), onPress: () => perform(keep()) }}
        onClose={onClose}
      />
    );
  }
  return (
    <PhoneScreen
      key="asking"
      title={t(phoneAppNames.askToKeepCopy)}
      lead={t(
        'This website keeps it, encrypted with a passkey and your PIN. Nobody can open it with one of the two alone, and the website can’t open it at all.',
      )}
      back={onClose}
      actions={
        <>
          <Button variant="primary" aria-disabled={outcome === 'busy'} onClick={() => perform(keep())}>
            {t(phoneAppNames.keepCopy)}
          </Button>
          <Button onClick={onClose}>{t(phoneAppNames.notNow)}</Button>
        </>
      }
    >
      <div role="status" className="empty:-mb-5">
        {outcome === 'not-recognised' && (
          <Notice tone="warning">{t('No passkey was made, so nothing was kept. Try again.')}</Notice>
        )}
      </div>
      <LinePicture path={COPY} />
      <p className="text-ink-soft">
        {t(
          'If your passkeys are synced, your other devices have this one too: the copy is then not bound to this phone alone.',
        )}
      </p>
    </PhoneScreen>
  );
}
