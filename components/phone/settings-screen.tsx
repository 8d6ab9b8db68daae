'use client';

import type { UsableAccount } from '@/lib/phone/accounts/account';
import { Button, buttonClasses } from '@/components/ui/buttons/button';
import { DescriptionList } from '@/components/ui/lists/description-list';
import { Notice } from '@/components/ui/notice';
import { Time } from '@/components/ui/time';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { KeptSection } from './accounts/kept-section';
import { ClockSection } from './accounts/clock-section';
import { CopySection } from './copies/copy-section';
import { HelpdeskHelp } from './helpdesk-help';
import { NotificationsSection } from './notifications/notifications-section';
import type { Phone } from './phone';
import { PhoneScreen } from './phone-screen';
import { t } from '@/lib/shared/language/t';

/** Left by a whole navigation, because the website has a session of its own. */
const WEBSITE = '/';

/** An account's settings. Changes that touch its key ask for the PIN first. */
export function SettingsScreen({
  phone,
  account,
  done,
  problem = null,
  onChangePin,
  onTurnBiometricsOn,
  onTurnBiometricsOff,
  onTurnNotificationsOn,
  onTurnNotificationsOff,
  onSendTestNotification,
  onKeepCopy,
  onFreeze,
  onRemove,
  onBack,
}: {
  phone: Phone;
  account: UsableAccount;
  /** A sentence about the last change. */
  done: string | null;
  /** A sentence about what did not work. */
  problem?: string | null;
  onChangePin: () => void;
  onTurnBiometricsOn: () => void;
  onTurnBiometricsOff: () => void;
  onTurnNotificationsOn: () => void;
  onTurnNotificationsOff: () => void;
  onSendTestNotification: () => void;
  onKeepCopy: () => void;
  onFreeze: () => void;
  onRemove: () => void;
  onBack: () => void;
}) {
  return (
    <PhoneScreen title={t(phoneAppNames.settings)} lead={account.name} leave={{ name: 'back', onPress: onBack }}>
      <div role="status" className="empty:-mb-5">
        {done !== null && <Notice tone="success">{done}</Notice>}
        {problem !== null && <Notice tone="warning">{problem}</Notice>}
      </div>
      <div className="grid gap-groups">
        <section className="grid gap-3">
          <h2 className="text-lg font-semibold">{t('Unlocking this account')}</h2>
          <p className="text-ink-soft">{biometricsWords(account, phone.abilities.hasBiometrics)}</p>
          <Button onClick={onChangePin}>{t(phoneAppNames.changePin)}</Button>
          {account.biometrics && <Button onClick={onTurnBiometricsOff}>{t(phoneAppNames.turnBiometricsOff)}</Button>}
          {!account.biometrics && phone.abilities.hasBiometrics && (
            <Button onClick={onTurnBiometricsOn}>{t(phoneAppNames.turnBiometricsOn)}</Button>
          )}
        </section>
        <NotificationsSection
          account={account}
          onTurnOn={onTurnNotificationsOn}
          onTurnOff={onTurnNotificationsOff}
          onSendTest={onSendTestNotification}
        />
        <CopySection phone={phone} account={account} onKeepCopy={onKeepCopy} />
        <div className="grid gap-5">
          <DescriptionList
            items={[
              { term: t('User'), description: account.userId },
              ...(account.details?.device ? [{ term: t('Device'), description: account.details.device }] : []),
              ...(account.domain ? [{ term: t('Domain'), description: account.domain }] : []),
              { term: t('Serial number'), description: account.instanceId },
              { term: t('Activated'), description: <Time at={account.activatedAt} /> },
            ]}
          />
          <a href={WEBSITE} className={buttonClasses('secondary')}>
            {t('Manage devices on the website')}
          </a>
        </div>
        <ClockSection phone={phone} />
        <KeptSection phone={phone} instanceId={account.instanceId} />
        <section className="grid gap-3">
          <h2 className="text-lg font-semibold">{t(phoneAppNames.freeze)}</h2>
          <p className="text-ink-soft">
            {t(
              'If somebody else may have your password or one of your devices: locks them all, signs you out everywhere and stops new activations. Only the helpdesk can undo this.',
            )}
          </p>
          <Button onClick={onFreeze}>{t(phoneAppNames.freeze)}</Button>
          <HelpdeskHelp />
        </section>
        <Button onClick={onRemove}>{t(phoneAppNames.remove)}</Button>
      </div>
    </PhoneScreen>
  );
}

function biometricsWords({ biometrics }: UsableAccount, hasBiometrics: boolean): string {
  if (biometrics?.kind === 'unlocks')
    return t('PIN, or this device’s fingerprint or face, which unlocks the key itself.');
  if (biometrics?.kind === 'gates') {
    return t(
      'PIN, or this device’s fingerprint or face. That only hides the screen: this browser alone protects the key.',
    );
  }
  return hasBiometrics ? t('PIN.') : t('PIN. This device offers no fingerprint or face check here.');
}
