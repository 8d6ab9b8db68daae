'use client';

import { usePathname } from 'next/navigation';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { SelectField } from '@/components/ui/fields/select-field';
import { TextField } from '@/components/ui/fields/text-field';
import { Time } from '@/components/ui/time';
import { MAXIMUM_TYPED_RECOVERY_CODE_LENGTH } from '@/lib/accounts/recovery/recovery-code';
import type { ProofWay, RefusedForm } from '@/lib/shared/form-state';
import { proofNames } from '@/lib/names/sign-in-names';
import { EmailCode } from './email-code';
import { ProviderButton } from './provider-button';
import { UsePasskey } from './use-passkey';
import { Link } from '@/components/ui/buttons/link';
import { t } from '@/lib/language/t';
import { RichText } from '@/components/language/rich-text';

const NO_CHOICE: NonNullable<RefusedForm<never>['codeDevices']> = [];

/** The ways that a person has to give the proof that an action lacks. What they typed is kept over a sign-in. */
export function SecondProof({
  ways,
  codeDevices = NO_CHOICE,
  trustedNext,
  providerName,
}: {
  ways: readonly ProofWay[];
  codeDevices?: RefusedForm<never>['codeDevices'];
  trustedNext?: string | undefined;
  providerName?: string | undefined;
}) {
  const path = usePathname();
  const takesCode = ways.includes('one-time-password');
  const takesPhone = ways.includes('phone');
  const takesPasskey = ways.includes('passkey');
  const takesMailedCode = ways.includes('mailed-code');
  const takesRecoveryCode = ways.includes('recovery-code');
  return (
    <fieldset className="grid gap-4 rounded-control border border-line p-4">
      <legend className="px-1 font-semibold">{t(proofNames.confirm)}</legend>
      {takesPasskey && <UsePasskey />}
      {ways.includes('provider') && providerName !== undefined && (
        <ProviderButton next={null} isFresh>
          {t(proofNames.confirmWith, { provider: providerName })}
        </ProviderButton>
      )}
      {takesCode && codeDevices.length > 1 && (
        <SelectField
          label={t(proofNames.codeDevice)}
          name="proofCodeDevice"
          options={codeDevices.map(({ instanceId, name }) => ({ value: instanceId, text: name }))}
        />
      )}
      {takesCode && (
        <TextField
          label={t(proofNames.oneTimePassword)}
          name="proofOneTimePassword"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={11}
          hint={t('The code that the app on your activated phone shows now.')}
        />
      )}
      {takesPhone && (
        <p className="grid justify-items-start gap-2">
          {takesCode && <span className="text-ink-soft">{t('Or without typing a code:')}</span>}
          <LinkButton href={`/sign-in/phone?next=${encodeURIComponent(path)}&confirm=1`} variant="secondary">
            {t(proofNames.confirmWithPhone)}
          </LinkButton>
        </p>
      )}
      {trustedNext && !takesCode && !takesPhone && !takesPasskey && (
        <p>
          <RichText
            message="Your device or passkey is new: it can confirm this {time}."
            values={{ time: <Time at={trustedNext} form="until" /> }}
          />
        </p>
      )}
      {takesMailedCode && <EmailCode />}
      {takesRecoveryCode && (
        <TextField
          label={t(proofNames.recoveryCode)}
          name="proofRecoveryCode"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={MAXIMUM_TYPED_RECOVERY_CODE_LENGTH}
          hint={t('For a lost phone: the code from your paper. It works once, so have the new phone in your hand.')}
        />
      )}
      {ways.includes('helpdesk') && (
        <p className="text-sm text-ink-soft">
          {takesRecoveryCode ? (
            t('You don’t have your phone or your recovery code any more? Ask your helpdesk.')
          ) : takesCode || takesPhone ? (
            <Link href="/lost-phone" className="underline underline-offset-4">
              {t('Lost your phone? Ask the helpdesk.')}
            </Link>
          ) : takesPasskey ? (
            t('You don’t have your passkey any more? Ask your helpdesk.')
          ) : takesMailedCode ? (
            t('You can’t read that email? Ask your helpdesk.')
          ) : trustedNext ? (
            t('Sooner than that? Ask your helpdesk: they can send you an invitation.')
          ) : (
            t('Your account has nothing to confirm it with. Ask your helpdesk: they can send you an invitation.')
          )}
        </p>
      )}
    </fieldset>
  );
}
