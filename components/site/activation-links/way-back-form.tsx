'use client';

import { RefusalNotice } from '@/components/site/forms/refusal-notice';
import type { RefusalCode } from '@/components/site/forms/refusal-words';
import { useFormAction } from '@/components/site/forms/use-form-action';
import type { ButtonVariant } from '@/components/ui/buttons/button';
import { SubmitButton } from '@/components/ui/buttons/submit-button';
import type { FormAction } from '@/lib/shared/form-state';
import { activationLinkNames } from '@/lib/shared/names/activation-names';
import { t } from '@/lib/shared/language/t';

/** Leads back to the site that sent the person here. @param name of its registered address */
export function WayBackForm({
  linkId,
  name,
  variant,
  action,
}: {
  linkId: string;
  name: string;
  variant: ButtonVariant;
  /** Gets the field `linkId`, and redirects to the other site. */
  action: FormAction<RefusalCode>;
}) {
  const { state, formProps } = useFormAction<RefusalCode>(action);
  return (
    <form {...formProps} className="grid justify-items-start gap-3 print:hidden">
      <input type="hidden" name="linkId" value={linkId} />
      {state.status === 'refused' && <RefusalNotice code={state.code} />}
      <SubmitButton variant={variant} pendingText={t('Going back…')}>
        {t(activationLinkNames.backTo, { name })}
      </SubmitButton>
    </form>
  );
}
