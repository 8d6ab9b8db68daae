import { CheckField } from '@/components/ui/fields/check-field';
import { TextAreaField } from '@/components/ui/fields/text-area-field';
import { MAXIMUM_JUSTIFICATION_LENGTH } from '@/lib/helpdesk/approvals/request-texts';
import { reissueNames } from '@/lib/shared/names/staff-names';
import { t } from '@/lib/shared/language/t';

/** For what cannot wait for a second person. */
export function BreakGlassField({ typed }: { typed?: { isUsed: boolean; justification: string } }) {
  return (
    <CheckField
      name="breakGlass"
      label={t(reissueNames.breakGlass)}
      hint={t('All approvers and administrators are alerted immediately, and it stays on record.')}
      defaultChecked={typed?.isUsed ?? false}
    >
      <TextAreaField
        label={t(reissueNames.justification)}
        name="justification"
        hint={t('At least 20 characters.')}
        maxLength={MAXIMUM_JUSTIFICATION_LENGTH}
        defaultValue={typed?.justification ?? ''}
      />
    </CheckField>
  );
}
