'use client';

import { useEffect, useState } from 'react';
import { RefusalNotice } from '@/components/site/forms/refusal-notice';
import { refusalWords, type RefusalCode } from '@/components/site/forms/refusal-words';
import { useFormAction } from '@/components/site/forms/use-form-action';
import { RichText } from '@/components/site/language/rich-text';
import { SubmitButton } from '@/components/ui/buttons/submit-button';
import type { OfflineCredentials } from '@/lib/activation/start/activation-credentials';
import { checkLetter } from '@/lib/shared/codes/check-letter';
import type { FormAction } from '@/lib/shared/form-state';
import { DEVICE_CODE_DIGITS, MAXIMUM_TYPED_CODE_LENGTH, SIGNATURE_DIGITS } from '@/lib/shared/codes/typed-code';
import { activationNames } from '@/lib/shared/names/activation-names';
import { GroupedDigitsField } from './grouped-digits-field';
import { t } from '@/lib/shared/language/t';

const CODES = {
  'device-code': {
    label: activationNames.deviceCode,
    digits: DEVICE_CODE_DIGITS,
    submit: activationNames.showSecondImage,
  },
  signature: { label: activationNames.signature, digits: SIGNATURE_DIGITS, submit: activationNames.activate },
} as const;

/** Refusals that are about what was typed. */
const ABOUT_CODE = new Set<RefusalCode>(['wrong-device-code', 'wrong-signature', 'invalid-input']);

/** Form for the code that the phone shows after scanning an image. */
export function OfflineCodeForm({
  activationId,
  code,
  credentials: { registrationIdentifier, hasCheckLetters },
  action,
  onDigits,
}: {
  activationId: string;
  code: keyof typeof CODES;
  credentials: OfflineCredentials;
  action: FormAction<RefusalCode>;
  /** Called with every change. */
  onDigits: () => void;
}) {
  const { state, form, formProps } = useFormAction<RefusalCode>(action);
  const [entry, setEntered] = useState('');
  const { label, digits, submit } = CODES[code];
  const isDigits = /^\d*$/.test(entry);
  const isWhole = isDigits && entry.length === digits;
  const isAboutCode = state.status === 'refused' && ABOUT_CODE.has(state.code);

  useEffect(() => {
    if (state.status !== 'refused' || !ABOUT_CODE.has(state.code)) return;
    form.current?.querySelector<HTMLInputElement>('[name=code]')?.focus();
  }, [state, form]);

  return (
    <form {...formProps} className="grid max-w-form gap-4 tabular-nums">
      <input type="hidden" name="activationId" value={activationId} />
      <GroupedDigitsField
        label={t(label)}
        name="code"
        hint={hasCheckLetters ? t('{digits} digits, as the app shows them.', { digits }) : t('As the app shows it.')}
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        required
        maxLength={MAXIMUM_TYPED_CODE_LENGTH}
        value={entry}
        onDigits={(typed) => {
          setEntered(typed);
          onDigits();
        }}
        error={
          state.status === 'refused' && isAboutCode ? wrongWords(state.code, state.fields?.['triesLeft']) : undefined
        }
      />
      {hasCheckLetters && (
        // As high as the longest sentence, so that nothing moves while digits are typed.
        <div className="min-h-14 text-ink-soft">
          {entry !== '' && !isWhole && (
            <p>
              {isDigits
                ? t('{entered} of {digits} digits', { entered: entry.length, digits })
                : t('Only digits belong here.')}
            </p>
          )}
          {/* Always rendered, because a live region announces only what changes inside it. */}
          <p role="status">
            {isWhole && (
              <RichText
                message="Check letter: {letter}. The app should show {letter} too."
                values={{
                  letter: (
                    <strong className="font-mono text-lg text-ink">{checkLetter(registrationIdentifier, entry)}</strong>
                  ),
                }}
              />
            )}
          </p>
        </div>
      )}
      {state.status === 'refused' && !isAboutCode && <RefusalNotice code={state.code} />}
      <div>
        <SubmitButton pendingText={t('Checking…')}>{t(submit)}</SubmitButton>
      </div>
    </form>
  );
}

/** @param triesLeft absent where the activation service does not count */
function wrongWords(code: RefusalCode, triesLeft: string | undefined): string {
  if (triesLeft === undefined) return refusalWords(code);
  return `${refusalWords(code)} ${t('{count, plural, one {# try} other {# tries}} left.', { count: Number(triesLeft) })}`;
}
