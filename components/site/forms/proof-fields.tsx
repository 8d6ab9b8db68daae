'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from '@/components/ui/buttons/link';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { SelectField } from '@/components/ui/fields/select-field';
import { TextField } from '@/components/ui/fields/text-field';
import { Time } from '@/components/ui/time';
import { MAXIMUM_TYPED_RECOVERY_CODE_LENGTH } from '@/lib/accounts/recovery/recovery-code';
import type { ProofPrompt } from '@/lib/shared/form-state';
import { proofNames } from '@/lib/shared/names/sign-in-names';
import { EmailCode } from './email-code';
import { leaveToConfirm } from './kept-fields';
import { ProviderButton } from './provider-button';
import { UsePasskey } from './use-passkey';
import { t } from '@/lib/shared/language/t';
import { RichText } from '@/components/site/language/rich-text';

/**
 * The ways that somebody has to prove what an action takes. What they typed is kept while they confirm elsewhere.
 * @param takesFocus whether a press has brought it here
 */
export function ProofFields({ prompt, takesFocus }: { prompt: ProofPrompt; takesFocus: boolean }) {
  const query = useSearchParams().toString();
  const path = `${usePathname()}${query && `?${query}`}`;
  const group = useRef<HTMLFieldSetElement>(null);
  const ways = new Set([...(prompt.identity ?? []), ...(prompt.second ?? [])]);
  const { codeDevices, trustedNext, providerName } = prompt;
  const takesCode = ways.has('one-time-password');
  const takesPhone = ways.has('phone');
  const takesPasskey = ways.has('passkey');
  const hasPossession = takesCode || takesPhone || takesPasskey;

  useEffect(() => {
    if (takesFocus) group.current?.focus();
  }, [takesFocus]);

  return (
    <fieldset ref={group} tabIndex={-1} data-asks-proof className="grid gap-4 rounded-control border border-line p-4">
      <legend className="px-1 font-semibold">{t(proofNames.confirm)}</legend>
      {takesPasskey && <UsePasskey />}
      {ways.has('provider') && providerName !== null && (
        <Leaving by={providerName}>
          <ProviderButton next={null} isFresh>
            {t(proofNames.confirmWith, { provider: providerName })}
          </ProviderButton>
        </Leaving>
      )}
      {ways.has('password') && <PasswordField />}
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
        <div className="grid justify-items-start gap-2">
          {takesCode && <span className="text-ink-soft">{t('Or without typing a code:')}</span>}
          <Leaving by={null}>
            <LinkButton href={`/sign-in/phone?next=${encodeURIComponent(path)}&confirm=1`} variant="secondary">
              {t(proofNames.confirmWithPhone)}
            </LinkButton>
          </Leaving>
        </div>
      )}
      {trustedNext !== null && !hasPossession && (
        <p>
          <RichText
            message="Your device or passkey is new: it can confirm this {time}."
            values={{ time: <Time at={trustedNext} form="until" /> }}
          />
        </p>
      )}
      {ways.has('mailed-code') && <EmailCode />}
      {ways.has('recovery-code') && (
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
      {ways.has('helpdesk') && (
        <p className="text-sm text-ink-soft">
          {!ways.has('recovery-code') && (takesCode || takesPhone) ? (
            <Link href="/lost-phone" className="underline underline-offset-4">
              {t('Lost your phone? Ask the helpdesk.')}
            </Link>
          ) : (
            helpdeskWords(prompt)
          )}
        </p>
      )}
    </fieldset>
  );
}

function helpdeskWords({ second, trustedNext }: ProofPrompt): string {
  const ways = new Set(second);
  if (ways.has('recovery-code')) return t('Lost your phone and your recovery code? Ask the helpdesk.');
  if (ways.has('passkey')) return t('Lost your passkey? Ask the helpdesk.');
  if (ways.has('mailed-code')) return t('Can’t read that email? Ask the helpdesk.');
  if (trustedNext !== null) return t('Sooner than that? Ask your helpdesk: they can send you an invitation.');
  return t('Your account has nothing to confirm it with. Ask your helpdesk: they can send you an invitation.');
}

function PasswordField() {
  return (
    <TextField
      label={t(proofNames.password)}
      name="password"
      type="password"
      autoComplete="current-password"
      required
      maxLength={128}
      hint={t('You signed in a while ago.')}
    />
  );
}

/** What leads away and back. @param by what then has confirmed it; null if only the other page can say */
function Leaving({ by, children }: { by: string | null; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  return (
    // The press bubbles up from the link or button within.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div
      ref={place}
      onClickCapture={() => {
        const form = place.current?.closest('form');
        if (form) leaveToConfirm(form, by);
      }}
    >
      {children}
    </div>
  );
}
