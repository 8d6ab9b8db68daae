import { StaffForm } from '@/components/staff/helpdesk/staff-form';
import { InlineConfirm } from '@/components/ui/buttons/inline-confirm';
import { userNames } from '@/lib/shared/names/staff-names';
import { endSessionsAction } from './actions';
import { t } from '@/lib/shared/language/t';

/** Signs a user out everywhere, after a question. */
export function EndSessions({ userId, name }: { userId: string; name: string }) {
  return (
    <InlineConfirm label={t(userNames.signOutEverywhere)} about={name}>
      <p>{t('{name} is signed out in every browser at once, and can sign in again.', { name })}</p>
      <StaffForm
        action={endSessionsAction}
        submit={t(userNames.signThemOut)}
        pendingText={t('Signing out…')}
        pageWords={t('{name} is signed out everywhere.', { name })}
      >
        <input type="hidden" name="userId" value={userId} />
      </StaffForm>
    </InlineConfirm>
  );
}
