import { useActionState, useState } from 'react';
import { refusalWords, type RefusalCode } from '@/components/forms/refusal-words';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import type { OfflineCredentials } from '@/lib/activation/start/activation-credentials';
import { checkLetter } from '@/lib/shared/codes/check-letter';
import { IDLE, type FormAction, type FormState } from '@/lib/shared/form-state';
import {
  DEVICE_CODE_DIGITS,
  inGroups,
  MAXIMUM_TYPED_CODE_LENGTH,
  SIGNATURE_DIGITS,
  withoutGaps,
} from '@/lib/shared/codes/typed-code';

const CODES = {
  'device-code': { label: 'Device code', digits: DEVICE_CODE_DIGITS, submit: 'Show the second image' },
  signature: { label: 'Signature', digits: SIGNATURE_DIGITS, submit: 'Activate device' },
} as const;

/** Form for the code that the phone shows after scanning an image. */
export function OfflineCodeForm({
  activationId,
  code,
  credentials: { registrationIdentifier, hasCheckLetters },
  action,
}: {
  activationId: string;
  code: keyof typeof CODES;
  credentials: OfflineCredentials;
  action: FormAction<RefusalCode>;
}) {
  const [state, enter] = useActionState<FormState<RefusalCode>, FormData>(action, IDLE);
  const [typed, setTyped] = useState('');
  const { label, digits, submit } = CODES[code];
  const entered = withoutGaps(typed);
  const isDigits = /^\d*$/.test(entered);
  const isWhole = isDigits && entered.length === digits;
  return (
    <form action={enter} className="grid max-w-form gap-4">
      <input type="hidden" name="activationId" value={activationId} />
      {state.status === 'refused' && (
        <Notice tone="error" role="alert">
          {refusalWords(state.code)}
        </Notice>
      )}
      <TextField
        label={label}
        name="code"
        hint={hasCheckLetters ? `${digits} digits. Gaps do not matter.` : 'As the app shows it. Gaps do not matter.'}
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        required
        maxLength={MAXIMUM_TYPED_CODE_LENGTH}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {entered !== '' && (
        <p aria-hidden="true" className="font-mono text-lg tracking-wide [overflow-wrap:anywhere]">
          {inGroups(entered)}
        </p>
      )}
      {hasCheckLetters && entered !== '' && !isWhole && (
        <p className="text-ink-soft">
          {isDigits ? `${entered.length} of ${digits} digits` : 'Only digits belong here.'}
        </p>
      )}
      {/* Always rendered, because a live region announces only what changes inside it. */}
      {hasCheckLetters && (
        <p role="status" className="-mt-4 text-ink-soft not-empty:mt-0">
          {isWhole && (
            <>
              Check letter{' '}
              <strong className="font-mono text-lg text-ink">{checkLetter(registrationIdentifier, entered)}</strong>:
              the app shows the same one when nothing is mistyped.
            </>
          )}
        </p>
      )}
      <div>
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </form>
  );
}
