'use client';

import { ActionForm } from '@/components/site/forms/action-form';
import type { RefusalCode } from '@/components/site/forms/refusal-words';
import { MailedCodeField, PasswordField, UserIdField } from '@/components/site/forms/signed-out-fields';
import { t } from '@/lib/shared/language/t';
import { lostPhoneNames } from '@/lib/shared/names/lost-phone-names';
import { proofNames } from '@/lib/shared/names/sign-in-names';
import type { FormAction } from '@/lib/shared/form-state';

type Form = { action: FormAction<RefusalCode> };

export function LockWithPassword({ action }: Form) {
  return (
    <ActionForm action={action} submit={t(lostPhoneNames.lock)} pendingText={t('Locking…')}>
      <UserIdField />
      <PasswordField />
    </ActionForm>
  );
}

export function AskForLostPhoneCode({ action }: Form) {
  return (
    <ActionForm action={action} submit={t(proofNames.emailCode)} pendingText={t('Sending…')}>
      <UserIdField />
    </ActionForm>
  );
}

export function LockWithCode({ action }: Form) {
  return (
    <ActionForm action={action} submit={t(lostPhoneNames.lock)} pendingText={t('Locking…')}>
      <UserIdField />
      <MailedCodeField />
    </ActionForm>
  );
}
