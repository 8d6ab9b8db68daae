import type { ReactNode } from 'react';
import { StaffForm } from '@/components/staff/helpdesk/staff-form';
import type { StaffRefusalCode } from '@/components/staff/helpdesk/staff-refusal-words';
import { CheckField } from '@/components/ui/fields/check-field';
import { t } from '@/lib/shared/language/t';
import { approvalsNames } from '@/lib/shared/names/staff-names';
import type { FormAction } from '@/lib/shared/form-state';

/** A button, and what the page says once it was pressed. */
type Decision = { action: FormAction<StaffRefusalCode>; pageWords: string };

/**
 * The two buttons of a request that waits for a second person.
 * @param final what of an approval nobody can undo, to be confirmed; null for nothing
 * @param note what a refusal has to say; left out where it says nothing
 */
export function DecisionForms({
  requestId,
  approve,
  final = null,
  decline,
  note,
}: {
  requestId: string;
  approve: Decision;
  final?: string | null;
  decline: Decision;
  note?: ReactNode;
}) {
  const request = <input type="hidden" name="requestId" value={requestId} />;
  return (
    <>
      <StaffForm {...approve} decides submit={t(approvalsNames.approve)} pendingText={t('Approving…')}>
        {request}
        {final !== null && <CheckField name="confirmed" required label={final} />}
      </StaffForm>
      <StaffForm {...decline} submit={t(approvalsNames.decline)} variant="secondary" pendingText={t('Declining…')}>
        {request}
        {note}
      </StaffForm>
    </>
  );
}
