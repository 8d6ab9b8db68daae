import { StaffForm } from '@/components/staff/helpdesk/staff-form';
import { BreakGlassField } from '@/components/staff/helpdesk/reissue/break-glass-field';
import { REASON_WORDS } from '@/components/staff/helpdesk/reissue/reissue-words';
import { InlineConfirm } from '@/components/ui/buttons/inline-confirm';
import { SelectField } from '@/components/ui/fields/select-field';
import { TextField } from '@/components/ui/fields/text-field';
import { MAXIMUM_TICKET_LENGTH } from '@/lib/helpdesk/approvals/request-texts';
import { REISSUE_REASONS } from '@/lib/helpdesk/caller-check/reissue-reason';
import { userNames, reissueNames } from '@/lib/shared/names/staff-names';
import { lockDeviceAction, requestRemovalAction, requestUnlockingAction } from './actions';
import { UndoLockForm } from './undo-lock-form';
import { t } from '@/lib/shared/language/t';

/**
 * Staff actions on a device, which carry its name. The user cannot lift a lock that staff set: see `DeviceHolds`.
 * @property may.unlock whether a system locked it, which two members of staff lift
 * @property may.undoLock ISO 8601: until when the signed-in agent may undo a lock of their own; null if they may not
 */
export function DeviceActions({
  userId,
  instanceId,
  name,
  canUndo,
  may,
}: {
  userId: string;
  instanceId: string;
  name: string;
  canUndo: boolean;
  may: { lock: boolean; unlock: boolean; remove: boolean; breakGlass: boolean; undoLock: string | null };
}) {
  const fields = (
    <>
      <input type="hidden" name="userId" value={userId} />
      <input type="hidden" name="instanceId" value={instanceId} />
    </>
  );
  return (
    <div className="grid gap-3 empty:hidden sm:flex sm:flex-wrap sm:items-start">
      {may.undoLock !== null && (
        <div className="sm:basis-full">
          <UndoLockForm userId={userId} instanceId={instanceId} name={name} until={may.undoLock} />
        </div>
      )}
      {may.lock && (
        <InlineConfirm label={t(userNames.lock, { device: name })}>
          <p>
            {canUndo
              ? t(
                  '{device} can no longer sign in. You can undo this for 15 minutes. After that, its user needs a new activation.',
                  { device: name },
                )
              : t('{device} can no longer sign in. This can’t be undone: its user needs a new activation.', {
                  device: name,
                })}
          </p>
          <StaffForm
            action={lockDeviceAction}
            submit={t(userNames.lockIt, { device: name })}
            pendingText={t('Locking…')}
            pageWords={t('{device} is locked.', { device: name })}
          >
            {fields}
          </StaffForm>
        </InlineConfirm>
      )}
      {may.unlock && (
        <InlineConfirm label={t(userNames.unlock, { device: name })}>
          <p>{t('A system locked {device}. Once a second person agrees, it works again.', { device: name })}</p>
          <StaffForm
            action={requestUnlockingAction}
            decides
            submit={t(userNames.requestUnlocking, { device: name })}
            pendingText={t('Requesting…')}
            pageWords={t('Unlocking of {device} requested.', { device: name })}
          >
            {fields}
            <TextField
              label={t(userNames.ticket)}
              name="ticket"
              required
              maxLength={MAXIMUM_TICKET_LENGTH}
              autoComplete="off"
            />
          </StaffForm>
        </InlineConfirm>
      )}
      {may.remove && (
        <InlineConfirm label={t(userNames.remove, { device: name })}>
          <p>
            {t('{device} can never sign in again, and this can’t be undone. A second person has to approve it.', {
              device: name,
            })}
          </p>
          <StaffForm
            action={requestRemovalAction}
            decides
            submit={t(userNames.requestRemoval, { device: name })}
            pendingText={t('Requesting…')}
            pageWords={t('Removal of {device} requested.', { device: name })}
            variant="danger"
          >
            {fields}
            <SelectField
              label={t(reissueNames.reason)}
              name="reason"
              options={REISSUE_REASONS.map((value) => ({ value, text: t(REASON_WORDS[value]) }))}
            />
            <TextField
              label={t(userNames.ticket)}
              name="ticket"
              required
              maxLength={MAXIMUM_TICKET_LENGTH}
              autoComplete="off"
            />
            {may.breakGlass && <BreakGlassField />}
          </StaffForm>
        </InlineConfirm>
      )}
    </div>
  );
}
