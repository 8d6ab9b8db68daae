'use client';

import { ActionForm } from '@/components/site/forms/action-form';
import { ShownCode } from '@/components/site/recovery/shown-code';
import type { ProofPrompt } from '@/lib/shared/form-state';
import { recoveryCodeNames } from '@/lib/shared/names/profile-names';
import { deleteRecoveryCodeAction, makeRecoveryCodeAction } from './actions';
import { t } from '@/lib/shared/language/t';

export function MakeRecoveryCode({
  userId,
  site,
  replaces,
  proof,
}: {
  userId: string;
  site: string;
  /** Whether there is one, which stops working. */
  replaces: boolean;
  proof: ProofPrompt | null;
}) {
  return (
    <ActionForm
      action={makeRecoveryCodeAction}
      proof={proof}
      submit={replaces ? t(recoveryCodeNames.makeNew) : t(recoveryCodeNames.make)}
      pendingText={t('Making it…')}
      renderSecret={(code) => <ShownCode code={code} userId={userId} site={site} />}
    >
      {replaces && <p>{t('A new code takes its place: the earlier one stops working.')}</p>}
    </ActionForm>
  );
}

export function DeleteRecoveryCode() {
  return (
    <ActionForm
      action={deleteRecoveryCodeAction}
      submit={t(recoveryCodeNames.delete)}
      variant="danger"
      pendingText={t('Deleting…')}
      pageWords={t('Your recovery code is deleted.')}
    />
  );
}
