'use client';

import { ActionForm } from '@/components/site/forms/action-form';
import { PasswordField, UserIdField } from '@/components/site/forms/signed-out-fields';
import { sentOneTimePasswordNames } from '@/lib/shared/names/sign-in-names';
import { sendOneTimePasswordAction } from './actions';
import { t } from '@/lib/shared/language/t';

export function SendForm({ next }: { next: string }) {
  return (
    <ActionForm
      action={sendOneTimePasswordAction}
      submit={t(sentOneTimePasswordNames.send)}
      pendingText={t('Sending…')}
    >
      <input type="hidden" name="next" value={next} />
      <UserIdField />
      <PasswordField />
    </ActionForm>
  );
}
