import { ActionForm } from '@/components/forms/action-form';
import { profileNames } from '@/lib/names/profile-names';
import { signOutEverywhereAction } from './actions';
import { t } from '@/lib/language/t';

export function SignOutEverywhere() {
  return (
    <>
      <h2 className="mb-2 text-xl font-semibold">{t(profileNames.signOutEverywhere)}</h2>
      <p className="mb-5 text-ink-soft">
        {t('Sign out of every browser, including this one. Use this if you signed in on someone else’s computer.')}
      </p>
      <ActionForm
        action={signOutEverywhereAction}
        stepUp="never"
        submit={t(profileNames.signOutEverywhere)}
        variant="secondary"
        pendingText={t('Signing out…')}
        pageWords={t('You’re signed out in every browser.')}
      />
    </>
  );
}
