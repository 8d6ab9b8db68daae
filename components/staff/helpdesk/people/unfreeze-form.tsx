import { StaffForm } from '@/components/staff/helpdesk/staff-form';
import type { StaffRefusalCode } from '@/components/staff/helpdesk/staff-refusal-words';
import { InlineConfirm } from '@/components/ui/buttons/inline-confirm';
import { TextField } from '@/components/ui/fields/text-field';
import { MAXIMUM_DETAIL_LENGTH } from '@/lib/helpdesk/caller-check/caller-assessment';
import { MAXIMUM_TICKET_LENGTH } from '@/lib/helpdesk/approvals/request-texts';
import type { FormAction } from '@/lib/shared/form-state';
import { t } from '@/lib/shared/language/t';

/** Asks for a frozen account to be unfrozen. The caller's devices are locked, so that notes have to do, which a second person judges. */
export function UnfreezeForm({ userId, action }: { userId: string; action: FormAction<StaffRefusalCode> }) {
  return (
    <InlineConfirm label={t('Ask to unfreeze')} about={userId}>
      <p>{t('Note how you checked the caller. A second person judges that, and decides.')}</p>
      <StaffForm
        action={action}
        decides
        submit={t('Ask a second person')}
        pendingText={t('Asking…')}
        pageWords={t('An approver has been asked.')}
      >
        <input type="hidden" name="userId" value={userId} />
        <TextField label={t('Ticket')} name="ticket" required maxLength={MAXIMUM_TICKET_LENGTH} autoComplete="off" />
        <TextField
          label={t('Call-back number')}
          name="callBack"
          hint={t('On file, not the one they called from.')}
          maxLength={MAXIMUM_DETAIL_LENGTH}
          autoComplete="off"
        />
        <TextField
          label={t('Last characters of an identity document')}
          name="identityDocument"
          maxLength={MAXIMUM_DETAIL_LENGTH}
          autoComplete="off"
        />
        <TextField
          label={t('Manager who vouched, in full')}
          name="manager"
          maxLength={MAXIMUM_DETAIL_LENGTH}
          autoComplete="off"
        />
      </StaffForm>
    </InlineConfirm>
  );
}
