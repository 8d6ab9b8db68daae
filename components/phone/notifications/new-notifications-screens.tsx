'use client';

import { useState } from 'react';
import type { UsableAccount } from '@/lib/phone/accounts/account';
import { GatewayFailure, type GatewayFailureCode } from '@/lib/phone/gateway-failure';
import { turnNotificationsOn } from '@/lib/phone/register-notifications';
import type { Bytes } from '@/lib/shared/bytes';
import { Button } from '@/components/ui/buttons/button';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { FailureMark } from '../failure-mark';
import { FAILURE_WORDS } from '../activation/failure-words';
import { NotificationsScreen } from './notifications-screen';
import { reachByPush } from './reach-by-push';
import type { Phone } from '../phone';
import { PhoneScreen } from '../phone-screen';
import { t, type Message } from '@/lib/shared/language/t';
import { perform } from '../perform';

type Failure = GatewayFailureCode | 'refused' | 'not-stored';

const WORDS = {
  ...FAILURE_WORDS,
  refused: {
    title: 'The website refused',
    text: 'It doesn’t know this phone, or has locked it. Sign in there and look under “Your devices”. If this phone isn’t listed, remove this account here and activate the phone again.',
  },
  'not-stored': {
    title: 'This browser can’t save data',
    text: 'The setting couldn’t be saved. This phone may be full.',
  },
} as const satisfies Record<Failure, { title: Message; text: Message }>;

/** Turns notifications on for an unlocked account. */
export function NewNotificationsScreens({
  phone,
  account,
  instanceKey,
  onTurnedOn,
  onBack,
}: {
  phone: Phone;
  account: UsableAccount;
  instanceKey: Bytes;
  onTurnedOn: () => void;
  onBack: () => void;
}) {
  const [progress, setProgress] = useState<'asking' | 'telling' | Failure>('asking');

  async function turnOn(): Promise<void> {
    setProgress('telling');
    const failure = await tellGateway(phone, account, instanceKey);
    if (failure) setProgress(failure);
    else onTurnedOn();
  }

  if (progress === 'asking') {
    return (
      <NotificationsScreen
        onChosen={(wantsNotifications) => (wantsNotifications ? perform(turnOn()) : onBack())}
        onCancel={onBack}
      />
    );
  }
  if (progress === 'telling') return <PhoneScreen key="telling" title={t('One moment')} />;
  const { title, text } = WORDS[progress];
  return (
    <PhoneScreen
      key="failed"
      title={t(title)}
      lead={`${t(text)} ${t('Notifications are still off.')}`}
      leave={{ name: 'back', onPress: onBack }}
      actions={
        <Button variant="primary" onClick={() => perform(turnOn())}>
          {t(phoneAppNames.tryAgain)}
        </Button>
      }
    >
      <FailureMark />
    </PhoneScreen>
  );
}

/** @returns null when it worked */
async function tellGateway(phone: Phone, account: UsableAccount, instanceKey: Bytes): Promise<Failure | null> {
  try {
    const turnedOn = await turnNotificationsOn(phone, await phone.gateway(), account, instanceKey);
    if (!turnedOn.ok) return 'refused';
    await reachByPush(phone, { instanceId: account.instanceId, instanceKey });
    return null;
  } catch (error) {
    if (error instanceof GatewayFailure) return error.code;
    if (error instanceof DOMException) return 'not-stored';
    throw error;
  }
}
