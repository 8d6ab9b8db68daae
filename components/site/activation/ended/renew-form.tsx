'use client';

import { useEffect, useState } from 'react';
import { ProofFields } from '@/components/site/forms/action-form';
import { canConfirm } from '@/components/site/forms/can-confirm';
import { RefusalNotice } from '@/components/site/forms/refusal-notice';
import type { RefusalCode } from '@/components/site/forms/refusal-words';
import { GatewayCredentialField } from '@/components/site/forms/gateway-credential-field';
import { useFormAction } from '@/components/site/forms/use-form-action';
import { Button } from '@/components/ui/buttons/button';
import { SubmitButton } from '@/components/ui/buttons/submit-button';
import type { StartPrompt } from '@/lib/activation/start/start-grant';
import type { FormAction } from '@/lib/shared/form-state';
import { activationNames, newActivationNames } from '@/lib/shared/names/activation-names';
import { t } from '@/lib/shared/language/t';

/** Refusals of what the gateway registers with. */
const ABOUT_CREDENTIAL = new Set<RefusalCode>([
  'credential-missing',
  'credential-refused',
  'invitation-needs-password',
]);

/**
 * Asks for a new image. Where something is to be proved first, the first press asks for it and the second one submits the
 * form; the second button has the name that it has on the page that starts an activation.
 */
export function RenewForm({
  activationId,
  prompt: known,
  variant,
  action,
}: {
  activationId: string;
  prompt: StartPrompt;
  variant: 'primary' | 'secondary';
  action: FormAction<RefusalCode>;
}) {
  const { state, confirmedBy, form, formProps } = useFormAction<RefusalCode>(action);
  const [isOpened, setIsOpened] = useState(false);
  const code = state.status === 'refused' ? state.code : null;
  const needsCredential = (isOpened && known.credential) || (code !== null && ABOUT_CREDENTIAL.has(code));
  const proof = (state.status === 'refused' && state.prompt) || (isOpened ? known.proof : null);
  const asks = needsCredential || proof !== null;

  // Focus management: the field replaces the button that had the focus.
  useEffect(() => {
    const credential = form.current?.querySelector<HTMLInputElement>('[name=password]');
    if (!asks || !credential) return;
    if (state.status === 'refused') credential.value = '';
    credential.focus();
  }, [asks, state, form]);

  // The press that led away is the one that asked for the image.
  useEffect(() => {
    if (confirmedBy !== null && known.proof === null) form.current?.requestSubmit();
  }, [confirmedBy, known.proof, form]);

  if (proof && !canConfirm(proof)) return <ProofFields prompt={proof} takesFocus />;
  return (
    <form {...formProps} data-kept-as="renew" className="grid w-full max-w-form gap-4 text-left">
      <input type="hidden" name="activationId" value={activationId} />
      {needsCredential && <GatewayCredentialField />}
      {proof && <ProofFields prompt={proof} takesFocus />}
      {code !== null && <RefusalNotice code={code} />}
      <div className="grid">
        {asks ? (
          <SubmitButton pendingText={t('Getting the image…')}>{t(newActivationNames.show)}</SubmitButton>
        ) : known.credential || known.proof ? (
          // Submits where the press comes before this code: the answer asks for the same.
          <Button
            type="submit"
            variant={variant}
            onClick={(event) => {
              event.preventDefault();
              setIsOpened(true);
            }}
          >
            {t(activationNames.newImage)}
          </Button>
        ) : (
          <SubmitButton variant={variant} pendingText={t('Getting the image…')}>
            {t(activationNames.newImage)}
          </SubmitButton>
        )}
      </div>
    </form>
  );
}
