import { StaffForm } from '@/components/staff/helpdesk/staff-form';
import { RichText } from '@/components/site/language/rich-text';
import { Time } from '@/components/ui/time';
import { userNames } from '@/lib/shared/names/staff-names';
import { undoLockAction } from './actions';
import { t } from '@/lib/shared/language/t';

/** For the agent who locked a device by mistake. @param until ISO 8601 */
export function UndoLockForm({
  userId,
  instanceId,
  name,
  until,
}: {
  userId: string;
  instanceId: string;
  name: string;
  until: string;
}) {
  return (
    <div className="grid gap-2">
      <p className="text-sm">
        <RichText
          message="You locked {device}. You can undo that until {time}."
          values={{ device: name, time: <Time at={until} form="clock" /> }}
        />
      </p>
      <StaffForm
        action={undoLockAction}
        decides
        submit={t(userNames.undoLock, { device: name })}
        pendingText={t('Unlocking…')}
        pageWords={t('{device} is unlocked again.', { device: name })}
        variant="secondary"
      >
        <input type="hidden" name="userId" value={userId} />
        <input type="hidden" name="instanceId" value={instanceId} />
      </StaffForm>
    </div>
  );
}
