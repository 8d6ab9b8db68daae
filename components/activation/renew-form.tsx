'use client';

import { useActionState, useEffect, useRef, useState } from 'react';
import { refusalWords, type RefusalCode } from '@/components/forms/refusal-words';
import { StepUpField, GatewayCredentialField } from '@/components/forms/step-up-field';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { IDLE, type FormAction, type FormState } from '@/lib/shared/form-state';

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
  asked,
  action,
}: {
  activationId: string;
  asked: 'credential' | 'password' | 'nothing';
  action: FormAction<RefusalCode>;
}) {
  const [state, renew] = useActionState<FormState<RefusalCode>, FormData>(action, IDLE);
  const [isOpened, setIsOpened] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const code = state.status === 'refused' ? state.code : null;
  const asksPassword = (code !== null && ABOUT_PASSWORD.has(code)) || (asked !== 'nothing' && isOpened);

  // Focus management: the field replaces the button that had the focus.
  useEffect(() => {
    if (asksPassword) form.current?.querySelector<HTMLInputElement>('input[type=password]')?.focus();
  }, [asksPassword]);

  return (
    <form ref={form} action={renew} className="grid max-w-form gap-5">
      <input type="hidden" name="activationId" value={activationId} />
      {code !== null && code !== 'step-up-required' && (
        <Notice tone="error" role="alert">
          {refusalWords(code)}
        </Notice>
      )}
      {asksPassword && (asked === 'credential' ? <GatewayCredentialField /> : <StepUpField />)}
      <div className="flex flex-wrap gap-3">
        {asksPassword ? (
          <SubmitButton>Show activation image</SubmitButton>
        ) : asked !== 'nothing' ? (
          <Button variant="primary" onClick={() => setIsOpened(true)}>
            New image
          </Button>
        ) : (
          <SubmitButton>New image</SubmitButton>
        )}
        <LinkButton href="/" variant="quiet">
          Your devices
        </LinkButton>
      </div>
    </form>
  );
}
