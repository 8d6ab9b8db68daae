'use client';

import { useEffect, type ReactNode } from 'react';
import { ActionForm } from '@/components/site/forms/action-form';
import { usePasskeyOffer } from '@/components/site/passkeys/use-passkey-offer';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { Notice } from '@/components/ui/notice';
import type { ReminderKind } from '@/lib/accounts/reminders/reminder';
import { backupNames, passkeysNames } from '@/lib/shared/names/profile-names';
import { t } from '@/lib/shared/language/t';
import { countReminderAction, dismissReminderAction } from './reminder-actions';

/** For whoever has no way back. @param isNew whether it is one more */
export function BackupReminder({ isNew }: { isNew: boolean }) {
  return (
    <Notice tone="info" title={t('If you lose your phone, only the helpdesk can help')}>
      <p>{t('Add a way back while you have it. It takes about a minute.')}</p>
      <Answers kind="backup" isNew={isNew}>
        <LinkButton href="/profile#ways-back" variant="secondary">
          {t(backupNames.add)}
        </LinkButton>
      </Answers>
    </Notice>
  );
}

/**
 * For whoever signs in with a password; nothing where the browser has no passkeys.
 * @param isNew whether it is one more @param origin that passkeys are for
 */
export function PasskeyReminder({ isNew, origin }: { isNew: boolean; origin: string }) {
  if (usePasskeyOffer(origin) !== 'offered') return null;
  return (
    <section aria-labelledby="passkey-reminder" className="grid justify-items-start gap-2 border-t border-line pt-5">
      <h2 id="passkey-reminder" className="font-semibold">
        {t('Sign in without your password')}
      </h2>
      <p className="max-w-prose text-ink-soft">
        {t('A passkey signs you in with your fingerprint, face or screen lock.')}
      </p>
      <Answers kind="passkey" isNew={isNew}>
        <LinkButton href="/profile#passkeys" variant="secondary">
          {t(passkeysNames.add)}
        </LinkButton>
      </Answers>
    </section>
  );
}

/** The way to what is reminded of, and "Not now". The reminder counts once it is on the page. */
function Answers({ kind, isNew, children }: { kind: ReminderKind; isNew: boolean; children: ReactNode }) {
  useEffect(() => {
    if (!isNew) return;
    const form = new FormData();
    form.set('kind', kind);
    // Whoever is not reached now is reminded again by the next page.
    countReminderAction(undefined, form).catch(() => null);
  }, [kind, isNew]);
  return (
    <div className="flex flex-wrap gap-3">
      {children}
      <ActionForm
        action={dismissReminderAction}
        submit={t(backupNames.notNow)}
        variant="secondary"
        pageWords={t('All right. You find it in your profile.')}
      >
        <input type="hidden" name="kind" value={kind} />
      </ActionForm>
    </div>
  );
}
