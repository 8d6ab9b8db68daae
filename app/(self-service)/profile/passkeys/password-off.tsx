import { NewPasswordFields } from '@/components/site/forms/new-password-fields';
import { InlineConfirm } from '@/components/ui/buttons/inline-confirm';
import type { ProofPrompt } from '@/lib/shared/form-state';
import { passkeysNames } from '@/lib/shared/names/profile-names';
import { passwordNames } from '@/lib/shared/names/sign-in-names';
import { turnPasswordOffAction, turnPasswordOnAction } from './actions';
import { PasskeyForm } from './passkey-form';
import { t } from '@/lib/shared/language/t';

/** For whoever has enough passkeys to do without a password. */
export function TurnPasswordOff({ proof }: { proof: ProofPrompt | null }) {
  return (
    <div className="mt-6 border-t border-line pt-5">
      <InlineConfirm label={t(passkeysNames.turnPasswordOff)}>
        <p>
          {t(
            'Nobody can sign in with your password then, whoever knows it. You sign in with a passkey or your phone. You can set a new password here later, with a passkey.',
          )}
        </p>
        <PasskeyForm
          action={turnPasswordOffAction}
          proof={proof}
          asks="when-used"
          submit={t(passkeysNames.turnItOff)}
          variant="danger"
          pendingText={t('Turning off…')}
          pageWords={t('Your password is off. We signed you out everywhere else.')}
        />
      </InlineConfirm>
    </div>
  );
}

/** For whoever has none. */
export function TurnPasswordOn({ userId, proof }: { userId: string; proof: ProofPrompt | null }) {
  return (
    <>
      <p className="mb-5">{t('Your password is off. Set one to use it again.')}</p>
      <PasskeyForm
        action={turnPasswordOnAction}
        proof={proof}
        asks="when-used"
        submit={t(passwordNames.set)}
        variant="secondary"
        pendingText={t('Setting…')}
        pageWords={t('Your password is set. We signed you out everywhere else.')}
      >
        <input type="text" name="username" value={userId} readOnly autoComplete="username" hidden />
        <NewPasswordFields />
      </PasskeyForm>
    </>
  );
}
