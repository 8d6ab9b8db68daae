import { ActionForm } from '@/components/forms/action-form';
import { BreakGlassField } from '@/components/helpdesk/reissue/break-glass-field';
import { REASON_WORDS } from '@/components/helpdesk/reissue/reissue-words';
import { InlineConfirm } from '@/components/ui/inline-confirm';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { MAXIMUM_TICKET_LENGTH } from '@/lib/helpdesk/reissue/reissue';
import { REISSUE_REASONS } from '@/lib/helpdesk/reissue/reissue-reason';
import { lockDeviceAction, requestRemovalAction } from './actions';

const REASONS = REISSUE_REASONS.map((value) => ({ value, text: REASON_WORDS[value] }));

/** Staff actions on a device. The user cannot lift a lock that staff set: see `DeviceHolds`. */
export function DeviceActions({
  userId,
  instanceId,
  may,
}: {
  userId: string;
  instanceId: string;
  may: { lock: boolean; remove: boolean };
}) {
  const about = (
    <>
      <input type="hidden" name="userId" value={userId} />
      <input type="hidden" name="instanceId" value={instanceId} />
    </>
  );
  return (
    <div className="grid gap-3">
      {may.lock && (
        <InlineConfirm label="Lock">
          <p>The device can no longer sign in, and nobody can unlock it: its person needs a new activation then.</p>
          <ActionForm action={lockDeviceAction} stepUp="never" submit="Lock this device">
            {about}
          </ActionForm>
        </InlineConfirm>
      )}
      {may.remove && (
        <InlineConfirm label="Remove">
          <p>The device can never sign in again. A second person is asked first.</p>
          <ActionForm
            action={requestRemovalAction}
            stepUp="never"
            submit="Ask for removal"
            doneWords="It is asked for."
            variant="danger"
          >
            {about}
            <SelectField label="Reason" name="reason" options={REASONS} />
            <TextField label="Ticket" name="ticket" required maxLength={MAXIMUM_TICKET_LENGTH} autoComplete="off" />
            <BreakGlassField />
          </ActionForm>
        </InlineConfirm>
      )}
    </div>
  );
}
