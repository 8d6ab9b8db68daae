'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/buttons/button';
import { Notice } from '@/components/ui/notice';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { LinePicture } from '../line-picture';
import { PhoneScreen } from '../phone-screen';
import { t } from '@/lib/shared/language/t';
import { perform } from '../perform';

const BELL = 'M24 6v4M12 34V22a12 12 0 0 1 24 0v12l4 4H8l4-4ZM20 42a4 4 0 0 0 8 0';

/** @param onChosen whether notifications are wanted and allowed */
export function NotificationsScreen({
  onChosen,
  onCancel,
}: {
  onChosen: (wantsNotifications: boolean) => void;
  onCancel: () => void;
}) {
  const [isRefused, setIsRefused] = useState(false);

  async function allow(): Promise<void> {
    const permission = await Notification.requestPermission();
    if (permission === 'granted') onChosen(true);
    else setIsRefused(true);
  }

  return (
    <PhoneScreen
      title={t('Get sign-in requests')}
      lead={t('We’ll notify you when someone tries to sign in as you.')}
      leave={{ name: 'cancel', onPress: onCancel }}
      actions={
        isRefused ? (
          <Button variant="primary" onClick={() => onChosen(false)}>
            {t(phoneAppNames.continueWithout)}
          </Button>
        ) : (
          <>
            <Button variant="primary" onClick={() => perform(allow())}>
              {t(phoneAppNames.allowNotifications)}
            </Button>
            <Button onClick={() => onChosen(false)}>{t(phoneAppNames.notNow)}</Button>
          </>
        )
      }
    >
      <LinePicture path={BELL} />
      <div role="status">
        {isRefused && (
          <Notice tone="info">
            {t(
              'Your browser doesn’t allow notifications for this site. You can change that in its settings at any time.',
            )}
          </Notice>
        )}
      </div>
    </PhoneScreen>
  );
}
