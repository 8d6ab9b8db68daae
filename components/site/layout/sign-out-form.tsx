'use client';

import { useEffect } from 'react';
import { announceSignOut } from '@/components/site/following/signed-out-elsewhere';
import { RefusalNotice } from '@/components/site/forms/refusal-notice';
import { useFormAction } from '@/components/site/forms/use-form-action';
import type { FormAction } from '@/lib/shared/form-state';
import { areaNames } from '@/lib/shared/names/area-names';
import { NAVIGATION_ITEM } from './navigation-classes';
import { t } from '@/lib/shared/language/t';

/** Signs out; the sign-in page says so, and pages in other tabs hear of it. */
export function SignOutForm({ action }: { action: FormAction<never> }) {
  const { state, isPending, formProps } = useFormAction<never>(action, { doneWords: t('You’re signed out.') });

  // Pages in other tabs ask the server once it has answered.
  useEffect(() => (isPending ? announceSignOut : undefined), [isPending]);

  return (
    <form {...formProps}>
      {state.status === 'refused' && <RefusalNotice code={state.code} />}
      <button type="submit" className={`${NAVIGATION_ITEM} w-full`} aria-disabled={isPending} aria-busy={isPending}>
        {isPending ? t('Signing out…') : t(areaNames.signOut)}
      </button>
    </form>
  );
}
