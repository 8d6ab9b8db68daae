'use client';

import { Check } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { RefusalNotice } from '@/components/site/forms/refusal-notice';
import { refusalWords, type RefusalCode } from '@/components/site/forms/refusal-words';
import { useFormAction, type FormActionState } from '@/components/site/forms/use-form-action';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/buttons/submit-button';
import { TextField } from '@/components/ui/fields/text-field';
import type { FormAction } from '@/lib/shared/form-state';
import { testLoginNames } from '@/lib/shared/names/device-names';
import { formatDuration, t } from '@/lib/shared/language/t';

/** `clock-off` has its own sentence, which includes the drift. */
type TestLoginRefusal = RefusalCode | 'clock-off';

export type TestLoginAction = FormAction<TestLoginRefusal>;

const FIELD = 'oneTimePassword';

/**
 * Tries a one-time password as a sign-in would.
 * @param isHardware whether it is shown by a device of its own, and no app
 * @param isRow whether it is one of several things to do, and gives way to its success
 */
export function TestLoginForm({
  instanceId,
  isRow = false,
  isHardware = false,
  action,
}: {
  instanceId: string;
  isRow?: boolean;
  isHardware?: boolean;
  action: TestLoginAction;
}) {
  const { state, form, formProps } = useFormAction<TestLoginRefusal>(action);
  const notice = useRef<HTMLDivElement>(null);
  const success = useRef<HTMLParagraphElement>(null);
  const error = fieldError(state);
  const drift = state.status === 'done' ? driftWords(Number(state.code ?? 0)) : '';

  useEffect(() => {
    if (state.status === 'idle') return;
    if (state.status === 'done' && success.current) return success.current.focus();
    if (state.status === 'refused' && fieldError(state) === undefined) return notice.current?.focus();
    const field = form.current?.elements.namedItem(FIELD);
    if (!(field instanceof HTMLInputElement)) return;
    // A code works once.
    field.value = '';
    if (state.status === 'refused') field.focus();
  }, [state, form]);

  if (isRow && state.status === 'done')
    return (
      <p
        ref={success}
        tabIndex={-1}
        className="flex items-center gap-4 font-semibold"
        role="status"
        aria-label={t(testLoginNames.works)}
      >
        <Check aria-hidden="true" className="size-5 shrink-0 text-success" />
        <span>
          {t(testLoginNames.works)}
          {drift && <span className="block font-normal text-ink-soft">{drift}</span>}
        </span>
      </p>
    );
  const refusal = state.status === 'refused' && state.code !== 'clock-off' && error === undefined && (
    <RefusalNotice ref={notice} code={state.code} />
  );
  const field = (
    <>
      <input type="hidden" name="instanceId" value={instanceId} />
      <TextField
        label={t(testLoginNames.oneTimePassword)}
        {...(isRow && { hint: t('Enter the 6-digit code from the app.') })}
        name={FIELD}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        maxLength={16}
        error={error}
      />
    </>
  );
  const button = (
    <SubmitButton variant={isRow ? 'secondary' : 'primary'} pendingText={t('Checking…')}>
      {t(testLoginNames.tryOut)}
    </SubmitButton>
  );
  if (isRow)
    return (
      <form {...formProps} className="grid gap-facts">
        <h2 className="text-xl font-semibold">{t('Try it')}</h2>
        {refusal}
        <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
          <div className="max-w-form min-w-48 flex-1">{field}</div>
          {button}
        </div>
      </form>
    );
  return (
    <form {...formProps} className="grid gap-5">
      <div>
        <h2 className="text-xl font-semibold">{t('Try it')}</h2>
        <p className="mt-1 text-ink-soft">
          {isHardware
            ? t('Enter the code that the device shows, without a PIN.')
            : t('Enter the 6-digit code from the app.')}
        </p>
      </div>
      {field}
      {refusal}
      <div>
        {button}
        {/* Always rendered, because a live region announces only what changes inside it. */}
        <div
          className="not-empty:mt-5"
          role="status"
          aria-label={state.status === 'done' ? t(testLoginNames.works) : undefined}
        >
          {state.status === 'done' && (
            <Notice tone="success" title={t(testLoginNames.works)}>
              {drift || t('Your code was accepted.')}
            </Notice>
          )}
        </div>
      </div>
    </form>
  );
}

/** What is wrong with the code; undefined if something else is. */
function fieldError(state: FormActionState<TestLoginRefusal>): string | undefined {
  if (state.status !== 'refused') return undefined;
  if (state.code === 'clock-off') {
    const drift = driftWords(Number(state.fields?.['driftSeconds']));
    return t('That code is from a different time. {drift} Set the phone’s time to automatic, then try again.', {
      drift,
    });
  }
  if (state.code === 'wrong-password') return refusalWords('one-time-password-wrong');
  return state.code === 'already-used' || state.code === 'not-a-one-time-password'
    ? refusalWords(state.code)
    : undefined;
}

/** @param driftSeconds how far the phone's clock is off; positive when it is ahead @returns '' if it is right */
function driftWords(driftSeconds: number): string {
  const seconds = Math.abs(driftSeconds);
  if (seconds === 0) return '';
  const amount = seconds < 90 ? formatDuration(seconds, 'second') : formatDuration(Math.round(seconds / 60), 'minute');
  return driftSeconds > 0
    ? t('The phone’s clock is about {amount} ahead.', { amount })
    : t('The phone’s clock is about {amount} behind.', { amount });
}
