'use client';

import { Link } from '@/components/ui/buttons/link';
import { useEffect, useRef, useState } from 'react';
import { ActionForm } from '@/components/site/forms/action-form';
import { NewPasswordFields } from '@/components/site/forms/new-password-fields';
import { takeLinkToken } from '@/components/site/invitation/take-link-token';
import { Notice } from '@/components/ui/notice';
import { passwordNames } from '@/lib/shared/names/sign-in-names';
import { setFirstPasswordAction } from './actions';
import { t } from '@/lib/shared/language/t';

/** Opening the link changes nothing, because mail scanners open links too: the password is set on a press. */
export function FirstPasswordForm() {
  const token = useRef<HTMLInputElement>(null);
  const [isMissing, setIsMissing] = useState(false);

  useEffect(() => {
    const linkToken = takeLinkToken('first-password');
    if (token.current) token.current.value = linkToken ?? '';
    queueMicrotask(() => setIsMissing(linkToken === null));
  }, []);

  if (isMissing)
    return (
      <Notice tone="info" title={t('Open this page with your link')}>
        <p>
          {t('It’s in the email about your new account. Does the email have a code instead?')}{' '}
          <Link href="/sign-in/first-password/code" className="underline">
            {t('Enter the code')}
          </Link>
        </p>
      </Notice>
    );
  return (
    <>
      <noscript>
        <p>{t('This page needs JavaScript. The link’s secret stays in your browser until you press the button.')}</p>
      </noscript>
      <ActionForm
        action={setFirstPasswordAction}
        submit={t(passwordNames.set)}
        pendingText={t('Setting…')}
        pageWords={t('Your password is set. Sign in with it.')}
      >
        <input ref={token} type="hidden" name="token" defaultValue="" />
        <NewPasswordFields />
      </ActionForm>
    </>
  );
}
