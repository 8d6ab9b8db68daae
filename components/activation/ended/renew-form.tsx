'use client';

import { useEffect, useState } from 'react';
import { SecondProof } from '@/components/forms/action-form';
import { RefusalNotice } from '@/components/forms/refusal-notice';
import type { RefusalCode } from '@/components/forms/refusal-words';
import { StepUpField, GatewayCredentialField } from '@/components/forms/step-up-field';
import { useFormAction } from '@/components/forms/use-form-action';
import { Button } from '@/components/ui/buttons/button';
import { SubmitButton } from '@/components/ui/buttons/submit-button';
import type { StartPrompt } from '@/lib/activation/start/start-grant';
import type { FormAction } from '@/lib/shared/form-state';
import { activationNames, newActivationNames } from '@/lib/names/activation-names';
import { t } from '@/lib/language/t';

const ABOUT_PASSWORD = new Set<RefusalCode>([
  'step-up-required',
  'wrong-password',
  'too-many-attempts',
  'too-busy',
  'credential-missing',
  'credential-refused',
  'invitation-needs-password',
]);

/**
 * Asks for a new image. Where a password is due, the first press shows its field and the second one submits the form;
 * the second button has the name that it has on the page that starts an activation.
 */
export function RenewForm({
  activationId,
  prompt,
  variant,
  action,
}: {
  activationId: string;
  prompt: StartPrompt;
  variant: 'primary' | 'secondary';
  action: FormAction<RefusalCode>;
}) {
  const { state, form, formProps } = useFormAction<RefusalCode>(action);
  const [isOpened, setIsOpened] = useState(false);
  const [needsPassword, setNeedsPassword] = useState(false);
  const code = state.status === 'refused' ? state.code : null;
  const ways = state.status === 'refused' ? state.ways : undefined;
  const isAboutPassword = code !== null && ABOUT_PASSWORD.has(code);
  if (isAboutPassword && !needsPassword) setNeedsPassword(true);
  const asksPassword = needsPassword || (prompt !== 'nothing' && isOpened);

  // Focus management: the field replaces the button that had the focus.
  useEffect(() => {
    const password = form.current?.querySelector<HTMLInputElement>('[name=password]');
    if (!asksPassword || !password) return;
    if (state.status === 'refused' && ABOUT_PASSWORD.has(state.code)) password.value = '';
    password.focus();
  }, [asksPassword, state, form]);

  return (
    <form {...formProps} className="grid w-full max-w-form gap-4 text-left">
      <input type="hidden" name="activationId" value={activationId} />
      {asksPassword &&
        (prompt === 'credential' ? (
          <GatewayCredentialField />
        ) : (
          (!ways || ways.includes('password')) && <StepUpField />
        ))}
      {state.status === 'refused' && ways && (
        <SecondProof ways={ways} codeDevices={state.codeDevices} trustedNext={state.trustedNext} />
      )}
      {code !== null && code !== 'step-up-required' && <RefusalNotice code={code} />}
      <div className="grid">
        {asksPassword ? (
          <SubmitButton pendingText={t('Getting the image…')}>{t(newActivationNames.show)}</SubmitButton>
        ) : prompt !== 'nothing' ? (
          <Button variant={variant} onClick={() => setIsOpened(true)}>
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
