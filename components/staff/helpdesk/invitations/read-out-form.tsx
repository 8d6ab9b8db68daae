import type { StaffRefusalCode } from '@/components/staff/helpdesk/staff-refusal-words';
import { StaffForm } from '@/components/staff/helpdesk/staff-form';
import { Card } from '@/components/ui/card';
import { TextField } from '@/components/ui/fields/text-field';
import type { FormAction } from '@/lib/shared/form-state';
import { invitationNames } from '@/lib/shared/names/staff-names';
import { t } from '@/lib/shared/language/t';

/**
 * Takes the code that a caller reads out, and lets the caller's browser in.
 * @param isShown whether that browser shows a code
 */
export function ReadOutForm({
  invitationId,
  isShown,
  action,
}: {
  invitationId: string;
  isShown: boolean;
  action: FormAction<StaffRefusalCode>;
}) {
  return (
    <Card>
      <h2 className="mb-2 text-xl font-semibold">{t('Code from the caller')}</h2>
      <p role="status" className="mb-4 text-ink-soft">
        {isShown
          ? t('The caller’s page shows six digits now. Ask for them and enter them here.')
          : t(
              'Ask the caller to open the link in their email and press the button there. Their page then shows six digits.',
            )}
      </p>
      <StaffForm
        action={action}
        decides
        submit={t(invitationNames.letIn)}
        pendingText={t('Letting in…')}
        pageWords={t('The caller is in.')}
        variant="secondary"
      >
        <input type="hidden" name="invitationId" value={invitationId} />
        <TextField
          label={t(invitationNames.codeReadOut)}
          name="code"
          inputMode="numeric"
          autoComplete="off"
          required
          maxLength={16}
        />
      </StaffForm>
    </Card>
  );
}
