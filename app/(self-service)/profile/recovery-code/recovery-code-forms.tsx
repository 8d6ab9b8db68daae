'use client';

import { ActionForm } from '@/components/forms/action-form';
import { ShownCode } from '@/components/recovery/shown-code';
import { recoveryCodeNames } from '@/lib/names/recovery-code-names';
import { deleteRecoveryCodeAction, makeRecoveryCodeAction } from './actions';

export function MakeRecoveryCode({
  userId,
  site,
  replaces,
}: {
  userId: string;
  site: string;
  /** Whether there is one, which stops working. */
  replaces: boolean;
}) {
  return (
    <ActionForm
      action={makeRecoveryCodeAction}
      stepUp="later"
      submit={replaces ? recoveryCodeNames.makeNew : recoveryCodeNames.make}
      pendingText="Making it…"
      renderSecret={(code) => <ShownCode code={code} userId={userId} site={site} />}
    >
      {replaces && <p>A new code takes its place: the earlier one stops working.</p>}
    </ActionForm>
  );
}

export function DeleteRecoveryCode() {
  return (
    <ActionForm
      action={deleteRecoveryCodeAction}
      stepUp="never"
      submit={recoveryCodeNames.delete}
      variant="danger"
      pendingText="Deleting…"
      pageWords="Your recovery code is deleted."
    />
  );
}
