import { StaffForm } from '@/components/staff/helpdesk/staff-form';
import type { StaffRefusalCode } from '@/components/staff/helpdesk/staff-refusal-words';
import { InlineConfirm } from '@/components/ui/buttons/inline-confirm';
import type { FormAction } from '@/lib/shared/form-state';
import { invitationNames } from '@/lib/shared/names/staff-names';
import { t } from '@/lib/shared/language/t';

/** Asks for confirmation, because a user who is in the middle of activating would have to call again. */
export function RevokeForm({ invitationId, action }: { invitationId: string; action: FormAction<StaffRefusalCode> }) {
  return (
    <InlineConfirm label={t(invitationNames.revoke)}>
      <p>{t('The link stops working immediately, and so does an image that it has led to. This can’t be undone.')}</p>
      <StaffForm
        action={action}
        submit={t(invitationNames.revokeIt)}
        pendingText={t('Revoking…')}
        pageWords={t('Invitation revoked.')}
        variant="danger"
      >
        <input type="hidden" name="invitationId" value={invitationId} />
      </StaffForm>
    </InlineConfirm>
  );
}
