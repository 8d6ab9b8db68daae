import type { ComponentProps } from 'react';
import { RefusalNotice } from '@/components/site/forms/refusal-notice';
import type { RefusalCode } from '@/components/site/forms/refusal-words';
import type { FormActionState } from '@/components/site/forms/use-form-action';
import { SubmitButton } from '@/components/ui/buttons/submit-button';
import { activationNames } from '@/lib/shared/names/activation-names';
import { t } from '@/lib/shared/language/t';

/** Asks for no confirmation, because a new image costs as little. */
export function CancelForm({
  activationId,
  state,
  formProps,
}: {
  activationId: string;
  state: FormActionState<RefusalCode>;
  formProps: Omit<ComponentProps<'form'>, 'className'>;
}) {
  return (
    <form {...formProps} className="grid justify-items-start gap-3 print:hidden">
      <input type="hidden" name="activationId" value={activationId} />
      {state.status === 'refused' && <RefusalNotice code={state.code} />}
      <SubmitButton variant="secondary" pendingText={t('Cancelling…')}>
        {t(activationNames.cancel)}
      </SubmitButton>
    </form>
  );
}
