'use client';

import { useActionState } from 'react';
import { refusalWords, type RefusalCode } from '@/components/forms/refusal-words';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { IDLE, type FormAction, type FormState } from '@/lib/shared/form-state';
/** `clock-off` has its own sentence, which includes the drift. */
type TestLoginRefusal = RefusalCode | 'clock-off';

export type TestLoginAction = FormAction<TestLoginRefusal>;

/** Tests a one-time password as a sign-in would. */
export function TestLoginForm({ instanceId, action }: { instanceId: string; action: TestLoginAction }) {
  const [state, dispatch] = useActionState<FormState<TestLoginRefusal>, FormData>(action, IDLE);
  return (
    <form action={dispatch} className="grid gap-5">
      <div>
        <h2 className="text-xl font-semibold">Test login</h2>
        <p className="mt-1 text-ink-soft">Open the authenticator app on this device and enter the password it shows.</p>
      </div>
      <input type="hidden" name="instanceId" value={instanceId} />
      <TextField
        label="One-time password"
        name="oneTimePassword"
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        maxLength={16}
      />
      <div>
        <SubmitButton>Test login</SubmitButton>
        {/* Always rendered, because a live region announces only what changes inside it. */}
        <div className="not-empty:mt-5" role="status" aria-label={state.status === 'done' ? 'Login works' : undefined}>
          {state.status === 'done' && (
            <Notice tone="success" title="Login works">
              {state.code ? driftWords(Number(state.code)) : 'The one-time password was accepted.'}
            </Notice>
          )}
          {state.status === 'refused' && (
            <Notice tone="error">
              {state.code === 'clock-off'
                ? `That password is not for now. ${driftWords(Number(state.fields?.['driftSeconds']))} Set the phone’s time to automatic, then try again.`
                : refusalWords(state.code === 'wrong-password' ? 'one-time-password-wrong' : state.code)}
            </Notice>
          )}
        </div>
      </div>
    </form>
  );
}

/** @param driftSeconds how far the phone's clock is off; positive when it is ahead */
function driftWords(driftSeconds: number): string {
  const seconds = Math.abs(driftSeconds);
  if (seconds === 0) return 'The phone’s clock is right.';
  const amount = seconds < 90 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`;
  return `The phone’s clock is about ${amount} ${driftSeconds > 0 ? 'ahead' : 'behind'}.`;
}
