'use client';

import { useState, type FormEvent } from 'react';
import { ActionForm } from '@/components/site/forms/action-form';
import { CheckField } from '@/components/ui/fields/check-field';
import { profileNames } from '@/lib/shared/names/profile-names';
import { signOutEverywhereAction } from './actions';
import { t } from '@/lib/shared/language/t';

/** The one way out of every browser. @param hasOthers whether there are sessions besides this one */
export function SignOutEverywhere({ hasOthers }: { hasOthers: boolean }) {
  const [staysHere, setStaysHere] = useState(false);
  return (
    <div
      onSubmitCapture={({ target }: FormEvent) =>
        setStaysHere(target instanceof HTMLFormElement && new FormData(target).has('staysHere'))
      }
    >
      <ActionForm
        action={signOutEverywhereAction}
        submit={t(profileNames.signOutEverywhere)}
        variant="secondary"
        pendingText={t('Signing out…')}
        pageWords={
          staysHere ? t('You’re signed out in every other browser.') : t('You’re signed out in every browser.')
        }
      >
        {hasOthers && <CheckField label={t(profileNames.stayHere)} name="staysHere" />}
      </ActionForm>
    </div>
  );
}
