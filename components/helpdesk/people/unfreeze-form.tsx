import { StaffForm } from '@/components/helpdesk/staff-form';
import type { StaffRefusalCode } from '@/components/helpdesk/staff-refusal-words';
import { InlineConfirm } from '@/components/ui/inline-confirm';
import { TextField } from '@/components/ui/text-field';
import { MAXIMUM_DETAIL_LENGTH } from '@/lib/helpdesk/caller-check/caller-assessment';
import { MAXIMUM_TICKET_LENGTH } from '@/lib/helpdesk/reissue/reissue';
import type { FormAction } from '@/lib/shared/form-state';

/** Asks for a frozen account to be unfrozen. The caller's devices are locked, so other checks have to do. */
export function UnfreezeForm({ userId, action }: { userId: string; action: FormAction<StaffRefusalCode> }) {
  return (
    <InlineConfirm label="Ask to unfreeze" about={userId}>
      <p>Check the caller first: at least two of these. A second person then decides.</p>
      <StaffForm
        action={action}
        stepUp="never"
        submit="Ask a second person"
        pendingText="Asking…"
        pageWords="An approver has been asked."
      >
        <input type="hidden" name="userId" value={userId} />
        <TextField label="Ticket" name="ticket" required maxLength={MAXIMUM_TICKET_LENGTH} autoComplete="off" />
        <TextField
          label="Call-back number"
          name="callBack"
          hint="On file, not the one they called from."
          maxLength={MAXIMUM_DETAIL_LENGTH}
          autoComplete="off"
        />
        <TextField
          label="Last characters of an identity document"
          name="identityDocument"
          maxLength={MAXIMUM_DETAIL_LENGTH}
          autoComplete="off"
        />
        <TextField
          label="Manager who vouched, in full"
          name="manager"
          maxLength={MAXIMUM_DETAIL_LENGTH}
          autoComplete="off"
        />
      </StaffForm>
    </InlineConfirm>
  );
}
